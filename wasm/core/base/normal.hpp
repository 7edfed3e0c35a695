#pragma once

namespace phenolens {

/// The standard normal quantile sqrt(2) erfinv(2p - 1) of 0 < p < 1, to about 1e-16 relative (Wichura 1988, algorithm AS 241, PPND16).
double normal_quantile(double p);

}  // namespace phenolens
