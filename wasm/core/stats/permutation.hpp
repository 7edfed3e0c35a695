#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Whether the units of one group differ from all others in their mean.
struct GroupTest {
    double units = 0;
    /// Mean of the group minus mean of the others; NaN where there are none of either.
    double difference = 0;
    /// Two-sided, by permutation, and after Benjamini and Hochberg over the groups.
    double p_value = 1, adjusted = 1;
};

/// Units up to which labels are permuted; for more, the permutation distribution's normal limit is taken (its mean and variance exact).
inline constexpr std::size_t kMostPermuted = 4000;

/// Tests each group of units (one value each) against the rest by permuting the groups over the units; p = (1 + as extreme) / (1 +
/// permutations). A unit of group -1 is left out. Throws Error(bad_input) where arrays do not fit.
std::vector<GroupTest> permutation_tests(std::span<const double> value, std::span<const std::int32_t> group, std::size_t groups,
                                         std::size_t permutations, std::uint64_t seed);

}  // namespace phenolens
