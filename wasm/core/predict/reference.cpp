#include "predict/reference.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <singlepp/singlepp.hpp>

#include "base/error.hpp"
#include "base/text.hpp"
#include "predict/reference_reasons.hpp"
#include "stats/median.hpp"
#include "stats/pca.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

/// Cells compared together: enough for one call to pay, few enough for their values to stay near.
constexpr std::size_t kComparedTogether = 64;
constexpr double kNoScore = std::numeric_limits<double>::quiet_NaN();

void check_reference(const GeneMap& map, const ReferenceProfiles& reference, const Head& head) {
    if (reference.label_count < 2)
        throw Error(ErrorCode::model, sentence("The reference has ", reference.label_count, " label; telling labels apart takes two."));
    if (reference.label_count != head.classes || reference.values.size() != map.vocabulary() * reference.profiles())
        throw Error(ErrorCode::model, "The reference's profiles do not fit its genes and labels.");
    std::vector<bool> has(reference.label_count);
    for (const std::int32_t label : reference.labels) {
        if (label < 0 || static_cast<std::size_t>(label) >= has.size())
            throw Error(ErrorCode::model, sentence("A reference profile has label ", label, " of ", has.size(), "."));
        has[static_cast<std::size_t>(label)] = true;
    }
    if (std::find(has.begin(), has.end(), false) != has.end()) throw Error(ErrorCode::model, "A label of the reference has no profile.");
}

/// The first few of each pair's markers that the file measures.
LabelMarkers measured_markers(const ReferenceProfiles& reference, const GeneMap& map) {
    LabelMarkers out(reference.label_count, std::vector<std::vector<std::int32_t>>(reference.label_count));
    for (std::size_t a = 0; a < reference.label_count; ++a) {
        for (std::size_t b = 0; b < reference.label_count; ++b) {
            for (const std::int32_t gene : reference.markers[a][b]) {
                if (out[a][b].size() == reference.markers_per_pair) break;
                if (map.columns_of[static_cast<std::size_t>(gene)] > 0) out[a][b].push_back(gene);
            }
        }
    }
    return out;
}

}  // namespace

struct ReferenceModel::Trained {
    ReferenceRanks ranks;
    singlepp::TrainedSingle<int, double> single;
};

ReferenceModel::ReferenceModel(const GeneMap& map, ReferenceProfiles reference, const Head& head, const ReferenceOptions& options,
                               ValueKind kind)
    : head_(head), options_(options), row_of_(map.vocabulary(), -1), gatherer_(map, kind) {
    check_reference(map, reference, head);
    std::vector<std::int32_t> shared;
    for (std::size_t gene = 0; gene < map.vocabulary(); ++gene) {
        if (map.columns_of[gene] > 0) shared.push_back(static_cast<std::int32_t>(gene));
    }
    LabelMarkers markers = reference.markers.empty() ? classic_markers(reference, shared) : measured_markers(reference, map);
    for (const auto& of_label : markers) {
        for (const auto& list : of_label) {
            for (const std::int32_t gene : list) row_of_[static_cast<std::size_t>(gene)] = 0;
        }
    }
    for (const std::int32_t gene : shared) {
        if (row_of_[static_cast<std::size_t>(gene)] < 0) continue;
        row_of_[static_cast<std::size_t>(gene)] = static_cast<std::int32_t>(markers_.size());
        markers_.push_back(gene);
    }
    // A correlation of one gene or two says nothing.
    if (markers_.size() < 3)
        throw Error(ErrorCode::unsupported, sentence("The file measures ", markers_.size(),
                                                     " of the genes that tell the reference's labels apart; at least 3 are needed."));
    for (auto& of_label : markers) {
        for (auto& list : of_label) {
            for (auto& gene : list) gene = row_of_[static_cast<std::size_t>(gene)];
        }
    }
    const std::size_t profiles = reference.profiles();
    std::vector<double> values(markers_.size() * profiles);
    for (std::size_t row = 0; row < markers_.size(); ++row) {
        const double* from = reference.values.data() + static_cast<std::size_t>(markers_[row]) * profiles;
        for (std::size_t p = 0; p < profiles; ++p) values[p * markers_.size() + row] = from[p];
    }
    ReferenceRanks ranks(values, markers_.size(), reference.labels, markers, options_.quantile, options_.fine_tune);
    const tatami::DenseMatrix<double, int, std::vector<double>> matrix(static_cast<int>(markers_.size()), static_cast<int>(profiles),
                                                                       std::move(values), false);
    trained_ = std::make_shared<const Trained>(
        Trained{std::move(ranks),
                singlepp::train_single(matrix, reference.labels.data(), std::move(markers), singlepp::TrainSingleOptions<int, double>())});
    set_up_embedding(reference);
}

/// Scores are kept as they are up to kEmbeddingDims labels, and beyond on the directions along which the labels' ranked profiles differ
/// most.
void ReferenceModel::set_up_embedding(const ReferenceProfiles& reference) {
    const std::size_t labels = head_.classes, rows = markers_.size(), profiles = reference.profiles();
    dims_ = std::min(labels, kEmbeddingDims);
    if (labels <= kEmbeddingDims) return;
    std::vector<float> ranks(rows * labels, 0);
    std::vector<double> column(rows);
    for (std::size_t p = 0; p < profiles; ++p) {
        for (std::size_t row = 0; row < rows; ++row) column[row] = reference.values[static_cast<std::size_t>(markers_[row]) * profiles + p];
        const auto of_profile = average_ranks(column);
        for (std::size_t row = 0; row < rows; ++row)
            ranks[row * labels + static_cast<std::size_t>(reference.labels[p])] += static_cast<float>(of_profile[row]);
    }
    Covariance gram(labels);
    for (std::size_t row = 0; row < rows; ++row) gram.add(std::span(ranks).subspan(row * labels, labels));
    const Components leading = leading_components(gram, dims_);
    directions_.resize(labels * dims_);
    for (std::size_t d = 0; d < dims_; ++d) {
        for (std::size_t c = 0; c < labels; ++c) directions_[c * dims_ + d] = leading.rotation[d * labels + c];
    }
}

bool ReferenceModel::gather_markers(const MatrixBlock& block, std::size_t cell, std::span<double> to) {
    gatherer_.gather(block.genes_of(cell), block.values_of(cell), measured_);
    bool is_expressed = false;
    for (std::size_t j = 0; j < measured_.genes.size(); ++j) {
        const std::int32_t row = row_of_[static_cast<std::size_t>(measured_.genes[j])];
        if (row < 0) continue;
        to[static_cast<std::size_t>(row)] = static_cast<double>(measured_.values[j]);
        is_expressed = true;
    }
    return is_expressed;
}

ReferenceLabels ReferenceModel::label(const MatrixBlock& block, std::size_t first, std::size_t count) {
    const std::size_t labels = head_.classes, rows = markers_.size();
    ReferenceLabels out{std::vector<std::int32_t>(count, -1), std::vector<double>(count * labels, kNoScore),
                        std::vector<double>(count, kNoScore)};
    // Column-major markers x cells that express any.
    std::vector<double> values;
    std::vector<std::size_t> cells;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t start = values.size();
        values.resize(start + rows, 0);
        if (gather_markers(block, first + i, std::span(values).subspan(start)))
            cells.push_back(i);
        else
            values.resize(start);
    }
    if (cells.empty()) return out;
    const tatami::DenseMatrix<double, int, std::vector<double>> matrix(static_cast<int>(rows), static_cast<int>(cells.size()),
                                                                       std::move(values), false);
    singlepp::ClassifySingleOptions<double> options;
    options.quantile = options_.quantile;
    options.fine_tune_threshold = options_.fine_tune;
    const auto found = singlepp::classify_single<int>(matrix, trained_->single, options);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out.best[cells[i]] = found.best[i];
        out.delta[cells[i]] = found.delta[i];
        for (std::size_t c = 0; c < labels; ++c) out.scores[cells[i] * labels + c] = found.scores[c][i];
    }
    return out;
}

ReferenceExplanation ReferenceModel::explain(const MatrixBlock& block, std::span<const std::int32_t> cells,
                                             std::span<const std::int32_t> codes, std::span<const std::int32_t> against) {
    if (codes.size() != cells.size() || against.size() != cells.size())
        throw Error(ErrorCode::internal, "What is explained is not said for every cell.");
    ReferenceExplanation out;
    std::vector<double> own;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i] < 0 || static_cast<std::size_t>(cells[i]) >= block.cells)
            throw Error(ErrorCode::internal, sentence("Cell ", cells[i], " is not in the block of ", block.cells, "."));
        const auto cell = static_cast<std::size_t>(cells[i]);
        own.assign(markers_.size(), 0);
        const bool is_labelled = gather_markers(block, cell, own);
        const auto reasons =
            is_labelled ? trained_->ranks.explain(own, label(block, cell, 1).scores, codes[i], against[i]) : ReferenceReasons();
        out.rival.push_back(reasons.rival);
        out.difference.push_back(is_labelled ? static_cast<float>(reasons.difference) : std::numeric_limits<float>::quiet_NaN());
        out.lengths.push_back(static_cast<std::int32_t>(reasons.rows.size()));
        for (const std::int32_t row : reasons.rows) out.genes.push_back(markers_[static_cast<std::size_t>(row)]);
        out.changes.insert(out.changes.end(), reasons.changes.begin(), reasons.changes.end());
    }
    return out;
}

LinearPredictions ReferenceModel::predict(const MatrixBlock& block, std::size_t most) {
    const std::size_t labels = head_.classes;
    LinearPredictions out;
    out.heads.emplace_back(block.cells, labels, most);
    out.dims = dims_;
    out.embedding.assign(block.cells * dims_, std::numeric_limits<float>::quiet_NaN());
    for (auto* values : {&out.score, &out.delta, &out.over_median}) values->assign(block.cells, std::numeric_limits<float>::quiet_NaN());
    std::vector<double> sorted;
    for (std::size_t first = 0; first < block.cells; first += kComparedTogether) {
        const std::size_t count = std::min(kComparedTogether, block.cells - first);
        const ReferenceLabels found = label(block, first, count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t cell = first + i;
            if (found.best[i] < 0) {
                score_nothing(labels, cell, out.heads[0]);
                continue;
            }
            const auto own = std::span(found.scores).subspan(i * labels, labels);
            const std::vector<float> scores(own.begin(), own.end());
            score_cell(scores, head_.temperature, cell, out.heads[0]);
            lead_with(static_cast<std::uint16_t>(found.best[i]), cell, out.heads[0]);
            sorted.assign(own.begin(), own.end());
            const double score = own[static_cast<std::size_t>(found.best[i])];
            out.score[cell] = static_cast<float>(score);
            out.delta[cell] = static_cast<float>(found.delta[i]);
            out.over_median[cell] = static_cast<float>(score - median_of(sorted));
            float* at = out.embedding.data() + cell * dims_;
            for (std::size_t d = 0; d < dims_; ++d) {
                if (directions_.empty()) {
                    at[d] = scores[d];
                    continue;
                }
                double sum = 0;
                for (std::size_t c = 0; c < labels; ++c) sum += static_cast<double>(scores[c]) * directions_[c * dims_ + d];
                at[d] = static_cast<float>(sum);
            }
        }
    }
    return out;
}

std::vector<std::uint8_t> prune_scores(std::span<const std::int32_t> label, std::span<const float> over_median) {
    if (label.size() != over_median.size())
        throw Error(ErrorCode::internal, sentence("There are ", over_median.size(), " differences for ", label.size(), " labels."));
    // R's mad(): consistent with the standard deviation of normal values.
    constexpr double kMadScale = 1.4826, kMads = 3;
    std::map<std::int32_t, std::vector<double>> by_label;
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (label[i] >= 0 && std::isfinite(over_median[i])) by_label[label[i]].push_back(static_cast<double>(over_median[i]));
    }
    std::map<std::int32_t, double> least;
    for (auto& [code, differences] : by_label) {
        const double middle = median_of(differences);
        for (double& one : differences) one = std::abs(one - middle);
        least[code] = middle - kMads * kMadScale * median_of(differences);
    }
    std::vector<std::uint8_t> pruned(label.size(), 0);
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (label[i] >= 0 && std::isfinite(over_median[i])) pruned[i] = static_cast<double>(over_median[i]) < least[label[i]];
    }
    return pruned;
}

}  // namespace phenolens
