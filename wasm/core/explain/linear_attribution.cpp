#include "explain/linear_attribution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// Cells whose scores are held dense at once: 3 MB of the largest vocabulary.
constexpr std::size_t kDenseCells = 64;

double dot(std::span<const float> a, const float* b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
    return sum;
}

}  // namespace

LinearAttribution::LinearAttribution(std::size_t head, std::vector<float> baselines, std::size_t genes)
    : head_(head), genes_(genes), baselines_(std::move(baselines)) {
    if (genes == 0 || baselines_.empty() || baselines_.size() % genes != 0)
        throw Error(ErrorCode::internal, sentence(baselines_.size(), " values are no whole number of baselines of ", genes, " genes."));
}

const std::vector<float>& LinearAttribution::weights(const LinearModel& model, std::int32_t code, std::int32_t against,
                                                     std::int32_t cluster) {
    const std::tuple key{code, against, cluster};
    for (const auto& [of, known] : weights_)
        if (of == key) return known;
    weights_.emplace_back(key, model.weights_of(head_, code, against, static_cast<std::size_t>(cluster)));
    return weights_.back().second;
}

const float* LinearAttribution::baseline(std::int32_t row) const {
    if (row < 0 || static_cast<std::size_t>(row) >= baselines_.size() / genes_)
        throw Error(ErrorCode::internal, sentence("There is no baseline ", row, "."));
    return baselines_.data() + static_cast<std::size_t>(row) * genes_;
}

void LinearAttribution::check(const AttributionCells& of) const {
    const std::size_t cells = of.cells.size();
    for (const auto* each : {&of.codes, &of.against, &of.baselines}) {
        if (each->size() != cells) throw Error(ErrorCode::internal, "What is explained is not said for every cell.");
    }
}

ExplainedLogits LinearAttribution::add(LinearModel& model, const MatrixBlock& block, const AttributionCells& of, AttributionSums& sums) {
    check(of);
    const std::size_t cells = of.cells.size();
    if (of.groups.size() != cells || of.parts.size() != cells)
        throw Error(ErrorCode::internal, "Group and part are not said for every cell.");
    ExplainedLogits out{std::vector<float>(cells, NAN), std::vector<float>(cells, NAN)};
    const auto clusters = model.clusters(block, of.cells, head_);
    // Cells that share group, part, class and cluster are summed together.
    std::vector<std::size_t> order(cells);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t i) { return std::tuple(of.groups[i], of.parts[i], of.codes[i], of.against[i], clusters[i]); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    for (std::size_t from = 0; from < cells;) {
        std::size_t to = from + 1;
        while (to < cells && to - from < kDenseCells && key(order[to]) == key(order[from])) ++to;
        std::vector<std::int32_t> members;
        for (std::size_t i = from; i < to; ++i) members.push_back(of.cells[order[i]]);
        std::vector<float> expressed(genes_, 0);
        auto scores = model.scores(block, members, &expressed);
        const std::size_t first = order[from];
        const auto& weight = weights(model, of.codes[first], of.against[first], clusters[first]);
        const double offset = model.offset_of(head_, of.codes[first], of.against[first], static_cast<std::size_t>(clusters[first]));
        std::vector<const float*> baselines;
        for (std::size_t i = from; i < to; ++i) {
            float* row = scores.data() + (i - from) * genes_;
            if (std::isnan(row[0])) continue;
            const float* zero = baseline(of.baselines[order[i]]);
            out.at_cell[order[i]] = static_cast<float>(offset + dot(weight, row));
            out.at_baseline[order[i]] = static_cast<float>(offset + dot(weight, zero));
            // Cells with scores move up beside each other.
            std::copy(row, row + genes_, scores.data() + baselines.size() * genes_);
            baselines.push_back(zero);
        }
        sums.add_linear(static_cast<std::size_t>(of.groups[first]), static_cast<std::size_t>(of.parts[first]),
                        {scores.data(), baselines.size() * genes_}, baselines, weight, expressed);
        from = to;
    }
    return out;
}

std::vector<float> LinearAttribution::rows_of(LinearModel& model, const MatrixBlock& block, const AttributionCells& of,
                                              std::span<const std::int32_t> genes) {
    check(of);
    const auto clusters = model.clusters(block, of.cells, head_);
    auto rows = model.scores_of(block, of.cells, genes);
    for (std::size_t i = 0; i < of.cells.size(); ++i) {
        const auto& weight = weights(model, of.codes[i], of.against[i], clusters[i]);
        const float* zero = baseline(of.baselines[i]);
        float* row = rows.data() + i * genes.size();
        for (std::size_t j = 0; j < genes.size(); ++j) {
            const auto gene = static_cast<std::size_t>(genes[j]);
            row[j] = weight[gene] * (row[j] - zero[gene]);
        }
    }
    return rows;
}

std::vector<float> LinearAttribution::rows(LinearModel& model, const MatrixBlock& block, const AttributionCells& of) {
    check(of);
    const auto clusters = model.clusters(block, of.cells, head_);
    auto rows = model.scores(block, of.cells);
    for (std::size_t i = 0; i < of.cells.size(); ++i) {
        const auto& weight = weights(model, of.codes[i], of.against[i], clusters[i]);
        const float* zero = baseline(of.baselines[i]);
        float* row = rows.data() + i * genes_;
        for (std::size_t gene = 0; gene < genes_; ++gene) row[gene] = weight[gene] * (row[gene] - zero[gene]);
    }
    return rows;
}

}  // namespace phenolens
