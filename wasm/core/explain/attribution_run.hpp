#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "explain/attribution.hpp"
#include "explain/linear_attribution.hpp"
#include "explain/pruning.hpp"
#include "predict/linear.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// One head of one model explained over all cells to come: a linear model's attributions are computed here, in closed form; those of
/// another are made elsewhere and added to `sums`.
class AttributionRun {
public:
    /// Of a linear model. `baselines`: rows of scores over model.genes(); none: no expression. Throws Error(internal) where they do not
    /// fit.
    AttributionRun(const LinearModel& model, std::size_t head, std::size_t groups, std::size_t parts, std::vector<float> baselines);

    /// Of another model, over its whole vocabulary.
    AttributionRun(std::size_t vocabulary, std::size_t groups, std::size_t parts);

    /// Vocabulary index of every gene that the sums are over.
    const std::vector<std::int32_t>& genes() const { return genes_; }
    AttributionSums& sums() { return sums_; }
    const AttributionSums& sums() const { return sums_; }

    // Of the linear model that the run was started with. All throw Error(internal) where it was started with another, or with none.

    /// Adds attributions of some of the block's cells to the sums; gives the logits explained.
    ExplainedLogits add(LinearModel& model, const MatrixBlock& block, const AttributionCells& of);

    /// The attributions themselves, row-major cells x genes(); NaN where a cell has nothing to rank.
    std::vector<float> rows(LinearModel& model, const MatrixBlock& block, const AttributionCells& of);

    /// The same of some genes (places in genes(), each once): cells x these.
    std::vector<float> rows_of(LinearModel& model, const MatrixBlock& block, const AttributionCells& of,
                               std::span<const std::int32_t> genes);

    /// What one unit of each gene's score adds to the logit of a class, minus that of `against` where it is not -1; over genes().
    std::vector<float> weights(const LinearModel& model, std::int32_t code, std::int32_t against);

    /// Cells with genes taken away (prune_linear), with the run's head and baselines.
    PrunedCells prune(LinearModel& model, const MatrixBlock& block, const AttributionCells& of, const PruningPlan& plan);

private:
    LinearAttribution& linear(const LinearModel& model);

    std::vector<std::int32_t> genes_;
    std::optional<LinearAttribution> linear_;
    AttributionSums sums_;
};

}  // namespace phenolens
