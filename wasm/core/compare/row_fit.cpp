#include "compare/row_fit.hpp"

#include <cmath>

#include "base/error.hpp"

namespace phenolens {
namespace {

/// Of the size of a row's values: what rounding alone leaves.
constexpr double kRounding = 1e-13;

}  // namespace

RowFit::RowFit(const Design& design)
    : design_(design), rows_(design.basis()), products_(Eigen::MatrixXd::Identity(design.basis().cols(), design.basis().cols())),
      factor_(products_) {}

void RowFit::fit(std::span<const double> values, std::span<const double> weights) {
    const auto samples = static_cast<Eigen::Index>(design_.samples());
    const Eigen::Map<const Eigen::VectorXd> own(values.data(), samples);
    is_weighted_ = !weights.empty();
    if (!is_weighted_) {
        coordinates_.noalias() = design_.basis().transpose() * own;
        fitted_.noalias() = design_.basis() * coordinates_;
        variance_ = (own - fitted_).squaredNorm() / design_.freedom();
        return;
    }
    root_ = Eigen::Map<const Eigen::VectorXd>(weights.data(), samples).cwiseSqrt();
    weighted_ = root_.cwiseProduct(own);
    const Eigen::Index columns = rows_.cols();
    for (Eigen::Index column = 0; column < columns; ++column) rows_.col(column) = root_.cwiseProduct(design_.basis().col(column));
    for (Eigen::Index column = 0; column < columns; ++column)
        for (Eigen::Index row = column; row < columns; ++row) products_(row, column) = rows_.col(row).dot(rows_.col(column));
    factor_.compute(products_);
    coordinates_.noalias() = rows_.transpose() * weighted_;
    factor_.solveInPlace(coordinates_);
    fitted_.noalias() = design_.basis() * coordinates_;
    variance_ = root_.cwiseProduct(own - fitted_).squaredNorm() / design_.freedom();
}

double RowFit::scale(const Eigen::VectorXd& on_basis) const {
    return is_weighted_ ? factor_.matrixL().solve(on_basis).squaredNorm() : on_basis.squaredNorm();
}

Eigen::VectorXd RowFit::leverage() const {
    if (!is_weighted_) return design_.basis().rowwise().squaredNorm();
    return factor_.matrixL().solve(rows_.transpose()).colwise().squaredNorm();
}

RowFits fit_rows(const Design& design, std::span<const double> values, std::span<const double> weights, const Eigen::VectorXd& on_basis,
                 bool keeps_fitted) {
    const std::size_t samples = design.samples(), rows = values.size() / samples;
    if (values.size() % samples != 0 || (!weights.empty() && weights.size() != samples && weights.size() != values.size()))
        throw Error(ErrorCode::internal, "Values or weights of other samples than the design's were fitted.");
    RowFits out;
    for (auto* part : {&out.effect, &out.scale, &out.variance, &out.mean}) part->reserve(rows);
    if (keeps_fitted) out.fitted.reserve(values.size());
    RowFit one(design);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto own = values.subspan(row * samples, samples);
        one.fit(own, weights.size() == values.size() ? weights.subspan(row * samples, samples) : weights);
        double sum = 0, squares = 0;
        for (const double value : own) {
            sum += value;
            squares += value * value;
        }
        // A row that is the same everywhere has no effect, rather than one of rounding over a spread of rounding.
        const double nothing = kRounding * std::sqrt(squares / static_cast<double>(samples));
        const auto told = [nothing](double value) { return std::abs(value) > nothing ? value : 0; };
        out.effect.push_back(told(one.effect(on_basis)));
        out.scale.push_back(one.scale(on_basis));
        out.variance.push_back(std::sqrt(one.variance()) > nothing ? one.variance() : 0);
        out.mean.push_back(sum / static_cast<double>(samples));
        if (keeps_fitted) out.fitted.insert(out.fitted.end(), one.fitted().begin(), one.fitted().end());
    }
    return out;
}

}  // namespace phenolens
