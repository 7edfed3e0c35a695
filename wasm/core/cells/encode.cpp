#include "cells/encode.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "cells/normalize.hpp"

namespace phenolens {

TokenEncoder::TokenEncoder(const GeneMap& map, std::vector<float> scales, Encoding encoding, ValueKind kind)
    : gatherer_(map, kind), scales_(std::move(scales)), encoding_(std::move(encoding)), kind_(kind) {}

std::vector<std::int32_t> TokenEncoder::token_counts(const MatrixBlock& block) {
    std::vector<std::int32_t> counts(block.cells);
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        std::size_t found;
        if (encoding_.reading == TokenReading::polygene_bins) {
            candidates(block, cell);
            found = tokens_.size();
        } else {
            found = gatherer_.count(block.genes_of(cell), block.values_of(cell));
        }
        counts[cell] = static_cast<std::int32_t>(std::min(found, encoding_.max_genes));
    }
    return counts;
}

void TokenEncoder::gather(const MatrixBlock& block, std::size_t cell) {
    gatherer_.gather(block.genes_of(cell), block.values_of(cell), measured_);
}

void TokenEncoder::take_logs(const MatrixBlock& block, std::size_t cell) {
    logs_.resize(measured_.genes.size());
    const double total = kind_ == ValueKind::log1p ? 0 : cell_total(block.values_of(cell), kind_);
    log1p_values(measured_.values, total, encoding_.target_sum, kind_, logs_);
}

void TokenEncoder::take_scaled(const MatrixBlock& block, std::size_t cell) {
    const auto& values = measured_.values;
    logs_.assign(values.begin(), values.end());
    switch (encoding_.scale) {
    case ReadScale::counts: break;
    case ReadScale::log1p_counts:
        for (float& value : logs_) value = std::log1p(value);
        break;
    case ReadScale::log1p:
        if (encoding_.total_of_model)
            log1p_values_of_own_total<float>(values, encoding_.target_sum, kind_, logs_);
        else
            take_logs(block, cell);
        break;
    }
}

void TokenEncoder::candidates(const MatrixBlock& block, std::size_t cell) {
    gather(block, cell);
    tokens_.clear();
    const auto& [genes, values] = measured_;
    switch (encoding_.reading) {
    case TokenReading::gene_values:
        take_logs(block, cell);
        for (std::size_t i = 0; i < genes.size(); ++i)
            tokens_.push_back({static_cast<double>(logs_[i]) / scales_[genes[i]], genes[i], logs_[i]});
        break;
    case TokenReading::rank_tokens:
        // Dividing by the cell's total changes no order.
        for (std::size_t i = 0; i < genes.size(); ++i) {
            const double count = kind_ == ValueKind::log1p ? std::expm1(static_cast<double>(values[i])) : values[i];
            tokens_.push_back({count / scales_[genes[i]], genes[i], values[i]});
        }
        break;
    case TokenReading::value_bins: {
        const auto bins = equal_frequency_bins(values, encoding_.bins);
        for (std::size_t i = 0; i < genes.size(); ++i) tokens_.push_back({values[i], genes[i], bins[i]});
        break;
    }
    case TokenReading::dense:
        take_scaled(block, cell);
        for (std::size_t i = 0; i < genes.size(); ++i) tokens_.push_back({0, genes[i], logs_[i]});
        break;
    case TokenReading::polygene_bins: {
        const bool of_counts = encoding_.scale == ReadScale::counts;
        if (!of_counts) take_logs(block, cell);
        for (std::size_t i = 0; i < genes.size(); ++i) {
            const int bin = encoding_.edges.bin_of(of_counts ? values[i] : logs_[i]);
            if (bin > 0) tokens_.push_back({0, genes[i], static_cast<float>(bin)});
        }
        break;
    }
    }
}

void TokenEncoder::tokens_of(const MatrixBlock& block, std::size_t cell) {
    candidates(block, cell);
    const auto before = [](const Token& a, const Token& b) { return a.key != b.key ? a.key > b.key : a.gene < b.gene; };
    const std::size_t kept = std::min(tokens_.size(), encoding_.max_genes);
    if (kept < tokens_.size())
        std::nth_element(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(kept), tokens_.end(), before);
    tokens_.resize(kept);
    std::sort(tokens_.begin(), tokens_.end(), before);
}

EncodedCells TokenEncoder::encode(const MatrixBlock& block, std::span<const std::int32_t> cells) {
    EncodedCells out;
    std::vector<Token> all;
    for (const std::int32_t cell : cells) {
        if (cell < 0 || static_cast<std::size_t>(cell) >= block.cells)
            throw Error(ErrorCode::internal, "A cell outside the block was to be encoded.");
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
