#include "scaled_scores.hpp"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "dense.hpp"
#include "error.hpp"
#include "resample.hpp"
#include "weight_rows.hpp"

namespace phenolens {
namespace {

/// Rows taken together: enough that a gene's sums are loaded once for many cells, few enough that the rows stay in the second cache.
constexpr std::size_t kForward = 64, kBackward = 256;
/// Directions beyond those wanted, as scikit-learn's randomized SVD.
constexpr std::size_t kMore = 10;
/// Rows that a thinned matrix keeps at least.
constexpr std::size_t kThinned = 3000;
constexpr std::size_t kStep = 4;

void fill_normal(std::vector<float>& values, std::uint64_t seed) {
    Random random(seed);
    const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + 0.5) * 0x1p-53; };
    for (float& value : values) value = static_cast<float>(std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()));
}

using Square = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// columns' columns.
Square gram(std::span<const float> columns, std::size_t width) {
    Square out = Square::Zero(static_cast<Eigen::Index>(width), static_cast<Eigen::Index>(width));
    add_transposed_product<float>(columns, columns, width, width, {out.data(), width * width});
    return out;
}

/// Turns and scales the columns so that they are orthonormal; those that others span already become zeros.
void orthonormalize(std::vector<float>& columns, std::size_t width) {
    // Twice: the first time rounding leaves what the second one mends.
    for (int round = 0; round < 2; ++round) {
        const Eigen::SelfAdjointEigenSolver<Square> solver(gram(columns, width));
        const double least = 1e-10 * std::max(solver.eigenvalues().maxCoeff(), 1e-300);
        std::vector<float> turn(width * width);
        for (std::size_t k = 0; k < width; ++k) {
            const double value = solver.eigenvalues()[static_cast<Eigen::Index>(k)];
            if (value <= least) continue;
            for (std::size_t j = 0; j < width; ++j) turn[j * width + k] = static_cast<float>(solver.eigenvectors()(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k)) / std::sqrt(value));
        }
        std::vector<float> turned(columns.size());
        multiply<float>(columns, turn, width, width, turned);
        columns = std::move(turned);
    }
}

}  // namespace

ScaledScores::ScaledScores(const TrainingSample& sample, std::vector<std::int32_t> rows, std::vector<std::int32_t> genes, std::vector<double> mean, std::vector<double> deviation)
    : sample_(sample), rows_(std::move(rows)), genes_(std::move(genes)), mean_(std::move(mean)), deviation_(std::move(deviation)), place_(sample.genes(), -1) {
    if (mean_.size() != genes_.size() || deviation_.size() != genes_.size()) throw Error(ErrorCode::internal, "Means and deviations are not one per chosen gene.");
    for (std::size_t j = 0; j < genes_.size(); ++j) place_[static_cast<std::size_t>(genes_[j])] = static_cast<std::int32_t>(j);
}

template <typename Take>
void ScaledScores::each(std::size_t row, const Take& take) const {
    const auto& cell = sample_.row(static_cast<std::size_t>(rows_[row]));
    for (std::uint32_t j = 0; j < cell.stored; ++j) {
        const std::int32_t place = place_[cell.genes[j]];
        if (place >= 0) take(place, cell.differences[j]);
    }
}

ScaledScores ScaledScores::thinned(std::size_t step) const {
    std::vector<std::int32_t> rows;
    for (std::size_t i = 0; i < rows_.size(); i += step) rows.push_back(rows_[i]);
    return {sample_, std::move(rows), genes_, mean_, deviation_};
}

std::vector<float> ScaledScores::times(std::span<const float> right, std::size_t width) const {
    if (right.size() != genes() * width || width % 8 != 0) throw Error(ErrorCode::internal, "Matrices to be multiplied do not fit each other.");
    WeightRows scaled(genes(), width);
    std::vector<double> slope(width), offset(width);
    for (std::size_t j = 0; j < genes(); ++j) {
        for (std::size_t k = 0; k < width; ++k) {
            const double weight = right[j * width + k] / deviation_[j];
            scaled.at(j, k) = static_cast<float>(weight);
            slope[k] += weight;
            offset[k] += weight * mean_[j];
        }
    }
    std::vector<float> out(rows() * width), sums;
    for (std::size_t first = 0; first < rows(); first += kForward) {
        const std::size_t count = std::min(kForward, rows() - first);
        SparseRows cells;
        for (std::size_t i = 0; i < count; ++i) {
            each(first + i, [&](std::int32_t gene, float difference) {
                cells.genes.push_back(gene);
                cells.amounts.push_back(difference);
            });
            cells.starts.push_back(cells.genes.size());
        }
        scaled.sum(cells, sums);
        for (std::size_t i = 0; i < count; ++i) {
            const double zero = sample_.row(static_cast<std::size_t>(rows_[first + i])).zero;
            for (std::size_t k = 0; k < width; ++k) out[(first + i) * width + k] = static_cast<float>(sums[i * width + k] + zero * slope[k] - offset[k]);
        }
    }
    return out;
}

std::vector<float> ScaledScores::transposed_times(std::span<const float> left, std::size_t width) const {
    if (left.size() != rows() * width || width % 8 != 0) throw Error(ErrorCode::internal, "Matrices to be multiplied do not fit each other.");
    std::vector<float> out(genes() * width);
    std::vector<double> sum(width), weighted(width);
    std::vector<std::size_t> starts(genes() + 1), next(genes());
    std::vector<std::int32_t> cells;
    std::vector<float> amounts;
    for (std::size_t first = 0; first < rows(); first += kBackward) {
        const std::size_t count = std::min(kBackward, rows() - first);
        std::fill(starts.begin(), starts.end(), 0);
        for (std::size_t i = 0; i < count; ++i) each(first + i, [&](std::int32_t gene, float) { ++starts[static_cast<std::size_t>(gene) + 1]; });
        for (std::size_t j = 0; j < genes(); ++j) starts[j + 1] += starts[j];
        std::copy(starts.begin(), starts.end() - 1, next.begin());
        cells.resize(starts.back());
        amounts.resize(starts.back());
        for (std::size_t i = 0; i < count; ++i) {
            each(first + i, [&](std::int32_t gene, float difference) {
                const std::size_t at = next[static_cast<std::size_t>(gene)]++;
                cells[at] = static_cast<std::int32_t>(i);
                amounts[at] = difference;
            });
            const double zero = sample_.row(static_cast<std::size_t>(rows_[first + i])).zero;
            for (std::size_t k = 0; k < width; ++k) {
                const double value = left[(first + i) * width + k];
                sum[k] += value;
                weighted[k] += zero * value;
            }
        }
        for (std::size_t j = 0; j < genes(); ++j) {
            const std::size_t stored = starts[j + 1] - starts[j];
            if (stored > 0) add_rows(left.data() + first * width, width, {cells.data() + starts[j], stored}, amounts.data() + starts[j], out.data() + j * width);
        }
    }
    for (std::size_t j = 0; j < genes(); ++j) {
        for (std::size_t k = 0; k < width; ++k) out[j * width + k] = static_cast<float>((out[j * width + k] + weighted[k] - mean_[j] * sum[k]) / deviation_[j]);
    }
    return out;
}

LeadingBasis leading_basis(const ScaledScores& matrix, std::size_t components, std::size_t iterations, std::uint64_t seed) {
    if (matrix.rows() < 2 || matrix.genes() == 0 || components == 0) throw Error(ErrorCode::bad_input, "Components need at least two cells, one gene and one component.");
    const std::size_t most = std::min(matrix.genes(), matrix.rows() - 1);
    const std::size_t inner = padded(std::min(components + kMore, most));
    std::vector<float> axes(matrix.genes() * inner);
    fill_normal(axes, seed);
    const ScaledScores few = matrix.thinned(matrix.rows() / kStep >= kThinned ? kStep : 1);
    for (std::size_t i = 0; i < iterations; ++i) {
        const ScaledScores& of = i + 1 < iterations ? few : matrix;
        axes = of.transposed_times(of.times(axes, inner), inner);
        orthonormalize(axes, inner);
    }
    auto positions = matrix.times(axes, inner);
    const Eigen::SelfAdjointEigenSolver<Square> solver(gram(positions, inner));
    LeadingBasis out;
    const double first = std::max(solver.eigenvalues().maxCoeff(), 0.0);
    while (out.components < std::min(components, most)) {
        const double value = solver.eigenvalues()[static_cast<Eigen::Index>(inner - 1 - out.components)];
        if (!(value > 1e-9 * first)) break;
        out.deviation.push_back(std::sqrt(value / static_cast<double>(matrix.rows() - 1)));
        ++out.components;
    }
    if (out.components == 0) throw Error(ErrorCode::bad_input, "No gene chosen varies between the training cells; there are no components.");
    out.width = padded(out.components);
    std::vector<float> turn(inner * out.width);
    for (std::size_t k = 0; k < out.components; ++k) {
        const auto column = static_cast<Eigen::Index>(inner - 1 - k);
        for (std::size_t j = 0; j < inner; ++j) turn[j * out.width + k] = static_cast<float>(solver.eigenvectors()(static_cast<Eigen::Index>(j), column));
    }
    out.axes.resize(matrix.genes() * out.width);
    out.positions.resize(matrix.rows() * out.width);
    multiply<float>(axes, turn, inner, out.width, out.axes);
    multiply<float>(positions, turn, inner, out.width, out.positions);
    return out;
}

}  // namespace phenolens
