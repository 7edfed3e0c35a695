#pragma once

#include <cstdint>
#include <span>

#include "stats/intervals.hpp"

namespace phenolens {

/// Mean of values with its 95% interval by Student's t. With `units` (donors; one per value, -1: none) the interval is over the units'
/// means, around the mean of all values. NaN values are left out; the ends are NaN for fewer than two values or three units. Throws
/// Error(internal) where units are not said for every value.
Interval mean_interval(std::span<const float> values, std::span<const std::int32_t> units = {});

}  // namespace phenolens
