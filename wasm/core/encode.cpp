#include "encode.hpp"

#include <algorithm>
#include <utility>

#include "error.hpp"
#include "normalize.hpp"

namespace phenolens {

GeneValuesEncoder::GeneValuesEncoder(const GeneMap& map, std::vector<float> scales, double target_sum, std::size_t max_genes, ValueKind kind)
    : gatherer_(map, kind), scales_(std::move(scales)), target_sum_(target_sum), max_genes_(max_genes), kind_(kind) {}

std::vector<std::int32_t> GeneValuesEncoder::token_counts(const MatrixBlock& block) {
    std::vector<std::int32_t> counts(block.cells);
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const std::size_t found = gatherer_.count(block.genes_of(cell), block.values_of(cell));
        counts[cell] = static_cast<std::int32_t>(std::min(found, max_genes_));
    }
    return counts;
}

void GeneValuesEncoder::tokens_of(const MatrixBlock& block, std::size_t cell) {
    const auto values = block.values_of(cell);
    gatherer_.gather(block.genes_of(cell), values, measured_);
    logs_.resize(measured_.genes.size());
    const double total = kind_ == ValueKind::log1p ? 0 : cell_total(values, kind_);
    log1p_values(measured_.values, total, target_sum_, kind_, logs_);
    tokens_.resize(logs_.size());
    for (std::size_t i = 0; i < logs_.size(); ++i) {
        const std::int32_t gene = measured_.genes[i];
        tokens_[i] = {static_cast<double>(logs_[i]) / scales_[gene], gene, logs_[i]};
    }
    const auto before = [](const Token& a, const Token& b) { return a.key != b.key ? a.key > b.key : a.gene < b.gene; };
    const std::size_t kept = std::min(tokens_.size(), max_genes_);
    if (kept < tokens_.size()) std::nth_element(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(kept), tokens_.end(), before);
    tokens_.resize(kept);
    std::sort(tokens_.begin(), tokens_.end(), before);
}

EncodedCells GeneValuesEncoder::encode(const MatrixBlock& block, std::span<const std::int32_t> cells) {
    EncodedCells out;
    std::vector<Token> all;
    for (const std::int32_t cell : cells) {
        if (cell < 0 || static_cast<std::size_t>(cell) >= block.cells) throw Error(ErrorCode::internal, "A cell outside the block was to be encoded.");
        tokens_of(block, static_cast<std::size_t>(cell));
        out.lengths.push_back(static_cast<std::int32_t>(tokens_.size()));
        out.length = std::max(out.length, tokens_.size());
        all.insert(all.end(), tokens_.begin(), tokens_.end());
    }
    const std::size_t size = cells.size() * out.length;
    out.genes.assign(size, static_cast<std::int32_t>(scales_.size()));
    out.values.assign(size, 0);
    out.mask.assign(size, 0);
    auto token = all.begin();
    for (std::size_t row = 0; row < cells.size(); ++row) {
        for (std::int32_t i = 0; i < out.lengths[row]; ++i, ++token) {
            const std::size_t at = row * out.length + static_cast<std::size_t>(i);
            out.genes[at] = token->gene;
            out.values[at] = token->value;
            out.mask[at] = 1;
        }
    }
    return out;
}

}  // namespace phenolens
