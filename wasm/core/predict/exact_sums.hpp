#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/weight_rows.hpp"
#include "cells/cell_scores.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// Weights of regressions on standardized scores, as scikit-learn's StandardScaler makes them:
/// decision_c = bias_c + sum over measured genes j of W[j][c] min((z_j - mean_j) / scale_j, ceiling), z being log1p scores.
struct StandardizedWeights {
    /// Row-major genes x columns.
    std::vector<double> weights;
    /// One per column.
    std::vector<double> bias;
    /// One per gene; scales are above zero.
    std::vector<double> mean, scale;
    /// In standard deviations; infinity where nothing is cut.
    double ceiling;
};

/// Decision values in double precision: they run to thousands, where a float's last digit is above 1e-4.
/// Keeps scratch space, so that one belongs to one thread.
class ExactSums {
public:
    /// `genes` are the measured ones, as vocabulary indices, in the order of CellScores.
    ExactSums(std::span<const std::int32_t> genes, const StandardizedWeights& weights, std::size_t columns);

    /// Row-major cells x columns; NaN where a cell has no count.
    std::vector<double> of(CellScores& scores, const MatrixBlock& block, std::span<const std::int32_t> cells);

    /// Per column: the decision value where no measured gene is expressed.
    std::span<const double> offset() const { return offset_; }

    double weight(std::size_t row, std::size_t column) const { return weights_.row(row)[column]; }

private:
    std::size_t columns_;
    /// Each gene's weights over its scale.
    BasicWeightRows<double> weights_;
    std::vector<double> offset_;
    std::vector<double> sums_;
};

/// The score beyond which each vocabulary gene's is cut; empty where nothing is. Throws Error(model) for a scale that is not above zero.
std::vector<double> ceilings_of(const StandardizedWeights& weights);

}  // namespace phenolens
