#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "explain/attribution.hpp"
#include "predict/linear.hpp"

namespace phenolens {

/// What is to be explained in some cells of a block: parallel arrays, one entry per cell.
struct AttributionCells {
    /// Offsets within the block.
    std::vector<std::int32_t> cells;
    std::vector<std::int32_t> groups, parts;
    /// The class whose logit is explained; minus that of `against` where it is not -1.
    std::vector<std::int32_t> codes, against;
    /// Rows of the baselines.
    std::vector<std::int32_t> baselines;
};

/// The logits explained, per cell: at the cell and at its baseline; NaN where a cell has nothing to rank.
struct ExplainedLogits {
    std::vector<float> at_cell, at_baseline;
};

/// Attributions of a linear model in closed form: a gene's is its weight times its score's distance from the baseline's.
/// This is what gradient x input, integrated and expected gradients all come to where the model is linear in the scores; they sum to the
/// difference of the logits.
class LinearAttribution {
public:
    /// `baselines` is row-major, one or more rows of scores over model.genes().
    LinearAttribution(std::size_t head, std::vector<float> baselines, std::size_t genes);

    /// Adds the cells' attributions to sums over model.genes(); a cell with nothing to rank is left out.
    ExplainedLogits add(LinearModel& model, const MatrixBlock& block, const AttributionCells& of, AttributionSums& sums);

    /// Attributions themselves, row-major cells x genes(), NaN where a cell has nothing to rank.
    std::vector<float> rows(LinearModel& model, const MatrixBlock& block, const AttributionCells& of);

    /// The same of some genes (places in model.genes(), each once): cells x these.
    std::vector<float> rows_of(LinearModel& model, const MatrixBlock& block, const AttributionCells& of,
                               std::span<const std::int32_t> genes);

    std::size_t head() const { return head_; }
    std::span<const float> baselines() const { return baselines_; }

private:
    const std::vector<float>& weights(const LinearModel& model, std::int32_t code, std::int32_t against, std::int32_t cluster);
    const float* baseline(std::int32_t row) const;
    void check(const AttributionCells& of) const;

    std::size_t head_, genes_;
    std::vector<float> baselines_;
    /// Of the classes and clusters met so far.
    std::vector<std::pair<std::tuple<std::int32_t, std::int32_t, std::int32_t>, std::vector<float>>> weights_;
};

}  // namespace phenolens
