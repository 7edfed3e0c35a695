#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "cells/cell_scores.hpp"

namespace phenolens {

/// The scores of some of a block's cells as bytes, to be added to samples in other threads. `first_row` is the place of the first in the
/// sample.
std::vector<std::uint8_t> sample_part(CellScores& scores, const MatrixBlock& block, std::span<const std::int32_t> cells,
                                      std::size_t first_row);

/// Scores of the cells to train on: sparse rows over the vocabulary's genes. Counts give a cell few distinct scores, so a value is a gene
/// and the place of its score in a list of the cell's: 3 bytes; 6 in a cell of more than 256 distinct scores. Parts may come in any order;
/// the sample is the same.
class TrainingSample {
public:
    struct Row {
        const std::uint16_t* genes = nullptr;
        /// Places in `values`; null where each value stands for itself.
        const std::uint8_t* places = nullptr;
        const float* values = nullptr;
        std::uint32_t stored = 0;
        /// NaN where a cell has no scores, or is not there yet.
        float zero = 0;

        float difference(std::size_t j) const { return places == nullptr ? values[j] : values[places[j]]; }
    };

    TrainingSample() = default;
    /// Throws Error(unsupported) above 65,535 genes.
    TrainingSample(std::size_t genes, std::size_t rows);

    /// Adds what sample_part wrote. Throws Error(internal) where it does not fit.
    void add(std::span<const std::uint8_t> part);

    std::size_t genes() const { return genes_; }
    std::size_t rows() const { return rows_.size(); }
    const Row& row(std::size_t row) const { return rows_[row]; }
    bool has_scores(std::size_t row) const;

private:
    struct Part {
        std::vector<std::uint16_t> genes;
        std::vector<std::uint8_t> places;
        std::vector<float> values;
    };

    std::size_t genes_ = 0;
    std::deque<Part> parts_;
    std::vector<Row> rows_;
};

}  // namespace phenolens
