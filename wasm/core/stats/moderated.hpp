#pragma once

#include <span>
#include <vector>

namespace phenolens {

/// What is known of the variances of many tests together: each one's prior value, worth `freedom` degrees of freedom (infinite where the
/// variances differ no more than chance makes them; 0 where there are fewer than two).
struct VariancePrior {
    double freedom = 0;
    std::vector<double> variance;
};

/// limma's empirical Bayes prior (Smyth 2004) of sample variances, each of `freedom` degrees of freedom, with a trend over `level`
/// (limma-trend: a natural cubic spline of the log variances). The same as fitFDist of limma. Throws Error(internal) where lengths differ.
VariancePrior variance_prior(std::span<const double> variance, double freedom, std::span<const double> level);

/// A value per test.
struct ModeratedTests {
    std::vector<double> t;
    /// Two-sided.
    std::vector<double> p;
    /// Standard error of the effect, by the moderated variance.
    std::vector<double> error;
    /// Degrees of freedom of every t, and those that the prior is worth.
    double freedom = 0, prior_freedom = 0;
};

/// Moderated t of effects whose squared standard errors are `scale` x variance. An effect whose variance is not told (NaN) has no test.
/// The same `level` for all: no trend.
ModeratedTests moderated_tests(std::span<const double> effect, std::span<const double> variance, std::span<const double> scale,
                               double freedom, std::span<const double> level);

}  // namespace phenolens
