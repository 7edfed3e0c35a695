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
/// -0 comes back as 0.
float value_of(Placed entry);

/// Values with their places from the lowest to the highest (radix sort: linear in their number, and every pass reads memory in order).
std::vector<Placed> ascending(std::span<const float> values);
/// The places of the values from the lowest to the highest, equal ones in their order. NaN come last.
std::vector<std::uint32_t> ascending_order(std::span<const float> values);


/// Where each value stands among all, from the lowest to the highest, NaN last. A bit of `starts` is set at each place whose value differs from the one before it.
/// Kept small, so that questions about some of the values are answered at random without leaving the near caches.
struct Standing {
    std::vector<std::int32_t> places;
    std::vector<std::uint32_t> starts;
};
Standing standing(std::span<const float> values);

/// Throws Error(bad_input) where a standing given is not of `size` values.
void check_standing(const Standing& standing, std::size_t size);

}  // namespace phenolens
