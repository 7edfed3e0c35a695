#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cells/encoding.hpp"
#include "genes/gene_map.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// Model input for some cells: arrays are row-major cells x length.
struct EncodedCells {
    std::size_t length = 0;
    /// Vocabulary indices; padding is the vocabulary's size.
    std::vector<std::int32_t> genes;
    /// log1p values (gene-values), bins (polygene-bins, value-bins), the file's values (rank-tokens) or what the model reads (dense);
    /// padding 0.
    std::vector<float> values;
    /// 1 for a token, 0 for padding.
    std::vector<float> mask;
    /// Tokens per cell.
    std::vector<std::int32_t> lengths;
};

/// Takes cells to the gene tokens a model reads. Candidates are vocabulary genes above zero (polygene-bins: above bin 0);
/// they stand in the encoding's order, ties by vocabulary index, and the first max_genes are kept.
class TokenEncoder {
public:
    /// `scales` has one positive value per vocabulary gene: gene-values and rank-tokens order by value over scale.
    TokenEncoder(const GeneMap& map, std::vector<float> scales, Encoding encoding, ValueKind kind);

    /// Tokens of each cell of a block.
    std::vector<std::int32_t> token_counts(const MatrixBlock& block);

    /// Encodes cells (offsets within the block), padded to the longest.
    /// Throws Error(internal) for a cell outside the block.
    EncodedCells encode(const MatrixBlock& block, std::span<const std::int32_t> cells);

private:
    struct Token {
        double key;
        std::int32_t gene;
        float value;
    };

    void tokens_of(const MatrixBlock& block, std::size_t cell);
    void gather(const MatrixBlock& block, std::size_t cell);
    void take_logs(const MatrixBlock& block, std::size_t cell);
    void take_scaled(const MatrixBlock& block, std::size_t cell);
    void candidates(const MatrixBlock& block, std::size_t cell);

    GeneGatherer gatherer_;
    std::vector<float> scales_;
    Encoding encoding_;
    ValueKind kind_;
    MeasuredValues measured_;
    std::vector<float> logs_;
    std::vector<Token> tokens_;
};

}  // namespace phenolens
