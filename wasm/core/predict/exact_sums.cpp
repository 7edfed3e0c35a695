#include "predict/exact_sums.hpp"

#include <cmath>
#include <limits>

#include "base/error.hpp"

namespace phenolens {

ExactSums::ExactSums(std::span<const std::int32_t> genes, const StandardizedWeights& weights, std::size_t columns)
    : columns_(columns), weights_(genes.size(), columns), offset_(weights.bias) {
    for (std::size_t row = 0; row < genes.size(); ++row) {
        const auto gene = static_cast<std::size_t>(genes[row]);
        for (std::size_t c = 0; c < columns; ++c) {
            const double weight = weights.weights[gene * columns + c] / weights.scale[gene];
            weights_.at(row, c) = weight;
            offset_[c] -= weight * weights.mean[gene];
        }
    }
}

std::vector<double> ExactSums::of(CellScores& scores, const MatrixBlock& block, std::span<const std::int32_t> cells) {
    BasicSparseRows<double> rows;
    std::vector<double> base(cells.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        ExactCell cell;
        if (scores.score(block, static_cast<std::size_t>(cells[i]), cell)) {
            base[i] = 0;
            rows.genes.insert(rows.genes.end(), cell.genes.begin(), cell.genes.end());
            rows.amounts.insert(rows.amounts.end(), cell.scores.begin(), cell.scores.end());
        }
        rows.starts.push_back(rows.genes.size());
    }
    weights_.sum(rows, sums_);
    std::vector<double> out(cells.size() * columns_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (std::size_t c = 0; c < columns_; ++c) out[i * columns_ + c] = offset_[c] + base[i] + sums_[i * weights_.stride() + c];
    }
    return out;
}

std::vector<double> ceilings_of(const StandardizedWeights& weights) {
    std::vector<double> out;
    for (std::size_t gene = 0; gene < weights.scale.size(); ++gene) {
        if (!(weights.scale[gene] > 0)) throw Error(ErrorCode::model, "The model's scaler has a scale that is not above zero.");
        if (std::isfinite(weights.ceiling)) out.push_back(weights.mean[gene] + weights.ceiling * weights.scale[gene]);
    }
    return out;
}

}  // namespace phenolens
