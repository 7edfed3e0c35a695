#include "train/held_out.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "stats/jackknife.hpp"

namespace phenolens {
namespace {

/// Without donors cells are dealt into as many bags: leaving out one of them is, up to the noise of dealing, leaving out cells.
constexpr std::size_t kBags = 400;

struct HeldOutCell {
    std::size_t truth, predicted, unit;
    double weight;
};

/// Accuracy, balanced accuracy, macro F1. A prediction of no class is `classes`.
std::array<double, 3> measures(const std::vector<HeldOutCell>& cells, const std::vector<double>& drawn, std::size_t classes) {
    std::vector<double> support(classes), named(classes + 1), right(classes);
    double all = 0, hits = 0;
    for (const HeldOutCell& cell : cells) {
        const double weight = drawn.empty() ? cell.weight : cell.weight * drawn[cell.unit];
        support[cell.truth] += weight;
        named[cell.predicted] += weight;
        all += weight;
        if (cell.truth != cell.predicted) continue;
        right[cell.truth] += weight;
        hits += weight;
    }
    double recalls = 0, supported = 0, f1s = 0, seen = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        if (support[c] > 0) {
            ++supported;
            recalls += right[c] / support[c];
        }
        if (support[c] + named[c] > 0) {
            ++seen;
            f1s += 2 * right[c] / (support[c] + named[c]);
        }
    }
    if (!(all > 0)) return {kNaN, kNaN, kNaN};
    return {hits / all, recalls / supported, f1s / seen};
}

std::vector<HeldOutCell> judged(std::span<const std::int32_t> truth, std::span<const std::int32_t> predicted, std::size_t classes,
                                std::span<const double> weights, std::span<const std::int32_t> units, std::size_t& count) {
    if (predicted.size() != truth.size() || (!weights.empty() && weights.size() != truth.size()) ||
        (!units.empty() && units.size() != truth.size())) {
        throw Error(ErrorCode::bad_input, sentence("Classes given to ", predicted.size(), " cells do not fit ", truth.size(),
                                                   " true ones, their weights and donors."));
    }
    std::vector<HeldOutCell> cells;
    std::vector<std::int32_t> number;
    count = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        if (truth[i] < 0) continue;
        if (static_cast<std::size_t>(truth[i]) >= classes || (predicted[i] >= 0 && static_cast<std::size_t>(predicted[i]) >= classes)) {
            throw Error(ErrorCode::bad_input,
                        sentence("A cell's class is number ", std::max(truth[i], predicted[i]), ", but there are ", classes, " classes."));
        }
        std::size_t unit = cells.size() % kBags;
        if (units.empty())
            count = std::max(count, unit + 1);
        else {
            // Units are numbered afresh, so that those without judged cells are not drawn; -1 is one too.
            const auto key = static_cast<std::size_t>(units[i] + 1);
            if (number.size() <= key) number.resize(key + 1, -1);
            if (number[key] < 0) number[key] = static_cast<std::int32_t>(count++);
            unit = static_cast<std::size_t>(number[key]);
        }
        cells.push_back({static_cast<std::size_t>(truth[i]), predicted[i] < 0 ? classes : static_cast<std::size_t>(predicted[i]), unit,
                         weights.empty() ? 1 : weights[i]});
    }
    return cells;
}

std::vector<double> sizes_of(const std::vector<HeldOutCell>& cells, std::size_t count) {
    std::vector<double> sizes(count);
    for (const HeldOutCell& cell : cells) sizes[cell.unit] += cell.weight;
    return sizes;
}

}  // namespace

HeldOutScore score_held_out(std::span<const std::int32_t> truth, std::span<const std::int32_t> predicted, std::size_t classes,
                            std::span<const double> weights, std::span<const std::int32_t> units) {
    HeldOutScore out;
    std::size_t count = 0;
    const auto cells = judged(truth, predicted, classes, weights, units, count);
    out.cells = static_cast<double>(cells.size());
    out.units = units.empty() ? out.cells : static_cast<double>(count);
    const auto found = measures(cells, {}, classes);
    std::vector<double> support(classes);
    double all = 0;
    for (const HeldOutCell& cell : cells) {
        support[cell.truth] += cell.weight;
        all += cell.weight;
    }
    out.majority = all > 0 ? *std::max_element(support.begin(), support.end()) / all : kNaN;
    const std::vector<double> sizes = sizes_of(cells, count);
    std::array<std::vector<double>, 3> left_out;
    std::vector<double> kept(count, 1.0);
    for (std::size_t unit = 0; unit < count && count >= kLeastUnits; ++unit) {
        kept[unit] = 0;
        const auto one = measures(cells, kept, classes);
        kept[unit] = 1;
        for (std::size_t m = 0; m < one.size(); ++m) left_out[m].push_back(one[m]);
    }
    const auto interval = [&](std::size_t m, double trials) {
        return jackknife_interval(found[m], left_out[m], effective_units(sizes), Scale::share, trials);
    };
    out.accuracy = interval(0, out.cells);
    if (!std::isnan(out.accuracy.low)) {
        // Donors that are nearly alike say little of the next: no interval is narrower than Wilson's over the cells.
        const Interval by_cell = wilson(found[0] * out.cells, out.cells);
        out.accuracy.low = std::min(out.accuracy.low, by_cell.low);
        out.accuracy.high = std::max(out.accuracy.high, by_cell.high);
    }
    out.balanced_accuracy = interval(1, 0);
    out.macro_f1 = interval(2, 0);
    return out;
}

}  // namespace phenolens
