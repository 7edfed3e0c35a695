#include "stats/moderated.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <Eigen/QR>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "stats/median.hpp"
#include "stats/polygamma.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

/// How many parameters a trend over so many variances has, as limma chooses them; 1: no trend.
std::size_t trend_size(std::span<const double> level) {
    const std::size_t size = 1 + (level.size() >= 3) + (level.size() >= 6) + (level.size() >= 30);
    std::vector<double> distinct(level.begin(), level.end());
    std::sort(distinct.begin(), distinct.end());
    const auto last = std::unique(distinct.begin(), distinct.end());
    return std::min(size, static_cast<std::size_t>(last - distinct.begin()));
}

/// Natural cubic splines with boundary knots at the ends and the others at equally spaced quantiles, in the basis of truncated powers.
Eigen::MatrixXd spline_basis(std::span<const double> level, std::size_t size) {
    std::vector<double> sorted(level.begin(), level.end());
    std::sort(sorted.begin(), sorted.end());
    const double low = sorted.front(), width = sorted.back() - low;
    std::vector<double> knots;
    for (std::size_t i = 0; i < size; ++i)
        knots.push_back((quantile_of_sorted(sorted, static_cast<double>(i) / static_cast<double>(size - 1)) - low) / width);
    const auto cubed = [](double x) { return x > 0 ? x * x * x : 0; };
    const auto bend = [&](double x, std::size_t knot) { return (cubed(x - knots[knot]) - cubed(x - knots.back())) / (1 - knots[knot]); };
    Eigen::MatrixXd basis(static_cast<Eigen::Index>(level.size()), static_cast<Eigen::Index>(size));
    for (std::size_t row = 0; row < level.size(); ++row) {
        const auto at = static_cast<Eigen::Index>(row);
        const double x = (level[row] - low) / width;
        basis(at, 0) = 1;
        basis(at, 1) = x;
        for (std::size_t knot = 0; knot + 2 < size; ++knot)
            basis(at, static_cast<Eigen::Index>(knot + 2)) = bend(x, knot) - bend(x, size - 2);
    }
    return basis;
}

/// Log variances less what chance alone adds to them, and their trend.
struct Trend {
    Eigen::VectorXd fitted;
    double residual = 0;
};

Trend trend_of(const Eigen::VectorXd& log, std::span<const double> level) {
    const std::size_t size = trend_size(level);
    if (size < 2) {
        const Eigen::VectorXd mean = Eigen::VectorXd::Constant(log.size(), log.mean());
        return {mean, (log - mean).squaredNorm() / static_cast<double>(log.size() - 1)};
    }
    const Eigen::MatrixXd basis = spline_basis(level, size);
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(basis);
    Trend out{basis * qr.solve(log), 0};
    const auto left = log.size() - qr.rank();
    if (left > 0) out.residual = (log - out.fitted).squaredNorm() / static_cast<double>(left);
    return out;
}

}  // namespace

VariancePrior variance_prior(std::span<const double> variance, double freedom, std::span<const double> level) {
    if (level.size() != variance.size()) throw Error(ErrorCode::internal, "There is a level for some variances only.");
    VariancePrior out{0, {variance.begin(), variance.end()}};
    if (variance.size() < 2) return out;
    std::vector<double> sorted = out.variance;
    std::sort(sorted.begin(), sorted.end());
    const double median = quantile_of_sorted(sorted, 0.5);
    // A variance of zero has no logarithm.
    const double least = 1e-5 * (median > 0 ? median : 1);
    Eigen::VectorXd log(static_cast<Eigen::Index>(variance.size()));
    const double shift = std::log(freedom / 2) - digamma(freedom / 2);
    double mean = 0;
    for (std::size_t i = 0; i < variance.size(); ++i) {
        const double kept = std::max(variance[i], least);
        mean += kept / static_cast<double>(variance.size());
        log[static_cast<Eigen::Index>(i)] = std::log(kept) + shift;
    }
    const Trend trend = trend_of(log, level);
    const double excess = trend.residual - trigamma(freedom / 2);
    const bool is_flat = trend_size(level) < 2;
    out.freedom = excess > 0 ? 2 * trigamma_inverse(excess) : std::numeric_limits<double>::infinity();
    const double back = excess > 0 ? digamma(out.freedom / 2) - std::log(out.freedom / 2) : 0;
    for (std::size_t i = 0; i < variance.size(); ++i)
        out.variance[i] = excess <= 0 && is_flat ? mean : std::exp(trend.fitted[static_cast<Eigen::Index>(i)] + back);
    return out;
}

ModeratedTests moderated_tests(std::span<const double> effect, std::span<const double> variance, std::span<const double> scale,
                               double freedom, std::span<const double> level) {
    if (effect.size() != variance.size() || level.size() != variance.size() || scale.size() != variance.size())
        throw Error(ErrorCode::internal, "Effects and their variances are of different lengths.");
    std::vector<std::size_t> tested;
    std::vector<double> own, levels;
    for (std::size_t i = 0; i < variance.size(); ++i) {
        if (std::isnan(variance[i])) continue;
        tested.push_back(i);
        own.push_back(variance[i]);
        levels.push_back(level[i]);
    }
    const VariancePrior prior = variance_prior(own, freedom, levels);
    const std::vector<double> none(effect.size(), kNaN);
    ModeratedTests out{none, none, none, 0, prior.freedom};
    out.freedom = std::min(freedom + prior.freedom, freedom * static_cast<double>(tested.size()));
    for (std::size_t i = 0; i < tested.size(); ++i) {
        const double posterior = std::isinf(prior.freedom)
                                     ? prior.variance[i]
                                     : (freedom * own[i] + prior.freedom * prior.variance[i]) / (freedom + prior.freedom);
        const double moved = effect[tested[i]], error = std::sqrt(posterior * scale[tested[i]]);
        const double t = error > 0 ? moved / error : moved == 0 ? 0 : std::copysign(std::numeric_limits<double>::infinity(), moved);
        out.t[tested[i]] = t;
        out.error[tested[i]] = error;
        out.p[tested[i]] = std::min(1.0, 2 * student_t_sf(std::abs(t), out.freedom));
    }
    return out;
}

}  // namespace phenolens
