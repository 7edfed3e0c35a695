#include <cmath>

#include <Eigen/Cholesky>

#include "compare/row_fit.hpp"
#include "compare/voom.hpp"

namespace phenolens {
namespace {

/// Genes that the prior of equal weights is worth.
constexpr double kPriorGenes = 10;

/// Contrasts of samples against the last one, which add up to nothing: samples x (samples - 1).
Eigen::MatrixXd sum_contrasts(Eigen::Index samples) {
    Eigen::MatrixXd out = Eigen::MatrixXd::Zero(samples, samples - 1);
    out.topRows(samples - 1).setIdentity();
    out.row(samples - 1).setConstant(-1);
    return out;
}

}  // namespace

std::vector<double> sample_weights_of(const Voom& values, const Design& design) {
    const std::size_t samples = design.samples(), genes = values.logs.size() / samples;
    std::vector<double> weight(samples, 1.0);
    if (genes < 2 || design.freedom() < 2) return weight;
    const auto n = static_cast<Eigen::Index>(samples);
    const Eigen::MatrixXd sides = sum_contrasts(n);
    Eigen::MatrixXd information = kPriorGenes * (sides.transpose() * sides);
    Eigen::VectorXd spread = Eigen::VectorXd::Zero(n - 1), score(n), left(n);
    std::vector<double> own(samples);
    RowFit fit(design);
    for (std::size_t gene = 0; gene < genes; ++gene) {
        for (std::size_t i = 0; i < samples; ++i) own[i] = weight[i] * values.weights[gene * samples + i];
        const std::span<const double> logs(values.logs.data() + gene * samples, samples);
        fit.fit(logs, own);
        if (fit.variance() < 1e-15) continue;
        left = Eigen::VectorXd::Ones(n) - fit.leverage();
        for (Eigen::Index i = 0; i < n; ++i) {
            const double residual = logs[static_cast<std::size_t>(i)] - fit.fitted()[i];
            score[i] = own[static_cast<std::size_t>(i)] * residual * residual / fit.variance() - left[i];
        }
        const Eigen::VectorXd across = sides.transpose() * left;
        information += sides.transpose() * left.asDiagonal() * sides - across * across.transpose() / left.sum();
        spread += information.ldlt().solve(sides.transpose() * score);
        const Eigen::VectorXd logs_of_weight = -(sides * spread);
        for (std::size_t i = 0; i < samples; ++i) weight[i] = std::exp(logs_of_weight[static_cast<Eigen::Index>(i)]);
    }
    return weight;
}

}  // namespace phenolens
