#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// The places of the values from the lowest to the highest, equal ones in their order (radix sort: linear in their number). NaN come last.
std::vector<std::uint32_t> ascending_order(std::span<const float> values);

}  // namespace phenolens
