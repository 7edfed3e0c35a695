#include "landscape.hpp"

#include <algorithm>
#include <cmath>

#include "error.hpp"
#include "not_a_number.hpp"
#include "order.hpp"
#include "resample.hpp"
#include "text.hpp"

namespace phenolens {
namespace {

/// Linear between neighbours, as NumPy.
double quantile(const std::vector<float>& sorted, double share) {
    if (sorted.empty()) return kNaN;
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (static_cast<double>(sorted[above]) - sorted[below]);
}

GroupSpread spread_of(const std::vector<float>& sorted, const LandscapeOptions& options) {
    GroupSpread out;
    out.cells = static_cast<double>(sorted.size());
    out.histogram.resize(options.bins);
    double sum = 0;
    for (const float value : sorted) {
        sum += value;
        const double bin = std::clamp(std::floor(value / options.most * static_cast<double>(options.bins)), 0.0, static_cast<double>(options.bins - 1));
        ++out.histogram[static_cast<std::size_t>(bin)];
    }
    const double mean = out.cells > 0 ? sum / out.cells : kNaN;
    for (const float value : sorted) out.squares += (value - mean) * (value - mean);
    const double half = kNormal95 * std::sqrt(out.squares / (out.cells - 1) / out.cells);
    out.mean = out.cells >= 2 ? Interval{mean, mean - half, mean + half} : Interval{mean, kNaN, kNaN};
    out.q1 = quantile(sorted, 0.25);
    out.median = quantile(sorted, 0.5);
    out.q3 = quantile(sorted, 0.75);
    return out;
}

/// Donors drawn with replacement; the mean is over all their cells.
Interval by_units(double value, std::span<const UnitMean> units, const LandscapeOptions& options) {
    if (units.size() < 2) return {value, kNaN, kNaN};
    Random random(options.seed);
    std::vector<double> means;
    for (std::size_t r = 0; r < options.replicates; ++r) {
        double cells = 0, sum = 0;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const UnitMean& drawn = units[random.below(units.size())];
            cells += drawn.cells;
            sum += drawn.cells * drawn.mean;
        }
        means.push_back(sum / cells);
    }
    return percentile_interval(value, std::move(means));
}

std::size_t group_at(std::span<const std::int32_t> group, std::size_t cell, std::size_t groups) {
    const auto of = static_cast<std::size_t>(group[cell]);
    if (of >= groups) throw Error(ErrorCode::bad_input, sentence("Cell ", cell, " is of group ", group[cell], ", but there are ", groups, "."));
    return of;
}

}  // namespace

Means means_of(std::span<const float> value, std::span<const std::int32_t> group, std::span<const std::int32_t> unit, std::size_t groups) {
    if (group.size() != value.size() || (!unit.empty() && unit.size() != value.size())) {
        throw Error(ErrorCode::bad_input, sentence("There are ", group.size(), " groups and ", unit.size(), " donors for ", value.size(), " cells."));
    }
    std::int32_t last = -1;
    for (const std::int32_t one : unit) last = std::max(last, one);
    const auto units = static_cast<std::size_t>(last + 1);
    if (static_cast<double>(units) * static_cast<double>(groups) > 2e7) throw Error(ErrorCode::bad_input, sentence(units, " donors in ", groups, " groups are too many; choose another column."));
    Means out;
    out.groups.resize(groups);
    std::vector<UnitMean> sums(units * groups);
    for (std::size_t cell = 0; cell < value.size(); ++cell) {
        if (std::isnan(value[cell]) || group[cell] < 0) continue;
        const std::size_t of = group_at(group, cell, groups);
        // Welford's update: squares around a mean that moves.
        GroupMean& mean = out.groups[of];
        const double gap = value[cell] - mean.mean;
        mean.mean += gap / ++mean.cells;
        mean.squares += gap * (value[cell] - mean.mean);
        if (unit.empty() || unit[cell] < 0) continue;
        UnitMean& own = sums[of * units + static_cast<std::size_t>(unit[cell])];
        ++own.cells;
        own.mean += value[cell];
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i].cells > 0) out.units.push_back({static_cast<std::int32_t>(i / units), static_cast<std::int32_t>(i % units), sums[i].cells, sums[i].mean / sums[i].cells});
    }
    return out;
}

Landscape landscape(std::span<const float> value, std::span<const std::int32_t> group, std::span<const std::int32_t> unit, const Ordered& by_value, const LandscapeOptions& options) {
    check_order(by_value, value.size());
    if (group.size() != value.size() || (!unit.empty() && unit.size() != value.size()) || options.bins == 0 || !(options.most > 0)) {
        throw Error(ErrorCode::bad_input, sentence("There are ", group.size(), " groups and ", unit.size(), " donors for ", value.size(), " cells."));
    }
    // Taken in order, each group is sorted.
    std::vector<std::vector<float>> sorted(options.groups);
    for (const std::int32_t place : by_value.places) {
        const auto cell = static_cast<std::size_t>(place);
        if (!std::isnan(value[cell]) && group[cell] >= 0) sorted[group_at(group, cell, options.groups)].push_back(value[cell]);
    }
    Landscape out;
    out.units = means_of(value, group, unit, options.groups).units;
    std::size_t next = 0;
    for (std::size_t g = 0; g < options.groups; ++g) {
        GroupSpread one = spread_of(sorted[g], options);
        const std::size_t first = next;
        while (next < out.units.size() && static_cast<std::size_t>(out.units[next].group) == g) ++next;
        one.units = static_cast<double>(next - first);
        if (!unit.empty()) one.mean = by_units(one.mean.value, std::span(out.units).subspan(first, next - first), options);
        out.groups.push_back(std::move(one));
    }
    return out;
}

}  // namespace phenolens
