#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/standing.hpp"

namespace phenolens {

/// A run of cells of similar depth.
struct DepthBin {
    double cells = 0, mean_depth = 0, mean_value = 0;
};

/// One group against all others, at equal depth.
struct DepthMatch {
    /// Group minus others: means over the bins, weighted by the smaller of the two shares a bin has of the group and of the others.
    double difference = 0;
    /// Sum of these smaller shares: 1 where depths are distributed alike, 0 where they do not overlap (then the difference is NaN).
    double overlap = 0;
};

/// How a per-cell value follows the depth (total counts), and what is left of groups' differences among cells of equal depth.
struct Depth {
    /// Spearman's correlation of value and depth over the cells of a group.
    double correlation = 0;
    std::vector<DepthBin> bins;
    std::vector<DepthMatch> groups;
    /// Each cell's value less the mean of its depth bin, plus the mean of all: what depth does not tell. NaN for cells left out.
    std::vector<float> adjusted;
};

/// Cuts the cells of any group into `bins` runs by depth, equally many in each. Cells of group -1 or with a value or depth that is not a
/// number are left out. `by_value` and `by_depth` are where every cell stands, found once for many questions. Throws Error(bad_input) where
/// arrays do not fit.
Depth match_depth(std::span<const float> value, std::span<const float> depth, std::span<const std::int32_t> group, std::size_t groups,
                  const Standing& by_value, const Standing& by_depth, std::size_t bins = 20);

}  // namespace phenolens
