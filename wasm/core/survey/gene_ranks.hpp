#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

/// The expressed log1p(CP10K) values of some of a block's cells, gene by gene, cut into parts at `bounds` (rising places among the genes,
/// parts + 1 of them): bytes for GeneRanks::add. `group` is a group per cell of the block, below 65,535; -1 leaves it out.
std::vector<std::vector<std::uint8_t>> rank_parts(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> group,
                                                  std::span<const std::int32_t> bounds);

/// What ranks tell of some genes in groups against the rest; row-major genes x groups.
struct RankTests {
    /// Wilcoxon's rank sum as a z, corrected for ties, as scanpy's; 0 where all cells tie or a side is empty.
    std::vector<double> z;
    /// Chance that a cell of the group has more than one of the rest, ties counted half; NaN where a side is empty.
    std::vector<float> auc;
};

/// Gathers the values of a run of genes over all cells, 6 bytes a value, and ranks them.
class GeneRanks {
public:
    GeneRanks() = default;
    /// Genes from `from` up to before `to`; `cells` of each group take part in all.
    GeneRanks(std::size_t from, std::size_t to, std::vector<double> cells);

    /// Adds what rank_parts wrote for these genes. Parts may come in any order; the tests are the same. Throws Error(internal) where a part
    /// is of others.
    void add(std::span<const std::uint8_t> part);

    RankTests tests() const;

private:
    struct Part {
        std::vector<std::uint32_t> starts;
        std::vector<float> values;
        std::vector<std::uint16_t> groups;
    };

    std::size_t from_ = 0, to_ = 0;
    std::vector<double> cells_;
    std::vector<Part> parts_;
};

}  // namespace phenolens
