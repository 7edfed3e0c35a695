#include "stats/jackknife.hpp"

#include <algorithm>
#include <cmath>

#include "base/not_a_number.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

double to_scale(double value, Scale scale) {
    if (scale == Scale::share) return std::log(value / (1 - value));
    return scale == Scale::positive ? std::log(value) : value;
}

double from_scale(double value, Scale scale) {
    if (scale == Scale::share) return 1 / (1 + std::exp(-value));
    return scale == Scale::positive ? std::exp(value) : value;
}

/// At its scale's ends a figure has no place there: its own scale is taken, and the interval cut where figures end.
Scale usable(Scale scale, double value, std::span<const double> left_out) {
    const auto is_inside = [&](double one) { return one > 0 && (scale == Scale::positive || one < 1); };
    if (scale == Scale::any || (is_inside(value) && std::all_of(left_out.begin(), left_out.end(), is_inside))) return scale;
    return Scale::any;
}

double error_of(std::span<const double> left_out, Scale scale) {
    const auto units = static_cast<double>(left_out.size());
    double mean = 0, squares = 0;
    for (const double one : left_out) mean += to_scale(one, scale) / units;
    for (const double one : left_out) squares += (to_scale(one, scale) - mean) * (to_scale(one, scale) - mean);
    return std::sqrt((units - 1) / units * squares);
}

bool is_told(double value, std::span<const double> left_out) {
    const auto is_nan = [](double one) { return std::isnan(one); };
    return left_out.size() >= kLeastUnits && !is_nan(value) && std::none_of(left_out.begin(), left_out.end(), is_nan);
}

}  // namespace

double effective_units(std::span<const double> sizes) {
    double sum = 0, squares = 0;
    for (const double size : sizes) {
        sum += size;
        squares += size * size;
    }
    return squares > 0 ? sum * sum / squares : 0;
}

Interval jackknife_interval(double value, std::span<const double> left_out, double effective, Scale scale, double trials) {
    if (!is_told(value, left_out)) return {value, kNaN, kNaN};
    const Scale on = usable(scale, value, left_out);
    const double error = error_of(left_out, on);
    // Rounding alone is no difference between units.
    if (scale == Scale::share && trials > 0 && error < 1e-12) return wilson(value * trials, trials);
    const double reach = student_t_isf(0.025, std::max(1.0, effective - 1)) * error, middle = to_scale(value, on);
    Interval out{value, from_scale(middle - reach, on), from_scale(middle + reach, on)};
    if (scale != Scale::any) out.low = std::max(0.0, out.low);
    if (scale == Scale::share) out.high = std::min(1.0, out.high);
    return out;
}

double jackknife_p(double value, std::span<const double> left_out, double effective) {
    if (!is_told(value, left_out)) return kNaN;
    const double error = error_of(left_out, Scale::any);
    if (error == 0) return value == 0 ? 1 : 0;
    return std::min(1.0, 2 * student_t_sf(std::abs(value) / error, std::max(1.0, effective - 1)));
}

}  // namespace phenolens
