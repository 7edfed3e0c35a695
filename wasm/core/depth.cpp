#include "depth.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "error.hpp"
#include "order.hpp"
#include "statistics.hpp"
#include "text.hpp"

namespace phenolens {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Sum {
    double cells = 0, value = 0;
};

DepthMatch match(const std::vector<Sum>& own, const std::vector<Sum>& all) {
    double group = 0, others = 0;
    for (std::size_t b = 0; b < all.size(); ++b) {
        group += own[b].cells;
        others += all[b].cells - own[b].cells;
    }
    DepthMatch out;
    double sum = 0;
    for (std::size_t b = 0; b < all.size() && group > 0 && others > 0; ++b) {
        const double rest = all[b].cells - own[b].cells;
        const double weight = std::min(own[b].cells / group, rest / others);
        if (weight == 0) continue;
        out.overlap += weight;
        sum += weight * (own[b].value / own[b].cells - (all[b].value - own[b].value) / rest);
    }
    out.difference = out.overlap > 0 ? sum / out.overlap : kNaN;
    return out;
}

}  // namespace

Depth match_depth(std::span<const float> value, std::span<const float> depth, std::span<const std::int32_t> group, std::size_t groups, std::size_t bins) {
    if (depth.size() != value.size() || group.size() != value.size() || bins == 0) {
        throw Error(ErrorCode::bad_input, sentence("There are ", depth.size(), " depths and ", group.size(), " groups for ", value.size(), " cells."));
    }
    std::vector<std::uint32_t> cells;
    std::vector<float> depths;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (group[i] < 0 || std::isnan(value[i]) || std::isnan(depth[i])) continue;
        if (static_cast<std::size_t>(group[i]) >= groups) throw Error(ErrorCode::bad_input, sentence("Cell ", i, " is of group ", group[i], ", but there are ", groups, "."));
        cells.push_back(static_cast<std::uint32_t>(i));
        depths.push_back(depth[i]);
    }
    const std::size_t size = cells.size();
    const auto order = ascending_order(depths);
    Depth out;
    out.bins.resize(bins);
    out.adjusted.assign(value.size(), static_cast<float>(kNaN));
    std::vector<std::vector<Sum>> of(groups, std::vector<Sum>(bins));
    std::vector<Sum> all(bins);
    const auto bin_at = [&](std::size_t place) { return place * bins / std::max<std::size_t>(size, 1); };
    double total = 0;
    for (std::size_t place = 0; place < size; ++place) {
        const std::uint32_t cell = cells[order[place]];
        const std::size_t bin = bin_at(place);
        ++out.bins[bin].cells;
        out.bins[bin].mean_depth += depth[cell];
        out.bins[bin].mean_value += value[cell];
        Sum& own = of[static_cast<std::size_t>(group[cell])][bin];
        for (Sum* sum : {&own, &all[bin]}) {
            ++sum->cells;
            sum->value += value[cell];
        }
        total += value[cell];
    }
    for (DepthBin& bin : out.bins) {
        bin.mean_depth = bin.cells > 0 ? bin.mean_depth / bin.cells : kNaN;
        bin.mean_value = bin.cells > 0 ? bin.mean_value / bin.cells : kNaN;
    }
    const double mean = size > 0 ? total / static_cast<double>(size) : kNaN;
    // Ranks by radix sort: comparing a million numbers would be felt.
    const auto ranks = [&](const std::vector<float>& kept, const std::vector<std::uint32_t>& sorted) {
        std::vector<double> rank(size);
        for (std::size_t start = 0; start < size;) {
            std::size_t end = start;
            while (end < size && kept[sorted[end]] == kept[sorted[start]]) ++end;
            for (std::size_t i = start; i < end; ++i) rank[sorted[i]] = 0.5 * static_cast<double>(start + end + 1);
            start = end;
        }
        return rank;
    };
    std::vector<float> values(size);
    for (std::size_t i = 0; i < size; ++i) values[i] = value[cells[i]];
    out.correlation = pearson(ranks(values, ascending_order(values)), ranks(depths, order));
    for (std::size_t place = 0; place < size; ++place) {
        const std::uint32_t cell = cells[order[place]];
        out.adjusted[cell] = static_cast<float>(value[cell] - out.bins[bin_at(place)].mean_value + mean);
    }
    for (const auto& own : of) out.groups.push_back(match(own, all));
    return out;
}

}  // namespace phenolens
