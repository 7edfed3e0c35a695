#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cells/cell_scores.hpp"
#include "cells/rank_normal.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// Scores of a block's cells as sparse rows over chosen genes.
struct ScoredCells {
    /// The file's cell that is the first.
    std::int64_t first = 0;
    /// Per cell whether it has scores (0: left out, or nothing to score), and what its other genes have.
    std::vector<std::uint8_t> has_scores;
    std::vector<float> zero;
    /// cells + 1 positions among places (among the chosen, rising within a cell) and differences from the zero.
    std::vector<std::uint32_t> starts = {0};
    std::vector<std::uint16_t> places;
    std::vector<float> differences;

    std::size_t cells() const { return zero.size(); }
};

/// Scores of some of a file's genes, cell by cell: log1p(CP10K), proportions (CP10K), or rank-normal over all of the file's genes.
/// Keeps scratch space, so that one belongs to one thread.
class ChosenScores {
public:
    ChosenScores() = default;
    /// `chosen` are places among the file's genes, rising. Throws Error(bad_input) where they do not, or are more than 65,535.
    ChosenScores(std::size_t genes, std::vector<std::int32_t> chosen, Normalization scale);

    std::size_t genes() const { return place_.size(); }
    std::span<const std::int32_t> chosen() const { return chosen_; }

    /// The cell's chosen genes (as places among the chosen, rising) that differ from `zero`, and by how much; false where there is nothing
    /// to score.
    bool score(const MatrixBlock& block, ValueKind kind, std::size_t cell);
    float zero() const { return zero_; }
    std::span<const std::int32_t> places() const { return places_; }
    std::span<const float> differences() const { return differences_; }

private:
    std::vector<std::int32_t> chosen_, place_;
    Normalization scale_ = Normalization::log1p;
    std::optional<RankNormal> rank_;
    RankNormalCell ranked_;
    float zero_ = 0;
    std::vector<std::int32_t> places_, kept_;
    std::vector<float> differences_, logs_, positive_;
};

/// Scores the cells of a block whose `mask` is not 0; without a mask all.
/// Throws Error(internal) for a block over other genes or a mask of another length.
ScoredCells score_cells(ChosenScores& scores, const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask = {});

}  // namespace phenolens
