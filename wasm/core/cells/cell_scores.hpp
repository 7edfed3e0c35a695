#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cells/rank_normal.hpp"
#include "genes/gene_map.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// How counts become the scores that linear models read: `rank_normal` over the genes measured of the vocabulary, or ln(1 + target_sum x
/// count / total of the cell), the total being of all the file's genes or, log1p_of_model, of the vocabulary's alone. `proportions`, counts
/// per 10,000 without a logarithm, is of chosen genes only: no model reads it.
enum class Normalization { rank_normal, log1p, log1p_of_model, proportions };

/// The kind of a manifest's word. Throws Error(model) for another word.
Normalization normalization_of(std::string_view name);

/// A cell's scores, sparse: a gene of `genes` has `zero` + its difference, every other one `zero`.
struct ScoredCell {
    float zero = 0;
    std::span<const std::int32_t> genes;
    std::span<const float> differences;
};

/// The same in double precision; scores that are not listed are zero.
struct ExactCell {
    std::span<const std::int32_t> genes;
    std::span<const double> scores;
};

/// Takes a file's cells to scores over the vocabulary's genes that the file measures, numbered in the file's order, so that a cell's genes
/// rise. Keeps scratch space, so that one belongs to one thread.
class CellScores {
public:
    /// `target_sum` is read for log1p alone. `ceilings`, of log1p too, has one above zero per vocabulary gene: scores beyond are cut to it.
    CellScores(const GeneMap& map, ValueKind kind, Normalization normalization, double target_sum, std::span<const double> ceilings = {});

    /// Measured genes in the order of their numbers, as vocabulary indices.
    std::span<const std::int32_t> genes() const { return kept_; }

    /// Scores of a cell of the block, until the next call; false where there is nothing to score: no count, or the same one everywhere.
    bool score(const MatrixBlock& block, std::size_t cell, ScoredCell& out);

    /// Log1p scores in double precision, likewise.
    bool score(const MatrixBlock& block, std::size_t cell, ExactCell& out);

private:
    GeneMap in_file_order(const GeneMap& map);
    /// Log1p scores of the values gathered; false where there is no count.
    template <typename Number> bool take_logs(const MatrixBlock& block, std::size_t cell, std::vector<Number>& out);

    ValueKind kind_;
    Normalization normalization_;
    double target_sum_;
    /// Vocabulary index per number.
    std::vector<std::int32_t> kept_;
    /// Ceiling per number; empty where there are none.
    std::vector<double> ceilings_;
    GeneGatherer gatherer_;
    RankNormal rank_;
    MeasuredValues measured_;
    RankNormalCell ranked_;
    std::vector<double> exact_;
};

}  // namespace phenolens
