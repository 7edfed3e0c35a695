#include "train/scaled_scores.hpp"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "base/dense.hpp"
#include "base/error.hpp"
#include "base/random.hpp"
#include "base/weight_rows.hpp"

namespace phenolens {
namespace {

/// Rows taken together: enough that a gene's sums are loaded once for many cells, few enough that the rows stay in the second cache.
constexpr std::size_t kForward = 64, kBackward = 256;
/// Directions multiplied at once: wide enough to use the registers, narrow enough that powers of the matrix grow quickly.
constexpr std::size_t kBlock = 80;

void fill_normal(std::vector<float>& values, std::uint64_t seed) {
    Random random(seed);
    const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + 0.5) * 0x1p-53; };
    for (float& value : values)
        value = static_cast<float>(std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()));
}

using Square = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// left' right, both of `width` columns.
Square product(std::span<const float> left, std::span<const float> right, std::size_t width) {
    Square out = Square::Zero(static_cast<Eigen::Index>(width), static_cast<Eigen::Index>(width));
    add_transposed_product<float>(left, right, width, width, {out.data(), width * width});
    return out;
}

double squares(std::span<const float> values) {
    double sum = 0;
    for (const float value : values) sum += static_cast<double>(value) * value;
    return sum;
}

/// Takes from the columns what lies along orthonormal ones.
void take_away(std::span<const float> orthonormal, std::size_t width, std::vector<float>& columns) {
    const Square along = product(orthonormal, columns, width);
    std::vector<float> turn(width * width), part(columns.size());
    for (std::size_t i = 0; i < turn.size(); ++i) turn[i] = static_cast<float>(along.data()[i]);
    multiply<float>(orthonormal, turn, width, width, part);
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] -= part[i];
}

/// Turns and scales the columns so that they are orthonormal; those no longer than `noise` (squared), or that others span already, become
/// zeros.
void orthonormalize(std::vector<float>& columns, std::size_t width, double noise) {
    // Twice: the first time rounding leaves what the second one mends, when columns are of length 1 or 0.
    for (int round = 0; round < 2; ++round, noise = 0.5) {
        const Eigen::SelfAdjointEigenSolver<Square> solver(product(columns, columns, width));
        const double least = std::max(noise, 1e-10 * solver.eigenvalues().maxCoeff());
        std::vector<float> turn(width * width);
        for (std::size_t k = 0; k < width; ++k) {
            const double value = solver.eigenvalues()[static_cast<Eigen::Index>(k)];
            if (value <= least) continue;
            for (std::size_t j = 0; j < width; ++j)
                turn[j * width + k] = static_cast<float>(solver.eigenvectors()(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k)) /
                                                         std::sqrt(value));
        }
        std::vector<float> turned(columns.size());
        multiply<float>(columns, turn, width, width, turned);
        columns = std::move(turned);
    }
}

}  // namespace

ScaledScores::ScaledScores(const TrainingSample& sample, std::vector<std::int32_t> rows, std::vector<std::int32_t> genes,
                           std::vector<double> mean, std::vector<double> deviation)
    : sample_(sample), rows_(std::move(rows)), genes_(std::move(genes)), mean_(std::move(mean)), deviation_(std::move(deviation)),
      place_(sample.genes(), -1) {
    if (mean_.size() != genes_.size() || deviation_.size() != genes_.size())
        throw Error(ErrorCode::internal, "Means and deviations are not one per chosen gene.");
    for (std::size_t j = 0; j < genes_.size(); ++j) place_[static_cast<std::size_t>(genes_[j])] = static_cast<std::int32_t>(j);
}

template <typename Take> void ScaledScores::each(std::size_t row, const Take& take) const {
    const auto& cell = sample_.row(static_cast<std::size_t>(rows_[row]));
    for (std::uint32_t j = 0; j < cell.stored; ++j) {
        const std::int32_t place = place_[cell.genes[j]];
        if (place >= 0) take(place, cell.difference(j));
    }
}

std::vector<float> ScaledScores::times(std::span<const float> right, std::size_t width) const {
    if (right.size() != genes() * width || width % 8 != 0)
        throw Error(ErrorCode::internal, "Matrices to be multiplied do not fit each other.");
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
            for (std::size_t k = 0; k < width; ++k)
                out[(first + i) * width + k] = static_cast<float>(sums[i * width + k] + zero * slope[k] - offset[k]);
        }
    }
    return out;
}

std::vector<float> ScaledScores::transposed_times(std::span<const float> left, std::size_t width) const {
    if (left.size() != rows() * width || width % 8 != 0)
        throw Error(ErrorCode::internal, "Matrices to be multiplied do not fit each other.");
    std::vector<float> out(genes() * width);
    std::vector<double> sum(width), weighted(width);
    std::vector<std::size_t> starts(genes() + 1), next(genes());
    std::vector<std::int32_t> cells;
    std::vector<float> amounts;
    for (std::size_t first = 0; first < rows(); first += kBackward) {
        const std::size_t count = std::min(kBackward, rows() - first);
        std::fill(starts.begin(), starts.end(), 0);
        for (std::size_t i = 0; i < count; ++i)
            each(first + i, [&](std::int32_t gene, float) { ++starts[static_cast<std::size_t>(gene) + 1]; });
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
            if (stored > 0)
                add_rows(left.data() + first * width, width, {cells.data() + starts[j], stored}, amounts.data() + starts[j],
                         out.data() + j * width);
        }
    }
    for (std::size_t j = 0; j < genes(); ++j) {
        for (std::size_t k = 0; k < width; ++k)
            out[j * width + k] = static_cast<float>((out[j * width + k] + weighted[k] - mean_[j] * sum[k]) / deviation_[j]);
    }
    return out;
}

LeadingBasis leading_basis(const ScaledScores& matrix, std::size_t components, double breadth, std::uint64_t seed) {
    if (matrix.rows() < 2 || matrix.genes() == 0 || components == 0)
        throw Error(ErrorCode::bad_input, "Components need at least two cells, one gene and one component.");
    const std::size_t most = std::min(matrix.genes(), matrix.rows() - 1);
    const std::size_t wanted = std::min(most, static_cast<std::size_t>(std::ceil(breadth * static_cast<double>(components))) + kBlock);
    const std::size_t block = std::min(kBlock, padded(most));
    // The Krylov space's blocks (genes x block) and the rows' positions in them (rows x block).
    std::vector<std::vector<float>> axes, positions;
    std::vector<float> next(matrix.genes() * block);
    fill_normal(next, seed);
    orthonormalize(next, block, 0);
    while (true) {
        axes.push_back(std::move(next));
        positions.push_back(matrix.times(axes.back(), block));
        if (axes.size() * block >= wanted) break;
        next = matrix.transposed_times(positions.back(), block);
        const double before = squares(next);
        // Twice is enough (Kahan): what rounding leaves of the earlier blocks the second time takes away.
        for (int round = 0; round < 2; ++round) {
            for (const auto& earlier : axes) take_away(earlier, block, next);
        }
        const double noise = 1e-9 * before;
        if (!(squares(next) > noise)) break;
        orthonormalize(next, block, noise);
    }
    const std::size_t blocks = axes.size(), inner = blocks * block;
    Square products(static_cast<Eigen::Index>(inner), static_cast<Eigen::Index>(inner));
    for (std::size_t a = 0; a < blocks; ++a) {
        for (std::size_t b = 0; b <= a; ++b) {
            const Square part = product(positions[a], positions[b], block);
            products.block(static_cast<Eigen::Index>(a * block), static_cast<Eigen::Index>(b * block), part.rows(), part.cols()) = part;
            products.block(static_cast<Eigen::Index>(b * block), static_cast<Eigen::Index>(a * block), part.rows(), part.cols()) =
                part.transpose();
        }
    }
    const Eigen::SelfAdjointEigenSolver<Square> solver(products);
    LeadingBasis out;
    const double first = std::max(solver.eigenvalues().maxCoeff(), 0.0);
    while (out.components < std::min({components, most, inner})) {
        const double value = solver.eigenvalues()[static_cast<Eigen::Index>(inner - 1 - out.components)];
        if (!(value > 1e-9 * first)) break;
        out.deviation.push_back(std::sqrt(value / static_cast<double>(matrix.rows() - 1)));
        ++out.components;
    }
    if (out.components == 0)
        throw Error(ErrorCode::bad_input, "No gene chosen varies between the training cells; there are no components.");
    out.width = padded(out.components);
    out.axes.resize(matrix.genes() * out.width);
    out.positions.resize(matrix.rows() * out.width);
    std::vector<float> turn(block * out.width), part;
    for (std::size_t a = 0; a < blocks; ++a) {
        for (std::size_t j = 0; j < block; ++j) {
            for (std::size_t k = 0; k < out.components; ++k)
                turn[j * out.width + k] = static_cast<float>(
                    solver.eigenvectors()(static_cast<Eigen::Index>(a * block + j), static_cast<Eigen::Index>(inner - 1 - k)));
        }
        for (const auto& [from, to] : {std::pair{&axes[a], &out.axes}, std::pair{&positions[a], &out.positions}}) {
            part.resize(to->size());
            multiply<float>(*from, turn, block, out.width, part);
            for (std::size_t i = 0; i < part.size(); ++i) (*to)[i] += part[i];
        }
    }
    return out;
}

}  // namespace phenolens
