#pragma once

#include <vector>

namespace phenolens {

/// Middle of the values, or the mean of the two in the middle; NaN without values. Changes their order.
double median_of(std::vector<double>& values);

/// numpy's and R's quantile (linear between order statistics) of sorted values, of which there is one at least.
double quantile_of_sorted(const std::vector<double>& sorted, double share);

}  // namespace phenolens
