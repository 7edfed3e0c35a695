#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// How alike two ways of grouping the same cells are, over the cells that both put somewhere (codes of 0 and above).
struct Agreement {
    double cells = 0;
    /// Row-major first x second groups: cells.
    std::vector<double> table;
    std::size_t firsts = 0, seconds = 0;
    /// Adjusted Rand index (Hubert and Arabie 1985): 1 the same, 0 as by chance; 1 where both are one group or both all alone.
    double adjusted_rand = 0;
    /// Mutual information over the mean of the entropies; 1 where both are one group.
    double normalized_information = 0;
};

/// Throws Error(internal) where codes are of different cells. NaN without a cell in common.
Agreement agreement_of(std::span<const std::int32_t> first, std::span<const std::int32_t> second);

}  // namespace phenolens
