#pragma once

#include <vector>

namespace phenolens {

/// Middle of the values, or the mean of the two in the middle; NaN without values. Changes their order.
double median_of(std::vector<double>& values);

}  // namespace phenolens
