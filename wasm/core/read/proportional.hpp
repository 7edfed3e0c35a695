#pragma once

#include "read/value_sample.hpp"
#include "read/values.hpp"

namespace phenolens {

/// Share of cells in which two matrices hold the same expression up to a factor per cell, of those with 5 or more values; both are restored
/// first. The samples are of the same cells and genes, columns rising. NaN where no cell can be compared.
double share_proportional(const ValueSample& first, const ValueScale& first_scale, const ValueSample& second,
                          const ValueScale& second_scale);

}  // namespace phenolens
