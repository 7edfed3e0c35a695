#include "compare/design.hpp"

#include <cmath>
#include <utility>

#include <Eigen/QR>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// What is left of a column beside the ones before it, relative to itself, that counts as nothing (R's lm).
constexpr double kNothing = 1e-7;

/// Columns before `column` that it is a sum of, quoted; empty where it is none.
std::string parts_of(const Eigen::MatrixXd& matrix, const std::vector<std::string>& columns, Eigen::Index column) {
    const Eigen::VectorXd own = matrix.col(column);
    if (column == 0) return own.norm() > 0 ? "" : "nothing";
    const Eigen::MatrixXd before = matrix.leftCols(column);
    const Eigen::VectorXd share = before.householderQr().solve(own);
    if ((own - before * share).norm() > kNothing * own.norm()) return "";
    std::string parts;
    for (Eigen::Index i = 0; i < column; ++i) {
        if (!(std::abs(share[i]) * before.col(i).norm() > kNothing * own.norm())) continue;
        if (!parts.empty()) parts += ", ";
        parts.append("'").append(columns[static_cast<std::size_t>(i)]).append("'");
    }
    return parts.empty() ? "nothing" : parts;
}

}  // namespace

Design::Design(std::span<const double> values, std::vector<std::string> columns) : columns_(std::move(columns)) {
    if (columns_.empty() || values.empty() || values.size() % columns_.size() != 0)
        throw Error(ErrorCode::bad_input, sentence("A design of ", columns_.size(), " columns cannot have ", values.size(), " values."));
    for (const double value : values)
        if (!std::isfinite(value)) throw Error(ErrorCode::bad_input, "A value of the design is missing or infinite.");
    const auto wide = static_cast<Eigen::Index>(columns_.size()), tall = static_cast<Eigen::Index>(values.size()) / wide;
    matrix_ = Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(values.data(), tall, wide);
    if (tall <= wide) {
        throw Error(ErrorCode::bad_input, sentence("A design of ", columns_.size(), " columns needs more than ", samples(),
                                                   " samples: none is left to tell chance by."));
    }
    for (Eigen::Index column = 0; column < wide; ++column) {
        const std::string parts = parts_of(matrix_, columns_, column);
        if (parts.empty()) continue;
        throw Error(ErrorCode::bad_input, sentence("In the design '", columns_[static_cast<std::size_t>(column)], "' follows from ", parts,
                                                   ": their effects cannot be told apart; leave one of them out."));
    }
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(matrix_);
    basis_ = qr.householderQ() * Eigen::MatrixXd::Identity(tall, wide);
    triangle_ = qr.matrixQR().topRows(wide).triangularView<Eigen::Upper>();
}

Eigen::VectorXd Design::on_basis(std::span<const double> contrast) const {
    if (contrast.size() != columns())
        throw Error(ErrorCode::bad_input,
                    sentence("A contrast of ", contrast.size(), " numbers is of another design, which has ", columns(), " columns."));
    const Eigen::VectorXd weights = Eigen::Map<const Eigen::VectorXd>(contrast.data(), static_cast<Eigen::Index>(contrast.size()));
    if (!(weights.norm() > 0) || !weights.allFinite())
        throw Error(ErrorCode::bad_input, "A contrast needs finite numbers, one of them not zero.");
    return triangle_.transpose().triangularView<Eigen::Lower>().solve(weights);
}

}  // namespace phenolens
