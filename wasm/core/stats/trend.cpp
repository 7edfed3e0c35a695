#include "stats/trend.hpp"

#include <cmath>
#include <vector>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

struct Fit {
    Line line;
    double sxx = 0, residuals = 0;
};

Fit fit(std::span<const double> x, std::span<const double> count, std::span<const double> mean, std::span<const double> squares) {
    if (count.size() != x.size() || mean.size() != x.size() || squares.size() != x.size())
        throw Error(ErrorCode::bad_input, "A trend needs one x for each mean.");
    Fit out;
    double n = 0, mean_x = 0, mean_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        n += count[i];
        mean_x += count[i] * x[i];
        mean_y += count[i] * mean[i];
    }
    mean_x /= n;
    mean_y /= n;
    double sxy = 0, syy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] - mean_x, dy = mean[i] - mean_y;
        out.sxx += count[i] * dx * dx;
        sxy += count[i] * dx * dy;
        syy += count[i] * dy * dy + squares[i];
    }
    out.line.points = n;
    if (!(n >= 3) || !(out.sxx > 0)) {
        out.line.slope = out.line.intercept = out.line.error = out.line.low = out.line.high = out.line.p_value = out.line.r = kNaN;
        return out;
    }
    out.line.slope = sxy / out.sxx;
    out.line.intercept = mean_y - out.line.slope * mean_x;
    out.line.r = syy > 0 ? sxy / std::sqrt(out.sxx * syy) : kNaN;
    out.residuals = std::max(0.0, syy - out.line.slope * sxy);
    return out;
}

double two_sided(double estimate, double error, double df) {
    return error > 0 ? 2 * student_t_sf(std::abs(estimate) / error, df) : (estimate == 0 ? 1 : 0);
}

}  // namespace

Line fit_line(std::span<const double> x, std::span<const double> count, std::span<const double> mean, std::span<const double> squares) {
    Fit found = fit(x, count, mean, squares);
    Line& line = found.line;
    if (std::isnan(line.slope)) return line;
    const double df = line.points - 2;
    line.error = std::sqrt(found.residuals / df / found.sxx);
    const double half = student_t_isf(0.025, df) * line.error;
    line.low = line.slope - half;
    line.high = line.slope + half;
    line.p_value = two_sided(line.slope, line.error, df);
    return line;
}

SlopeDifference compare_slopes(std::span<const double> x1, std::span<const double> y1, std::span<const double> x2,
                               std::span<const double> y2) {
    const std::vector<double> one1(x1.size(), 1.0), none1(x1.size()), one2(x2.size(), 1.0), none2(x2.size());
    const Fit first = fit(x1, one1, y1, none1), second = fit(x2, one2, y2, none2);
    const double df = first.line.points + second.line.points - 4;
    SlopeDifference out{first.line.slope - second.line.slope, kNaN, kNaN, kNaN, kNaN};
    if (std::isnan(out.difference) || !(df > 0)) return out;
    out.error = std::sqrt((first.residuals + second.residuals) / df * (1 / first.sxx + 1 / second.sxx));
    const double half = student_t_isf(0.025, df) * out.error;
    out.low = out.difference - half;
    out.high = out.difference + half;
    out.p_value = two_sided(out.difference, out.error, df);
    return out;
}

}  // namespace phenolens
