#include "trust/depth.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

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

Depth match_depth(std::span<const float> value, std::span<const float> depth, std::span<const std::int32_t> group, std::size_t groups,
                  const Standing& by_value, const Standing& by_depth, std::size_t bins) {
    check_standing(by_value, value.size());
    check_standing(by_depth, value.size());
    if (depth.size() != value.size() || group.size() != value.size() || bins == 0) {
        throw Error(ErrorCode::bad_input,
                    sentence("There are ", depth.size(), " depths and ", group.size(), " groups for ", value.size(), " cells."));
    }
    SomeStanding values(by_value), depths(by_depth);
    const auto is_in = [&](std::size_t cell) { return group[cell] >= 0 && !std::isnan(value[cell]) && !std::isnan(depth[cell]); };
    for (std::size_t cell = 0; cell < value.size(); ++cell) {
        if (!is_in(cell)) continue;
        if (static_cast<std::size_t>(group[cell]) >= groups)
            throw Error(ErrorCode::bad_input, sentence("Cell ", cell, " is of group ", group[cell], ", but there are ", groups, "."));
        values.take(cell);
        depths.take(cell);
    }
    values.close();
    depths.close();
    Depth out;
    out.bins.resize(bins);
    std::vector<std::vector<Sum>> of(groups, std::vector<Sum>(bins));
    std::vector<std::uint32_t> bin_of(value.size());
    double products = 0, value_squares = 0, depth_squares = 0;
    for (std::size_t cell = 0; cell < value.size(); ++cell) {
        if (!is_in(cell)) continue;
        const std::size_t bin = depths.below(cell) * bins / depths.size();
        bin_of[cell] = static_cast<std::uint32_t>(bin);
        DepthBin& all = out.bins[bin];
        ++all.cells;
        all.mean_depth += depth[cell];
        all.mean_value += value[cell];
        Sum& own = of[static_cast<std::size_t>(group[cell])][bin];
        ++own.cells;
        own.value += value[cell];
        const double high = values.centered_rank(cell), deep = depths.centered_rank(cell);
        products += high * deep;
        value_squares += high * high;
        depth_squares += deep * deep;
    }
    out.correlation = products / std::sqrt(value_squares * depth_squares);
    double total = 0;
    std::vector<Sum> all;
    for (DepthBin& bin : out.bins) {
        all.push_back({bin.cells, bin.mean_value});
        total += bin.mean_value;
        bin.mean_depth = bin.cells > 0 ? bin.mean_depth / bin.cells : kNaN;
        bin.mean_value = bin.cells > 0 ? bin.mean_value / bin.cells : kNaN;
    }
    const double mean = total / static_cast<double>(depths.size());
    out.adjusted.assign(value.size(), static_cast<float>(kNaN));
    for (std::size_t cell = 0; cell < value.size(); ++cell) {
        if (is_in(cell)) out.adjusted[cell] = static_cast<float>(value[cell] - out.bins[bin_of[cell]].mean_value + mean);
    }
    for (const auto& own : of) out.groups.push_back(match(own, all));
    return out;
}

}  // namespace phenolens
