#pragma once

#include <cstddef>
#include <vector>

#include "cells/chosen_scores.hpp"

namespace phenolens {

/// Scores of some blocks' cells, while they take no more than so many bytes: what a second pass over the file would have to read and score
/// again.
class KeptScores {
public:
    /// 0: nothing is kept.
    explicit KeptScores(std::size_t most_bytes = 0) : most_bytes_(most_bytes), is_whole_(most_bytes > 0) {}

    void add(ScoredCells cells);

    /// Whether all that was added is still here; beyond the limit everything is let go.
    bool is_whole() const { return is_whole_; }
    const std::vector<ScoredCells>& blocks() const { return blocks_; }

private:
    std::size_t most_bytes_, bytes_ = 0;
    bool is_whole_;
    std::vector<ScoredCells> blocks_;
};

}  // namespace phenolens
