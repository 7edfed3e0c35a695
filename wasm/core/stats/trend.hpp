#pragma once

#include <span>

namespace phenolens {

/// A straight line through points by least squares.
struct Line {
    double points = 0;
    double slope = 0, intercept = 0;
    /// Standard error of the slope, its 95% interval and two-sided p by Student's t.
    double error = 0, low = 0, high = 0, p_value = 1;
    /// Pearson's correlation.
    double r = 0;
};

/// Points at `x` of which only sums are kept: how many, the mean of their y, and the sum of squares of y around it.
/// Single points have count 1 and squares 0. All numbers but the count are NaN with fewer than three points or a constant x.
Line fit_line(std::span<const double> x, std::span<const double> count, std::span<const double> mean, std::span<const double> squares);

struct SlopeDifference {
    double difference = 0, error = 0, low = 0, high = 0, p_value = 1;
};

/// Slope of the first points minus slope of the second, with one residual variance for both: the interaction term of y ~ x * group.
SlopeDifference compare_slopes(std::span<const double> x1, std::span<const double> y1, std::span<const double> x2,
                               std::span<const double> y2);

}  // namespace phenolens
