#include "stats/mean_interval.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <vector>

#include "base/error.hpp"
#include "stats/jackknife.hpp"
#include "stats/statistics.hpp"

namespace phenolens {

Interval mean_interval(std::span<const float> values, std::span<const std::int32_t> units) {
    if (!units.empty() && units.size() != values.size()) throw Error(ErrorCode::internal, "Units are not said for every value.");
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    struct Sum {
        double sum = 0, count = 0;
    };
    std::map<std::int32_t, Sum> of_unit;
    std::vector<double> means;
    Sum all;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]) || (!units.empty() && units[i] < 0)) continue;
        all.sum += values[i];
        ++all.count;
        if (units.empty())
            means.push_back(values[i]);
        else {
            of_unit[units[i]].sum += values[i];
            ++of_unit[units[i]].count;
        }
    }
    for (const auto& [unit, of] : of_unit) means.push_back(of.sum / of.count);
    if (means.empty()) return {kNone, kNone, kNone};
    const double mean = all.sum / all.count;
    const auto count = static_cast<double>(means.size());
    if (means.size() < (units.empty() ? 2 : kLeastUnits)) return {mean, kNone, kNone};
    double center = 0, squares = 0;
    for (const double value : means) center += value / count;
    for (const double value : means) squares += (value - center) * (value - center);
    const double reach = student_t_isf(0.025, count - 1) * std::sqrt(squares / (count - 1) / count);
    return {mean, mean - reach, mean + reach};
}

}  // namespace phenolens
