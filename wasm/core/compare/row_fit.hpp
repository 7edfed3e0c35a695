#pragma once

#include <span>
#include <vector>

#include <Eigen/Cholesky>

#include "compare/design.hpp"

namespace phenolens {

/// Least squares of one row of values (a gene's or a type's, one per sample) on a design, used again row by row.
class RowFit {
public:
    explicit RowFit(const Design& design);

    /// Fits; `weights` are above 0, or none are given: all the same. Both are one per sample.
    void fit(std::span<const double> values, std::span<const double> weights);

    /// Residual variance.
    double variance() const { return variance_; }
    /// The value that the design expects of each sample.
    const Eigen::VectorXd& fitted() const { return fitted_; }
    double effect(const Eigen::VectorXd& on_basis) const { return on_basis.dot(coordinates_); }
    /// Squared standard error of a contrast, in residual variances.
    double scale(const Eigen::VectorXd& on_basis) const;
    /// Share of each sample's own value in what is expected of it.
    Eigen::VectorXd leverage() const;

private:
    const Design& design_;
    bool is_weighted_ = false;
    Eigen::VectorXd root_, weighted_, coordinates_, fitted_;
    /// Basis with weighted rows, and the Cholesky factor of its products.
    Eigen::MatrixXd rows_, products_;
    Eigen::LLT<Eigen::MatrixXd> factor_;
    double variance_ = 0;
};

/// Fits of many rows, and one contrast of each.
struct RowFits {
    std::vector<double> effect, scale, variance, mean;
    /// Row-major rows x samples; empty unless asked for.
    std::vector<double> fitted;
};

/// Fits every row of `values` (row-major rows x samples). `weights` are none, one per sample, or as many as values.
RowFits fit_rows(const Design& design, std::span<const double> values, std::span<const double> weights, const Eigen::VectorXd& on_basis,
                 bool keeps_fitted);

}  // namespace phenolens
