#include "stats/pca.hpp"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <Spectra/SymEigsSolver.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// Up to here all eigenvectors at once are as quick as a few by iteration.
constexpr Eigen::Index kDense = 256;
/// Residuals over eigenvalues: components whose variances differ by a part in a million are then right to a part in ten thousand.
constexpr double kEigenTolerance = 1e-10;

/// A symmetric matrix times a vector, for Spectra: half of the matrix is read, two rows at a time, in registers of two doubles on every
/// target (Eigen has none for WebAssembly).
class SymmetricProduct {
public:
    using Scalar = double;

    explicit SymmetricProduct(const Eigen::Map<const Eigen::MatrixXd>& matrix) : data_(matrix.data()), size_(matrix.rows()) {}

    Eigen::Index rows() const { return size_; }
    Eigen::Index cols() const { return size_; }

    void perform_op(const double* x, double* y) const {
        std::fill(y, y + size_, 0.0);
        Eigen::Index i = 0;
        for (; i + 1 < size_; i += 2) {
            const double *first = data_ + i * size_, *second = first + size_;
            Pair sums[2] = {};
            // The two rows' own corner, then all columns after it.
            double corner[2] = {first[i] * x[i] + first[i + 1] * x[i + 1], second[i + 1] * x[i + 1] + first[i + 1] * x[i]};
            Eigen::Index j = i + 2;
            const Pair own[2] = {{x[i], x[i]}, {x[i + 1], x[i + 1]}};
            for (; j + 1 < size_; j += 2) {
                const Pair a = load(first + j), b = load(second + j), at = load(x + j);
                sums[0] += a * at;
                sums[1] += b * at;
                const Pair out = load(y + j) + a * own[0] + b * own[1];
                std::memcpy(y + j, &out, sizeof out);
            }
            for (; j < size_; ++j) {
                corner[0] += first[j] * x[j];
                corner[1] += second[j] * x[j];
                y[j] += first[j] * x[i] + second[j] * x[i + 1];
            }
            y[i] += corner[0] + sums[0][0] + sums[0][1];
            y[i + 1] += corner[1] + sums[1][0] + sums[1][1];
        }
        if (i < size_) y[i] += data_[i * size_ + i] * x[i];
    }

private:
    typedef double Pair __attribute__((vector_size(16)));

    static Pair load(const double* from) {
        Pair pair;
        std::memcpy(&pair, from, sizeof pair);
        return pair;
    }

    const double* data_;
    Eigen::Index size_;
};

struct Leading {
    Eigen::VectorXd values;
    Eigen::MatrixXd vectors;
};

Leading leading_eigenvectors(const Eigen::Map<const Eigen::MatrixXd>& matrix, Eigen::Index wanted) {
    const Eigen::Index dims = matrix.rows();
    if (dims > kDense && wanted * 4 < dims) {
        SymmetricProduct product(matrix);
        Spectra::SymEigsSolver<SymmetricProduct> solver(product, wanted, std::min(dims, 2 * wanted + 20));
        solver.init();
        solver.compute(Spectra::SortRule::LargestAlge, 1000, kEigenTolerance);
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
    if (rows < 2)
        throw Error(ErrorCode::bad_input, sentence("Principal components need at least two cells with a position; there are ", rows, "."));
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
    if (dims == 0 || values.size() % dims != 0 || rotation.size() % dims != 0)
        throw Error(ErrorCode::internal, "Values, mean and rotation of a projection do not fit each other.");
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
