#include "lanczos.hpp"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dense.hpp"
#include "error.hpp"
#include "resample.hpp"

namespace phenolens {
namespace {

constexpr std::size_t kWidth = 16;
constexpr double kTolerance = 1e-11;

using Block = std::vector<double>;
using Square = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Square product(const Block& left, const Block& right) {
    Square out = Square::Zero(kWidth, kWidth);
    add_transposed_product<double>(left, right, kWidth, kWidth, {out.data(), kWidth * kWidth});
    return out;
}

/// columns -= orthonormal turn.
void take_away(const Block& orthonormal, const Square& turn, Block& columns, Block& scratch) {
    scratch.resize(columns.size());
    multiply<double>(orthonormal, {turn.data(), kWidth * kWidth}, kWidth, kWidth, scratch);
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] -= scratch[i];
}

/// Makes the columns orthonormal (modified Gram-Schmidt, twice); R with before = after R. A column that others span becomes zeros.
Square orthonormalize(Block& columns, double noise) {
    const std::size_t rows = columns.size() / kWidth;
    Square upper = Square::Zero(kWidth, kWidth);
    for (std::size_t k = 0; k < kWidth; ++k) {
        for (int round = 0; round < 2; ++round) {
            for (std::size_t j = 0; j < k; ++j) {
                double along = 0;
                for (std::size_t i = 0; i < rows; ++i) along += columns[i * kWidth + j] * columns[i * kWidth + k];
                for (std::size_t i = 0; i < rows; ++i) columns[i * kWidth + k] -= along * columns[i * kWidth + j];
                upper(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k)) += along;
            }
        }
        double squares = 0;
        for (std::size_t i = 0; i < rows; ++i) squares += columns[i * kWidth + k] * columns[i * kWidth + k];
        const double length = std::sqrt(squares);
        upper(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(k)) = length > noise ? length : 0;
        for (std::size_t i = 0; i < rows; ++i) columns[i * kWidth + k] = length > noise ? columns[i * kWidth + k] / length : 0;
    }
    return upper;
}

}  // namespace

EigenPairs leading_eigenpairs(std::span<const double> matrix, std::size_t dims, std::size_t count, std::uint64_t seed) {
    if (matrix.size() != dims * dims || count == 0 || count > dims) throw Error(ErrorCode::internal, "Eigenvectors were asked of a matrix that has not as many.");
    const std::size_t most = std::max<std::size_t>(dims / 3 / kWidth, 1);
    Random random(seed);
    const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + 0.5) * 0x1p-53; };
    Block next(dims * kWidth), scratch;
    for (double& value : next) value = std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform());
    orthonormalize(next, 0);
    std::vector<Block> basis;
    Square projected = Square::Zero(static_cast<Eigen::Index>(most * kWidth), static_cast<Eigen::Index>(most * kWidth));
    EigenPairs out;
    while (basis.size() < most) {
        basis.push_back(std::move(next));
        const std::size_t last = basis.size() - 1;
        next.assign(dims * kWidth, 0);
        multiply<double>(matrix, basis[last], dims, kWidth, next);
        double scale = 0;
        for (const double value : next) scale += value * value;
        for (int round = 0; round < 2; ++round) {
            for (std::size_t b = 0; b <= last; ++b) {
                const Square along = product(basis[b], next);
                take_away(basis[b], along, next, scratch);
                // In exact arithmetic only the last two blocks are met; the first round's products with them are the projected matrix.
                if (b + 1 >= last) projected.block(static_cast<Eigen::Index>(b * kWidth), static_cast<Eigen::Index>(last * kWidth), kWidth, kWidth) += along;
            }
        }
        const Square beyond = orthonormalize(next, 1e-14 * std::sqrt(scale));
        const auto size = static_cast<Eigen::Index>(basis.size() * kWidth);
        const bool ends = basis.size() == most || beyond.diagonal().cwiseAbs().maxCoeff() == 0;
        if (basis.size() * kWidth < 2 * count || (basis.size() % 4 != 0 && !ends)) continue;
        Square symmetric = projected.topLeftCorner(size, size);
        symmetric = Square(symmetric.selfadjointView<Eigen::Upper>());
        const Eigen::SelfAdjointEigenSolver<Square> solver(symmetric);
        const Eigen::MatrixXd vectors = solver.eigenvectors().rightCols(static_cast<Eigen::Index>(count)).rowwise().reverse();
        const double residual = (beyond * vectors.bottomRows(kWidth)).colwise().norm().maxCoeff();
        out.converged = residual <= kTolerance * std::abs(solver.eigenvalues()[size - 1]);
        if (!out.converged && !ends) continue;
        const std::size_t width = padded(count);
        std::vector<double> turn(kWidth * width), part(dims * width), sum(dims * width);
        for (std::size_t b = 0; b < basis.size(); ++b) {
            for (std::size_t i = 0; i < kWidth; ++i) {
                for (std::size_t k = 0; k < count; ++k) turn[i * width + k] = vectors(static_cast<Eigen::Index>(b * kWidth + i), static_cast<Eigen::Index>(k));
            }
            multiply<double>(basis[b], turn, kWidth, width, part);
            for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += part[i];
        }
        out.vectors.resize(count * dims);
        for (std::size_t k = 0; k < count; ++k) {
            out.values.push_back(solver.eigenvalues()[size - 1 - static_cast<Eigen::Index>(k)]);
            for (std::size_t d = 0; d < dims; ++d) out.vectors[k * dims + d] = sum[d * width + k];
        }
        return out;
    }
    return out;
}

}  // namespace phenolens
