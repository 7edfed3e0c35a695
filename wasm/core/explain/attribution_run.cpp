#include "explain/attribution_run.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/error.hpp"

namespace phenolens {

AttributionRun::AttributionRun(const LinearModel& model, std::size_t head, std::size_t groups, std::size_t parts,
                               std::vector<float> baselines)
    : genes_(model.genes().begin(), model.genes().end()) {
    // Where nothing is expressed all genes tie, and scores are zero.
    if (baselines.empty()) baselines.assign(genes_.size(), 0);
    linear_.emplace(head, std::move(baselines), genes_.size());
    sums_ = AttributionSums(groups, parts, genes_.size());
}

AttributionRun::AttributionRun(std::size_t vocabulary, std::size_t groups, std::size_t parts) : genes_(vocabulary) {
    std::iota(genes_.begin(), genes_.end(), 0);
    sums_ = AttributionSums(groups, parts, vocabulary);
}

LinearAttribution& AttributionRun::linear(const LinearModel& model) {
    if (!linear_) throw Error(ErrorCode::internal, "No attribution of a linear model was started.");
    const auto genes = model.genes();
    if (!std::equal(genes_.begin(), genes_.end(), genes.begin(), genes.end()))
        throw Error(ErrorCode::internal, "The attribution was started with a model that measures other genes.");
    return *linear_;
}

ExplainedLogits AttributionRun::add(LinearModel& model, const MatrixBlock& block, const AttributionCells& of) {
    return linear(model).add(model, block, of, sums_);
}

std::vector<float> AttributionRun::rows(LinearModel& model, const MatrixBlock& block, const AttributionCells& of) {
    return linear(model).rows(model, block, of);
}

std::vector<float> AttributionRun::rows_of(LinearModel& model, const MatrixBlock& block, const AttributionCells& of,
                                           std::span<const std::int32_t> genes) {
    return linear(model).rows_of(model, block, of, genes);
}

std::vector<float> AttributionRun::weights(const LinearModel& model, std::int32_t code, std::int32_t against) {
    return model.weights_of(linear(model).head(), code, against, 0);
}

PrunedCells AttributionRun::prune(LinearModel& model, const MatrixBlock& block, const AttributionCells& of, const PruningPlan& plan) {
    const LinearAttribution& started = linear(model);
    return prune_linear(model, started.head(), started.baselines(), block, of, plan);
}

}  // namespace phenolens
