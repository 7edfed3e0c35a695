#pragma once

#include <limits>

namespace phenolens {

/// What a figure is that cannot be told: a mean of no cells, an interval of one donor.
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace phenolens
