#include "linear.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "error.hpp"
#include "pca.hpp"
#include "text.hpp"

namespace phenolens {
namespace {

/// Rows are padded to this many floats, two SIMD registers, so that the loops below have no remainder.
constexpr std::size_t kRow = 8;

/// sums += the rows of the genes, each times its amount. Eight rows a turn: the sums are then loaded and stored an eighth as often, and each row is read once, from end to end.
void add_rows(const float* weights, std::size_t stride, std::span<const std::int32_t> genes, std::span<const float> amounts, float* __restrict sums) {
    std::size_t i = 0;
    for (; i + 8 <= genes.size(); i += 8) {
        const float* rows[8];
        for (std::size_t r = 0; r < 8; ++r) rows[r] = weights + static_cast<std::size_t>(genes[i + r]) * stride;
        const float *r0 = rows[0], *r1 = rows[1], *r2 = rows[2], *r3 = rows[3], *r4 = rows[4], *r5 = rows[5], *r6 = rows[6], *r7 = rows[7];
        const float *a = amounts.data() + i;
        const float a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3], a4 = a[4], a5 = a[5], a6 = a[6], a7 = a[7];
        for (std::size_t c = 0; c < stride; ++c) {
            sums[c] += ((a0 * r0[c] + a1 * r1[c]) + (a2 * r2[c] + a3 * r3[c])) + ((a4 * r4[c] + a5 * r5[c]) + (a6 * r6[c] + a7 * r7[c]));
        }
    }
    for (; i < genes.size(); ++i) {
        const float* row = weights + static_cast<std::size_t>(genes[i]) * stride;
        const float amount = amounts[i];
        for (std::size_t c = 0; c < stride; ++c) sums[c] += amount * row[c];
    }
}

void check_sizes(const GeneMap& map, const LinearWeights& weights, std::size_t classes, std::size_t heads, std::size_t embedding_head) {
    const std::size_t genes = map.vocabulary();
    if (weights.weights.size() != genes * classes || weights.bias.size() != classes || weights.mean.size() != genes) {
        throw Error(ErrorCode::model, sentence("The model's weights do not fit its ", genes, " genes and ", classes, " classes."));
    }
    if (embedding_head >= heads) throw Error(ErrorCode::model, sentence("The model has no head ", embedding_head, " to take the embedding from."));
    if (map.found == 0) throw Error(ErrorCode::unsupported, "The file measures no gene of the model's vocabulary.");
}

}  // namespace

LinearModel::LinearModel(const GeneMap& map, const LinearWeights& weights, std::vector<Head> heads, std::size_t embedding_head, ValueKind kind)
    : heads_(std::move(heads)),
      classes_(classes_of(heads_)),
      stride_((classes_ + kRow - 1) / kRow * kRow),
      gatherer_(map, kind),
      rank_(map.found) {
    check_sizes(map, weights, classes_, heads_.size(), embedding_head);
    embedding_head_ = heads_[embedding_head];
    offset_.assign(weights.bias.begin(), weights.bias.end());
    slope_.assign(classes_, 0);
    weights_.assign(map.vocabulary() * stride_, 0);
    sums_.resize(stride_);
    for (std::size_t gene = 0; gene < map.vocabulary(); ++gene) {
        if (map.columns_of[gene] == 0) continue;
        for (std::size_t c = 0; c < classes_; ++c) {
            const float weight = weights.weights[gene * classes_ + c];
            weights_[gene * stride_ + c] = weight;
            slope_[c] += weight;
            offset_[c] -= static_cast<double>(weight) * weights.mean[gene];
        }
    }
    set_up_embedding();
}

void LinearModel::set_up_embedding() {
    const std::size_t classes = embedding_head_.classes;
    dims_ = std::min(classes, kEmbeddingDims);
    if (classes <= kEmbeddingDims) return;
    // Scores of a cell are about white, so the logits vary most along the leading directions of W'W.
    Covariance gram(classes);
    for (std::size_t row = 0; row < weights_.size(); row += stride_) gram.add({weights_.data() + row + embedding_head_.first, classes});
    const Components leading = leading_components(gram, dims_);
    directions_.resize(classes * dims_);
    for (std::size_t d = 0; d < dims_; ++d) {
        for (std::size_t c = 0; c < classes; ++c) directions_[c * dims_ + d] = leading.rotation[d * classes + c];
    }
}

bool LinearModel::logits(std::span<const std::int32_t> indices, std::span<const float> values, std::span<float> out) {
    gatherer_.gather(indices, values, measured_);
    if (!rank_.transform(measured_.values, ranked_)) {
        std::fill(out.begin(), out.end(), std::numeric_limits<float>::quiet_NaN());
        return false;
    }
    std::fill(sums_.begin(), sums_.end(), 0.0f);
    add_rows(weights_.data(), stride_, measured_.genes, ranked_.difference, sums_.data());
    for (std::size_t c = 0; c < classes_; ++c) out[c] = static_cast<float>(offset_[c] + ranked_.zero * slope_[c] + sums_[c]);
    return true;
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

LinearPredictions LinearModel::predict(const MatrixBlock& block) {
    LinearPredictions out;
    for (const Head& head : heads_) out.heads.emplace_back(block.cells, head.classes);
    out.dims = dims_;
    out.embedding.resize(block.cells * dims_);
    std::vector<float> cell_logits(classes_);
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const bool known = logits(block.genes_of(cell), block.values_of(cell), cell_logits);
        for (std::size_t h = 0; h < heads_.size(); ++h) {
            const Head& head = heads_[h];
            if (known) score_cell({cell_logits.data() + head.first, head.classes}, head.temperature, cell, out.heads[h]);
            else score_nothing(head.classes, cell, out.heads[h]);
        }
        embed(cell_logits, out.embedding.data() + cell * dims_);
    }
    return out;
}

}  // namespace phenolens
