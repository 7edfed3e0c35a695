#include "integrate/ridge.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "base/error.hpp"

namespace phenolens {
namespace {

/// A level's row of the system; -1: it is not shifted. The intercept is row 0.
std::vector<int> rows_of(const Covariates& of, std::span<const double> weight_of_level, double least_share) {
    std::vector<std::size_t> present(of.covariates());
    const auto is_present = [&](std::size_t level) {
        return of.cells()[level] > 0 && weight_of_level[level] > least_share * of.cells()[level];
    };
    for (std::size_t level = 0; level < of.levels(); ++level) present[of.covariate_of(level)] += is_present(level);
    std::vector<int> rows(of.levels(), -1);
    int next = 1;
    for (std::size_t level = 0; level < of.levels(); ++level) {
        if (is_present(level) && present[of.covariate_of(level)] > 1) rows[level] = next++;
    }
    return rows;
}

}  // namespace

ClusterShift fit_cluster(const Covariates& of, const ClusterSums& sums, const RidgeOptions& options) {
    std::vector<double> weight(of.levels());
    double all = 0, cells = 0;
    for (std::size_t c = 0; c < of.combinations(); ++c) {
        all += sums.weight[c];
        for (const std::uint32_t level : of.levels_of(c)) weight[level] += sums.weight[c];
    }
    for (std::size_t level = 0; level < of.levels(); ++level) cells += of.covariate_of(level) == 0 ? of.cells()[level] : 0;
    const auto rows = rows_of(of, weight, options.least_share);
    Eigen::Index size = 1;
    for (const int row : rows) size += row > 0;
    if (size == 1) return {};

    const auto dims = static_cast<Eigen::Index>(sums.dims);
    Eigen::MatrixXd system = Eigen::MatrixXd::Zero(size, size), right = Eigen::MatrixXd::Zero(size, dims);
    std::vector<int> own;
    for (std::size_t c = 0; c < of.combinations(); ++c) {
        own.assign(1, 0);
        for (const std::uint32_t level : of.levels_of(c))
            if (rows[level] > 0) own.push_back(rows[level]);
        if (own.size() == 1) continue;
        const Eigen::Map<const Eigen::RowVectorXd> position(sums.positions + c * sums.stride, dims);
        for (const int row : own) {
            right.row(row) += position;
            for (const int column : own) system(row, column) += sums.weight[c];
        }
    }
    for (std::size_t level = 0; level < of.levels(); ++level) {
        if (rows[level] > 0)
            system(rows[level], rows[level]) += options.penalty.value_or(options.expected_share * all * of.cells()[level] / cells);
    }
    const Eigen::LLT<Eigen::MatrixXd> factor(system);
    if (factor.info() != Eigen::Success || factor.rcond() < 1e-14)
        throw Error(ErrorCode::bad_input, "The batches' shifts cannot be told apart: take a larger penalty (lambda).");
    const Eigen::MatrixXd solved = factor.solve(right);

    ClusterShift out;
    out.center.resize(sums.dims);
    Eigen::Map<Eigen::RowVectorXd>(out.center.data(), dims) = solved.row(0);
    out.shifts.resize(of.levels() * sums.dims);
    for (std::size_t level = 0; level < of.levels(); ++level) {
        if (rows[level] > 0) Eigen::Map<Eigen::RowVectorXd>(out.shifts.data() + level * sums.dims, dims) = solved.row(rows[level]);
    }
    return out;
}

}  // namespace phenolens
