#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "explain/linear_attribution.hpp"
#include "predict/linear.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// In which orders genes are taken away, and how many. Each cell has the orders: its own attributions from the largest in size down, the
/// same from the smallest up, those that speak for the class first (signed, largest first), each ranking named for it from its largest
/// score down, and `draws` by chance.
struct PruningPlan {
    /// Scores of genes, row-major rankings x genes.
    std::vector<float> rankings;
    /// Which rankings, cells x rankings a cell; -1: none, and the order has NaN.
    std::vector<std::int32_t> rows;
    /// Shares of the genes taken away, rising, each from 0 to 1.
    std::vector<double> shares;
    std::size_t draws = 0;
    std::uint64_t seed = 1;
};

/// What became of some cells' answers. A cell with nothing to rank has NaN.
struct PrunedCells {
    /// Orders of a cell.
    std::size_t orders = 0;
    /// Per cell the probability of the class explained with every gene there.
    std::vector<float> whole;
    /// The same after genes were taken away, row-major cells x orders x shares.
    std::vector<float> probability;
    /// Whether the likeliest class is still the same; same shape.
    std::vector<std::uint8_t> kept;
};

/// Takes genes from cells of a linear model: a pruned gene's score is put where the baseline's is, so that its attribution is gone from the
/// logit. `baselines` are row-major rows of scores over model.genes(). Throws Error(internal) where sizes do not fit, Error(bad_input) for
/// shares that do not rise within 0 to 1.
PrunedCells prune_linear(LinearModel& model, std::size_t head, std::span<const float> baselines, const MatrixBlock& block,
                         const AttributionCells& of, const PruningPlan& plan);

}  // namespace phenolens
