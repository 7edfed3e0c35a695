#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Values by their ranks, ties averaged.
struct RankedValues {
    /// From 0 up, equal for ties: a value's place among the distinct ones.
    std::vector<std::int32_t> level;
    /// Values of each level.
    std::vector<std::int32_t> at_level;
    /// From 1 up; ties share their mean.
    std::vector<double> rank;
    /// Sum over the levels of t^3 - t.
    double ties = 0;

    explicit RankedValues(std::span<const double> values);
    std::size_t size() const { return level.size(); }
};

/// Spearman's correlation as SingleR has it, of ranks scaled to length 1/2 (1 - 2 x squared distance): 1/2 where one side ties throughout,
/// 1 where both do. Throws Error(internal) where sizes differ.
double rank_correlation(const RankedValues& a, const RankedValues& b);

/// The same with each place left out in turn, all other places ranked anew: exact, O(n log n) for all places. A place left out takes 1 from
/// the ranks above its own and 1/2 from those that tie with it, on both sides; what that does to the sum of products is told by sums over
/// the places above on one side and, for places above on both, by counts in a binary indexed tree (Fenwick 1994).
std::vector<double> correlations_left_out(const RankedValues& a, const RankedValues& b);

}  // namespace phenolens
