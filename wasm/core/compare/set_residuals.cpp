#include "compare/set_residuals.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/QR>

namespace phenolens {
namespace {

/// The design with a last column whose coefficient is the contrast. Weights differ between genes, so that residuals of two genes depend on
/// the order of the columns: this is limma's.
Eigen::MatrixXd contrast_last(const Design& design, std::span<const double> contrast) {
    const auto columns = static_cast<Eigen::Index>(contrast.size());
    Eigen::VectorXd weights = Eigen::Map<const Eigen::VectorXd>(contrast.data(), columns);
    Eigen::MatrixXd turned = design.matrix();
    Eigen::Index own = 0;
    if ((weights.array() != 0).count() == 1) {
        while (weights[own] == 0) ++own;
    } else {
        const Eigen::HouseholderQR<Eigen::MatrixXd> qr(weights);
        turned = (qr.householderQ().adjoint() * turned.transpose()).transpose().eval();
        if (qr.matrixQR()(0, 0) < 0) turned.col(0) *= -1;
    }
    const Eigen::VectorXd last = turned.col(own);
    for (Eigen::Index column = own; column + 1 < columns; ++column) turned.col(column) = turned.col(column + 1).eval();
    turned.col(columns - 1) = last;
    return turned;
}

}  // namespace

SetResiduals::SetResiduals(const Voom& values, const Design& design, std::span<const double> contrast) {
    const auto samples = static_cast<Eigen::Index>(design.samples()), left = samples - static_cast<Eigen::Index>(design.columns());
    const Eigen::MatrixXd columns = contrast_last(design, contrast);
    const auto genes = static_cast<Eigen::Index>(values.logs.size()) / samples;
    residuals_.resize(left, genes);
    for (Eigen::Index gene = 0; gene < genes; ++gene) {
        const auto root = Eigen::Map<const Eigen::VectorXd>(values.weights.data() + gene * samples, samples).cwiseSqrt().eval();
        const Eigen::HouseholderQR<Eigen::MatrixXd> qr(root.asDiagonal() * columns);
        Eigen::VectorXd own = root.cwiseProduct(Eigen::Map<const Eigen::VectorXd>(values.logs.data() + gene * samples, samples));
        own.applyOnTheLeft(qr.householderQ().adjoint());
        const double variance = own.tail(left).squaredNorm() / static_cast<double>(left);
        residuals_.col(gene) = own.tail(left) / std::sqrt(std::max(variance, 1e-8));
    }
}

double SetResiduals::inflation(const std::vector<std::size_t>& set) const {
    if (set.size() < 2) return 1;
    Eigen::VectorXd mean = Eigen::VectorXd::Zero(residuals_.rows());
    for (const std::size_t gene : set) mean += residuals_.col(static_cast<Eigen::Index>(gene));
    const double size = static_cast<double>(set.size());
    return mean.squaredNorm() / (size * static_cast<double>(residuals_.rows()));
}

}  // namespace phenolens
