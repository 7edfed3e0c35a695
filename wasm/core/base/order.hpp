#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// A value and where it stood, in one word: words compare as the values do, NaN last, equal values by place.
using Placed = std::uint64_t;

/// Bits that compare as unsigned numbers like the values do: -0 equals 0, NaN is above all.
std::uint32_t key_of(float value);
inline std::uint32_t key_of(Placed entry) { return static_cast<std::uint32_t>(entry >> 32); }
inline std::uint32_t place_of(Placed entry) { return static_cast<std::uint32_t>(entry); }

/// Values with their places from the lowest to the highest (radix sort: linear in their number, and every pass reads memory in order).
std::vector<Placed> ascending(std::span<const float> values);
/// The places of the values from the lowest to the highest, equal ones in their order. NaN come last.
std::vector<std::uint32_t> ascending_order(std::span<const float> values);

}  // namespace phenolens
