#pragma once

#include <span>
#include <string>
#include <vector>

#include <Eigen/Core>

namespace phenolens {

/// What each sample is, as a linear model takes it: samples x columns of full rank, with samples to spare.
class Design {
public:
    /// `values` are row-major samples x columns. Throws Error(bad_input) for values that do not fit or are not finite, for a column that is
    /// a sum of others (all of them named), and where no residual is left.
    Design(std::span<const double> values, std::vector<std::string> columns);

    std::size_t samples() const { return static_cast<std::size_t>(matrix_.rows()); }
    std::size_t columns() const { return columns_.size(); }
    /// Degrees of freedom of the residuals.
    double freedom() const { return static_cast<double>(samples() - columns()); }
    const Eigen::MatrixXd& matrix() const { return matrix_; }
    /// An orthonormal basis of the columns, samples x columns.
    const Eigen::MatrixXd& basis() const { return basis_; }

    /// A contrast (a number per column) of coefficients as one of coordinates on the basis. Throws Error(bad_input) for one of other
    /// columns, or of zeros.
    Eigen::VectorXd on_basis(std::span<const double> contrast) const;

private:
    std::vector<std::string> columns_;
    Eigen::MatrixXd matrix_, basis_, triangle_;
};

}  // namespace phenolens
