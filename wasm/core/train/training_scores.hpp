#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cells/cell_scores.hpp"
#include "genes/gene_names.hpp"
#include "genes/vocabulary_match.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// Scores of a file's cells to train on, over a vocabulary (write_vocabulary's, or another model's).
class TrainingScores {
public:
    /// `kind` is that of the matrix trained on. Throws Error(unsupported) for scaled values, and where the file measures no gene of the
    /// vocabulary.
    TrainingScores(const GeneNames& names, ValueKind kind, std::string_view genes_tsv, Normalization normalization, double target_sum);

    /// Vocabulary index of each gene of the sample.
    std::span<const std::int32_t> genes() const { return scores_.genes(); }

    /// Scores of some of a block's cells (offsets), as bytes that TrainingSample::add takes; `first_row` is the place of the first in the
    /// sample. Throws Error(internal) for a block of another matrix: other genes, or another kind of values.
    std::vector<std::uint8_t> part(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> cells, std::size_t first_row);

private:
    std::size_t columns_;
    ValueKind kind_;
    CellScores scores_;
};

}  // namespace phenolens
