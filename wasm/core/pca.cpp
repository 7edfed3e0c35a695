#include "pca.hpp"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <Spectra/MatOp/DenseSymMatProd.h>
#include <Spectra/SymEigsSolver.h>

#include <algorithm>
#include <cmath>

#include "error.hpp"
#include "lanczos.hpp"
#include "text.hpp"

namespace phenolens {
namespace {

/// Up to here all eigenvectors at once are as quick as a few by iteration.
constexpr Eigen::Index kDense = 256;
/// From here on products with blocks of vectors are quicker than Spectra's one by one.
constexpr Eigen::Index kBlocks = 768;

struct Leading {
    Eigen::VectorXd values;
    Eigen::MatrixXd vectors;
};

using Matrix = Eigen::Map<const Eigen::MatrixXd>;

Leading leading_eigenvectors(const Matrix& matrix, Eigen::Index wanted) {
    const Eigen::Index dims = matrix.rows();
    if (dims >= kBlocks && wanted * 8 < dims) {
        const auto size = static_cast<std::size_t>(dims), count = static_cast<std::size_t>(wanted);
        const auto pairs = leading_eigenpairs({matrix.data(), size * size}, size, count, 0);
        if (pairs.converged) return {Eigen::Map<const Eigen::VectorXd>(pairs.values.data(), wanted), Matrix(pairs.vectors.data(), dims, wanted)};
    }
    if (dims > kDense && wanted * 4 < dims) {
        Spectra::DenseSymMatProd<double> product(matrix);
        Spectra::SymEigsSolver<Spectra::DenseSymMatProd<double>> solver(product, wanted, std::min(dims, 2 * wanted + 20));
        solver.init();
        solver.compute(Spectra::SortRule::LargestAlge, 1000, 1e-12);
        // Not converged happens for degenerate matrices only; the dense way below settles those.
        if (solver.info() == Spectra::CompInfo::Successful) return {solver.eigenvalues(), solver.eigenvectors()};
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
    return {solver.eigenvalues().tail(wanted).reverse(), solver.eigenvectors().rightCols(wanted).rowwise().reverse()};
}

}  // namespace

Components leading_components(const Covariance& covariance, std::size_t components) {
    return components_of(covariance.matrix(), covariance.mean(), covariance.rows(), components);
}

Components components_of(std::vector<double> matrix, std::span<const double> mean, double rows, std::size_t components) {
    if (components < 1) throw Error(ErrorCode::bad_input, "At least one component must be asked for.");
    if (rows < 2) throw Error(ErrorCode::bad_input, sentence("Principal components need at least two cells with a position; there are ", rows, "."));
    const std::size_t dims = mean.size();
    const Eigen::Map<const Eigen::MatrixXd> mapped(matrix.data(), static_cast<Eigen::Index>(dims), static_cast<Eigen::Index>(dims));
    Components out;
    out.dims = dims;
    out.components = std::min(components, dims);
    out.rows = rows;
    out.mean.assign(mean.begin(), mean.end());
    const Leading leading = leading_eigenvectors(mapped, static_cast<Eigen::Index>(out.components));
    const double total = mapped.trace();
    for (std::size_t i = 0; i < out.components; ++i) {
        const auto vector = leading.vectors.col(static_cast<Eigen::Index>(i));
        Eigen::Index largest = 0;
        vector.cwiseAbs().maxCoeff(&largest);
        const double sign = vector[largest] < 0 ? -1 : 1;
        for (Eigen::Index d = 0; d < vector.size(); ++d) out.rotation.push_back(static_cast<float>(sign * vector[d]));
        const double value = std::max(0.0, leading.values[static_cast<Eigen::Index>(i)]);
        out.variance.push_back(value);
        out.explained.push_back(total > 0 ? static_cast<float>(value / total) : 0);
    }
    return out;
}

std::vector<float> project(std::span<const float> values, std::span<const float> mean, std::span<const float> rotation) {
    const std::size_t dims = mean.size();
    if (dims == 0 || values.size() % dims != 0 || rotation.size() % dims != 0) throw Error(ErrorCode::internal, "Values, mean and rotation of a projection do not fit each other.");
    const std::size_t rows = values.size() / dims, components = rotation.size() / dims;
    std::vector<float> out(rows * components);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t c = 0; c < components; ++c) {
            double sum = 0;
            for (std::size_t d = 0; d < dims; ++d) sum += (static_cast<double>(values[row * dims + d]) - mean[d]) * rotation[c * dims + d];
            out[row * components + c] = static_cast<float>(sum);
        }
    }
    return out;
}

}  // namespace phenolens
