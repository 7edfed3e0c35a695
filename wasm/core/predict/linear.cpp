#include "predict/linear.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "stats/pca.hpp"

namespace phenolens {
namespace {

/// Cells summed together: enough to use each weight several times while it is near, few enough for their sums to stay near too.
constexpr std::size_t kCellsTogether = 64;

template <typename Weights>
void check_sizes(const GeneMap& map, const Weights& weights, std::size_t columns, std::size_t heads, std::size_t embedding_head) {
    const std::size_t genes = map.vocabulary();
    if (weights.weights.size() != genes * columns || weights.bias.size() != columns || weights.mean.size() != genes) {
        throw Error(ErrorCode::model, sentence("The model's weights do not fit its ", genes, " genes and ", columns, " classes."));
    }
    if (embedding_head >= heads)
        throw Error(ErrorCode::model, sentence("The model has no head ", embedding_head, " to take the embedding from."));
    if (map.found == 0) throw Error(ErrorCode::unsupported, "The file measures no gene of the model's vocabulary.");
}

}  // namespace

LinearModel::LinearModel(const GeneMap& map, const LinearWeights& weights, std::vector<Head> heads, std::size_t embedding_head,
                         ValueKind kind, Normalization normalization, double target_sum)
    : heads_(std::move(heads)), classes_(classes_of(heads_)), columns_(columns_of(heads_)), weights_(map.found, columns_),
      scores_(map, kind, normalization, target_sum) {
    check_sizes(map, weights, columns_, heads_.size(), embedding_head);
    embedding_head_ = heads_[embedding_head];
    offset_.assign(weights.bias.begin(), weights.bias.end());
    slope_.assign(columns_, 0);
    for (std::size_t row = 0; row < genes().size(); ++row) {
        const auto gene = static_cast<std::size_t>(genes()[row]);
        const double mean = weights.mean[gene];
        mean_.push_back(weights.mean[gene]);
        mean_sum_ += mean;
        mean_squares_ += mean * mean;
        for (std::size_t c = 0; c < columns_; ++c) {
            const float weight = weights.weights[gene * columns_ + c];
            weights_.at(row, c) = weight;
            slope_[c] += weight;
            offset_[c] -= static_cast<double>(weight) * weights.mean[gene];
        }
    }
    // Of all genes, also those that the file lacks: profiles of training cells lie along the same directions in every file.
    set_up_embedding(weights.weights, columns_);
}

LinearModel::LinearModel(const GeneMap& map, const StandardizedWeights& weights, std::vector<Head> heads, std::size_t embedding_head,
                         ValueKind kind, double target_sum, Normalization normalization)
    : heads_(std::move(heads)), classes_(classes_of(heads_)), columns_(columns_of(heads_)), weights_(map.found, columns_),
      scores_(map, kind, normalization, target_sum, ceilings_of(weights)) {
    check_sizes(map, weights, columns_, heads_.size(), embedding_head);
    if (columns_ != classes_) throw Error(ErrorCode::model, "A model with standardized scores has no clusters.");
    if (weights.scale.size() != map.vocabulary()) throw Error(ErrorCode::model, "The model's scaler does not fit its genes.");
    embedding_head_ = heads_[embedding_head];
    exact_.emplace(genes(), weights, columns_);
    offset_.assign(exact_->offset().begin(), exact_->offset().end());
    slope_.assign(columns_, 0);
    for (std::size_t row = 0; row < genes().size(); ++row) {
        for (std::size_t c = 0; c < columns_; ++c) {
            weights_.at(row, c) = static_cast<float>(exact_->weight(row, c));
            slope_[c] += weights_.at(row, c);
        }
    }
    set_up_embedding({weights_.row(0).data(), weights_.genes() * weights_.stride()}, weights_.stride());
}

void LinearModel::set_up_embedding(std::span<const float> weights, std::size_t stride) {
    const std::size_t classes = embedding_head_.classes;
    dims_ = std::min(classes, kEmbeddingDims);
    if (classes <= kEmbeddingDims) return;
    if (embedding_head_.clusters > 0)
        throw Error(ErrorCode::model, sentence("A head with clusters has at most ", kEmbeddingDims, " classes, not ", classes, "."));
    // Scores of a cell are about white, so the logits vary most along the leading directions of W'W.
    Covariance gram(classes);
    for (std::size_t at = embedding_head_.column; at < weights.size(); at += stride) gram.add(weights.subspan(at, classes));
    const Components leading = leading_components(gram, dims_);
    directions_.resize(classes * dims_);
    for (std::size_t d = 0; d < dims_; ++d) {
        for (std::size_t c = 0; c < classes; ++c) directions_[c * dims_ + d] = leading.rotation[d * classes + c];
    }
}

float LinearModel::cosine_to_mean(const ScoredCell& cell) const {
    double product = cell.zero * mean_sum_, differences = 0, squares = 0;
    for (std::size_t i = 0; i < cell.genes.size(); ++i) {
        const double difference = cell.differences[i];
        product += difference * mean_[static_cast<std::size_t>(cell.genes[i])];
        differences += difference;
        squares += difference * difference;
    }
    const double zero = cell.zero, all = zero * zero * static_cast<double>(mean_.size()) + 2 * zero * differences + squares;
    return static_cast<float>(product / std::sqrt(all * mean_squares_));
}

/// Row-major cells x columns; NaN where a cell has nothing to rank.
std::vector<float> LinearModel::sums_of(const MatrixBlock& block, std::span<const std::int32_t> cells, float* mean_cosine) {
    if (exact_) {
        const auto sums = exact_->of(scores_, block, cells);
        return {sums.begin(), sums.end()};
    }
    SparseRows rows;
    std::vector<float> zero(cells.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        ScoredCell cell;
        const bool has_scores = scores_.score(block, static_cast<std::size_t>(cells[i]), cell);
        if (mean_cosine) mean_cosine[i] = has_scores ? cosine_to_mean(cell) : std::numeric_limits<float>::quiet_NaN();
        if (has_scores) {
            zero[i] = cell.zero;
            rows.genes.insert(rows.genes.end(), cell.genes.begin(), cell.genes.end());
            rows.amounts.insert(rows.amounts.end(), cell.differences.begin(), cell.differences.end());
        }
        rows.starts.push_back(rows.genes.size());
    }
    weights_.sum(rows, sums_);
    std::vector<float> out(cells.size() * columns_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        // A cell without scores has zero NaN, and so all its sums.
        for (std::size_t c = 0; c < columns_; ++c)
            out[i * columns_ + c] = static_cast<float>(offset_[c] + zero[i] * slope_[c] + sums_[i * weights_.stride() + c]);
    }
    return out;
}

std::vector<float> LinearModel::logits(const MatrixBlock& block, std::size_t first, std::size_t count) {
    return logits_of(block, first, count, nullptr);
}

std::vector<float> LinearModel::logits_of(const MatrixBlock& block, std::size_t first, std::size_t count, float* mean_cosine) {
    std::vector<std::int32_t> cells(count);
    std::iota(cells.begin(), cells.end(), static_cast<std::int32_t>(first));
    std::vector<float> sums = sums_of(block, cells, mean_cosine);
    if (columns_ == classes_) return sums;
    std::vector<float> logits(count * classes_);
    for (std::size_t i = 0; i < count; ++i) {
        const auto own = std::span(sums).subspan(i * columns_, columns_);
        for (const Head& head : heads_) {
            const auto from = own.begin() + static_cast<std::ptrdiff_t>(head.column_of(0, head.clusters == 0 ? 0 : head.cluster_of(own)));
            std::copy(from, from + static_cast<std::ptrdiff_t>(head.classes),
                      logits.begin() + static_cast<std::ptrdiff_t>(i * classes_ + head.first));
        }
    }
    return logits;
}

std::vector<double> LinearModel::decisions(const MatrixBlock& block, std::size_t first, std::size_t count) {
    if (!exact_) {
        const auto sums = logits(block, first, count);
        return {sums.begin(), sums.end()};
    }
    std::vector<std::int32_t> cells(count);
    std::iota(cells.begin(), cells.end(), static_cast<std::int32_t>(first));
    return exact_->of(scores_, block, cells);
}

std::vector<std::int32_t> LinearModel::clusters(const MatrixBlock& block, std::span<const std::int32_t> cells, std::size_t head) {
    if (head >= heads_.size()) throw Error(ErrorCode::internal, sentence("The model has no head ", head, "."));
    std::vector<std::int32_t> out(cells.size(), 0);
    if (heads_[head].clusters == 0) return out;
    for (const std::int32_t cell : cells) {
        if (cell < 0 || static_cast<std::size_t>(cell) >= block.cells)
            throw Error(ErrorCode::internal, sentence("Cell ", cell, " is not one of the block's ", block.cells, "."));
    }
    for (std::size_t first = 0; first < cells.size(); first += kCellsTogether) {
        const auto some = cells.subspan(first, std::min(kCellsTogether, cells.size() - first));
        const auto sums = sums_of(block, some);
        for (std::size_t i = 0; i < some.size(); ++i)
            out[first + i] = static_cast<std::int32_t>(heads_[head].cluster_of(std::span(sums).subspan(i * columns_, columns_)));
    }
    return out;
}

std::vector<float> LinearModel::scores(const MatrixBlock& block, std::span<const std::int32_t> cells, std::vector<float>* expressed) {
    const std::size_t width = genes().size();
    std::vector<float> out(cells.size() * width);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i] < 0 || static_cast<std::size_t>(cells[i]) >= block.cells)
            throw Error(ErrorCode::internal, sentence("Cell ", cells[i], " is not one of the block's ", block.cells, "."));
        const auto cell = static_cast<std::size_t>(cells[i]);
        const auto row = std::span(out).subspan(i * width, width);
        ScoredCell scored;
        const bool has_scores = scores_.score(block, cell, scored);
        std::fill(row.begin(), row.end(), has_scores ? scored.zero : std::numeric_limits<float>::quiet_NaN());
        if (!has_scores) continue;
        for (std::size_t j = 0; j < scored.genes.size(); ++j) {
            const auto gene = static_cast<std::size_t>(scored.genes[j]);
            row[gene] += scored.differences[j];
            if (expressed) ++(*expressed)[gene];
        }
    }
    return out;
}

std::vector<float> LinearModel::scores_of(const MatrixBlock& block, std::span<const std::int32_t> cells,
                                          std::span<const std::int32_t> wanted) {
    std::vector<std::int32_t> column(genes().size(), -1);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] < 0 || static_cast<std::size_t>(wanted[i]) >= column.size())
            throw Error(ErrorCode::internal, sentence("Gene ", wanted[i], " is not one of the model's ", column.size(), " measured ones."));
        column[static_cast<std::size_t>(wanted[i])] = static_cast<std::int32_t>(i);
    }
    std::vector<float> out(cells.size() * wanted.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i] < 0 || static_cast<std::size_t>(cells[i]) >= block.cells)
            throw Error(ErrorCode::internal, sentence("Cell ", cells[i], " is not one of the block's ", block.cells, "."));
        const auto row = std::span(out).subspan(i * wanted.size(), wanted.size());
        ScoredCell scored;
        const bool has_scores = scores_.score(block, static_cast<std::size_t>(cells[i]), scored);
        std::fill(row.begin(), row.end(), has_scores ? scored.zero : std::numeric_limits<float>::quiet_NaN());
        if (!has_scores) continue;
        for (std::size_t j = 0; j < scored.genes.size(); ++j) {
            const std::int32_t at = column[static_cast<std::size_t>(scored.genes[j])];
            if (at >= 0) row[static_cast<std::size_t>(at)] += scored.differences[j];
        }
    }
    return out;
}

std::vector<float> LinearModel::weights_of(std::size_t head, std::int32_t code, std::int32_t against, std::size_t cluster) const {
    const std::size_t column = column_of(head, code, cluster);
    std::vector<float> out(genes().size());
    for (std::size_t row = 0; row < out.size(); ++row) out[row] = weights_.row(row)[column];
    if (against < 0) return out;
    const std::size_t other = column_of(head, against, cluster);
    for (std::size_t row = 0; row < out.size(); ++row) out[row] -= weights_.row(row)[other];
    return out;
}

double LinearModel::offset_of(std::size_t head, std::int32_t code, std::int32_t against, std::size_t cluster) const {
    return offset_[column_of(head, code, cluster)] - (against < 0 ? 0 : offset_[column_of(head, against, cluster)]);
}

std::size_t LinearModel::column_of(std::size_t head, std::int32_t code, std::size_t cluster) const {
    if (head >= heads_.size() || code < 0 || static_cast<std::size_t>(code) >= heads_[head].classes)
        throw Error(ErrorCode::internal, sentence("The model has no class ", code, " in head ", head, "."));
    if (heads_[head].clusters > 0 && cluster >= heads_[head].clusters)
        throw Error(ErrorCode::internal, sentence("The model has no cluster ", cluster, " in head ", head, "."));
    return heads_[head].column_of(static_cast<std::size_t>(code), heads_[head].clusters == 0 ? 0 : cluster);
}

void LinearModel::embed(std::span<const float> logits, float* out) const {
    const auto head = logits.subspan(embedding_head_.first, embedding_head_.classes);
    if (directions_.empty()) {
        std::copy(head.begin(), head.end(), out);
        return;
    }
    std::fill(out, out + dims_, 0.0f);
    for (std::size_t c = 0; c < head.size(); ++c) {
        const float* row = directions_.data() + c * dims_;
        for (std::size_t d = 0; d < dims_; ++d) out[d] += head[c] * row[d];
    }
}

void LinearModel::score(std::span<const double> decisions, std::span<const float> logits, std::size_t cell, std::optional<double> threshold,
                        LinearPredictions& out) const {
    for (std::size_t h = 0; h < heads_.size(); ++h) {
        const Head& head = heads_[h];
        const bool has_scores = !std::isnan(logits[0]);
        if (threshold) out.matched[h].counts.push_back(0);
        if (!has_scores)
            score_nothing(head.classes, cell, out.heads[h]);
        else if (head.link == Link::softmax)
            score_cell(logits.subspan(head.first, head.classes), head.temperature, cell, out.heads[h]);
        else
            score_logistic_cell(decisions.subspan(head.first, head.classes), head.temperature, cell, out.heads[h]);
        if (!threshold || !has_scores || head.link == Link::softmax) continue;
        for (std::size_t c = 0; c < head.classes; ++c) {
            if (!(logistic(decisions[head.first + c] / head.temperature) > *threshold)) continue;
            out.matched[h].codes.push_back(static_cast<std::uint16_t>(c));
            ++out.matched[h].counts.back();
        }
    }
}

LinearPredictions LinearModel::predict(const MatrixBlock& block, std::size_t most, std::optional<double> threshold) {
    LinearPredictions out;
    for (const Head& head : heads_) out.heads.emplace_back(block.cells, head.classes, most);
    if (threshold) out.matched.resize(heads_.size());
    out.dims = dims_;
    out.embedding.resize(block.cells * dims_);
    if (!exact_) out.mean_cosine.resize(block.cells);
    for (std::size_t first = 0; first < block.cells; first += kCellsTogether) {
        const std::size_t count = std::min(kCellsTogether, block.cells - first);
        const auto exact = exact_ ? decisions(block, first, count) : std::vector<double>();
        const auto together =
            exact_ ? std::vector<float>(exact.begin(), exact.end()) : logits_of(block, first, count, out.mean_cosine.data() + first);
        const auto widened = exact_ ? std::vector<double>() : std::vector<double>(together.begin(), together.end());
        for (std::size_t i = 0; i < count; ++i) {
            const auto of_cell = std::span(together).subspan(i * classes_, classes_);
            score(std::span(exact_ ? exact : widened).subspan(i * classes_, classes_), of_cell, first + i, threshold, out);
            embed(of_cell, out.embedding.data() + (first + i) * dims_);
        }
    }
    return out;
}

}  // namespace phenolens
