#pragma once

namespace phenolens {

/// The logarithmic derivative of the gamma function at x above 0 (recurrence, then DLMF 5.11.2). About 1e-14 relative.
double digamma(double x);

/// Its derivative at x above 0 (DLMF 5.15.8).
double trigamma(double x);

/// The y above 0 that trigamma(y) is x for, x above 0. To 1e-13 relative, by bisection of its logarithm.
double trigamma_inverse(double x);

}  // namespace phenolens
