#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gene_map.hpp"
#include "matrix_block.hpp"

namespace phenolens {

/// Model input for some cells: arrays are row-major cells x length.
struct EncodedCells {
    std::size_t length = 0;
    /// Vocabulary indices; padding is the vocabulary's size.
    std::vector<std::int32_t> genes;
    /// log1p values; padding 0.
    std::vector<float> values;
    /// 1 for a token, 0 for padding.
    std::vector<float> mask;
    /// Tokens per cell.
    std::vector<std::int32_t> lengths;
};

/// Encoding `gene-values`: the genes of a cell that stand out most, with their log1p values.
/// Candidates are vocabulary genes above zero, ordered by value / scale descending, ties by vocabulary index; the first max_genes are kept in that order.
class GeneValuesEncoder {
public:
    /// `scales` has one positive value per vocabulary gene.
    GeneValuesEncoder(const GeneMap& map, std::vector<float> scales, double target_sum, std::size_t max_genes, ValueKind kind);

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

    GeneGatherer gatherer_;
    std::vector<float> scales_;
    double target_sum_;
    std::size_t max_genes_;
    ValueKind kind_;
    MeasuredValues measured_;
    std::vector<float> logs_;
    std::vector<Token> tokens_;
};

}  // namespace phenolens
