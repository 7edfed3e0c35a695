#pragma once

#include <span>

#include "stats/intervals.hpp"

namespace phenolens {

/// Mean of the first values minus that of the second, with its 95% interval, and Student's t of it.
struct MeanDifference {
    /// Around the difference; its ends are NaN where nothing can be tested.
    Interval difference;
    double t = 0, freedom = 0;
    /// Two-sided.
    double p = 1;
};

/// Welch's t (1947) of two samples, or the paired t of as many pairs. All but the difference is NaN for fewer than two values on a side, or
/// where none of them varies. Throws Error(bad_input) for pairs of which one is missing.
MeanDifference mean_difference(std::span<const double> first, std::span<const double> second, bool is_paired);

}  // namespace phenolens
