#include "trust/landscape.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "stats/jackknife.hpp"

namespace phenolens {
namespace {

/// Values parted into the bins of a histogram, bin after bin: a quantile is then sought in one bin alone.
class Binned {
public:
    Binned(std::span<const float> values, double most, std::size_t bins) : starts_(bins + 1), values_(values.size()) {
        std::vector<std::uint32_t> bin_of(values.size());
        const double scale = static_cast<double>(bins) / most, last = static_cast<double>(bins - 1);
        for (std::size_t i = 0; i < values.size(); ++i) {
            bin_of[i] = static_cast<std::uint32_t>(std::clamp(values[i] * scale, 0.0, last));
            ++starts_[bin_of[i] + 1];
        }
        std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
        std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
        for (std::size_t i = 0; i < values.size(); ++i) values_[next[bin_of[i]]++] = values[i];
    }

    double cells(std::size_t bin) const { return static_cast<double>(starts_[bin + 1] - starts_[bin]); }

    /// Linear between neighbours, as NumPy.
    double quantile(double share) {
        if (values_.empty()) return kNaN;
        const double place = share * static_cast<double>(values_.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const float low = at(below);
        return low + (place - static_cast<double>(below)) * (static_cast<double>(at(std::min(below + 1, values_.size() - 1))) - low);
    }

private:
    /// The value at a place of the order.
    float at(std::size_t place) {
        const auto bin = std::upper_bound(starts_.begin(), starts_.end(), place) - 1;
        const auto where = [&](std::size_t to) { return values_.begin() + static_cast<std::ptrdiff_t>(to); };
        std::nth_element(where(*bin), where(place), where(*(bin + 1)));
        return values_[place];
    }

    std::vector<std::size_t> starts_;
    std::vector<float> values_;
};

GroupSpread spread_of(std::span<const float> values, const LandscapeOptions& options) {
    GroupSpread out;
    out.cells = static_cast<double>(values.size());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    const double mean = out.cells > 0 ? sum / out.cells : kNaN;
    for (const float value : values) out.squares += (value - mean) * (value - mean);
    const double half = kNormal95 * std::sqrt(out.squares / (out.cells - 1) / out.cells);
    out.mean = out.cells >= 2 ? Interval{mean, mean - half, mean + half} : Interval{mean, kNaN, kNaN};
    Binned binned(values, options.most, options.bins);
    for (std::size_t bin = 0; bin < options.bins; ++bin) out.histogram.push_back(binned.cells(bin));
    out.q1 = binned.quantile(0.25);
    out.median = binned.quantile(0.5);
    out.q3 = binned.quantile(0.75);
    return out;
}

/// Without each donor in turn; the mean is over all cells of the others.
Interval by_units(double value, std::span<const UnitMean> units) {
    double cells = 0, sum = 0;
    std::vector<double> sizes, left_out;
    for (const UnitMean& unit : units) {
        sizes.push_back(unit.cells);
        cells += unit.cells;
        sum += unit.cells * unit.mean;
    }
    for (const UnitMean& unit : units) left_out.push_back((sum - unit.cells * unit.mean) / (cells - unit.cells));
    return jackknife_interval(value, left_out, effective_units(sizes), Scale::any);
}

std::size_t group_at(std::span<const std::int32_t> group, std::size_t cell, std::size_t groups) {
    const auto of = static_cast<std::size_t>(group[cell]);
    if (of >= groups)
        throw Error(ErrorCode::bad_input, sentence("Cell ", cell, " is of group ", group[cell], ", but there are ", groups, "."));
    return of;
}

}  // namespace

Means means_of(std::span<const float> value, std::span<const std::int32_t> group, std::span<const std::int32_t> unit, std::size_t groups) {
    if (group.size() != value.size() || (!unit.empty() && unit.size() != value.size())) {
        throw Error(ErrorCode::bad_input,
                    sentence("There are ", group.size(), " groups and ", unit.size(), " donors for ", value.size(), " cells."));
    }
    std::int32_t last = -1;
    for (const std::int32_t one : unit) last = std::max(last, one);
    const auto units = static_cast<std::size_t>(last + 1);
    if (static_cast<double>(units) * static_cast<double>(groups) > 2e7)
        throw Error(ErrorCode::bad_input, sentence(units, " donors in ", groups, " groups are too many; choose another column."));
    // Of deviations from a group's first value, so that squares of what is far from 0 and close together lose nothing.
    struct Sums {
        double cells = 0, first = 0, sum = 0, squares = 0;
    };
    std::vector<Sums> all(groups);
    std::vector<UnitMean> sums(units * groups);
    for (std::size_t cell = 0; cell < value.size(); ++cell) {
        if (std::isnan(value[cell]) || group[cell] < 0) continue;
        const std::size_t of = group_at(group, cell, groups);
        Sums& here = all[of];
        if (here.cells == 0) here.first = value[cell];
        const double gap = value[cell] - here.first;
        ++here.cells;
        here.sum += gap;
        here.squares += gap * gap;
        if (unit.empty() || unit[cell] < 0) continue;
        UnitMean& own = sums[of * units + static_cast<std::size_t>(unit[cell])];
        ++own.cells;
        own.mean += value[cell];
    }
    Means out;
    for (const Sums& one : all) {
        const double gap = one.cells > 0 ? one.sum / one.cells : 0;
        out.groups.push_back({one.cells, one.first + gap, std::max(0.0, one.squares - one.sum * gap)});
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i].cells > 0)
            out.units.push_back(
                {static_cast<std::int32_t>(i / units), static_cast<std::int32_t>(i % units), sums[i].cells, sums[i].mean / sums[i].cells});
    }
    return out;
}

Landscape landscape(std::span<const float> value, std::span<const std::int32_t> group, std::span<const std::int32_t> unit,
                    const LandscapeOptions& options) {
    if (group.size() != value.size() || (!unit.empty() && unit.size() != value.size()) || options.bins == 0 || !(options.most > 0)) {
        throw Error(ErrorCode::bad_input,
                    sentence("There are ", group.size(), " groups and ", unit.size(), " donors for ", value.size(), " cells."));
    }
    std::vector<std::vector<float>> values(options.groups);
    for (std::size_t cell = 0; cell < value.size(); ++cell) {
        if (!std::isnan(value[cell]) && group[cell] >= 0) values[group_at(group, cell, options.groups)].push_back(value[cell]);
    }
    Landscape out;
    out.units = means_of(value, group, unit, options.groups).units;
    std::size_t next = 0;
    for (std::size_t g = 0; g < options.groups; ++g) {
        GroupSpread one = spread_of(values[g], options);
        const std::size_t first = next;
        while (next < out.units.size() && static_cast<std::size_t>(out.units[next].group) == g) ++next;
        one.units = static_cast<double>(next - first);
        if (!unit.empty()) one.mean = by_units(one.mean.value, std::span(out.units).subspan(first, next - first));
        out.groups.push_back(std::move(one));
    }
    return out;
}

}  // namespace phenolens
