#include "train/held_out.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "stats/resample.hpp"

namespace phenolens {
namespace {

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
        std::size_t unit = count;
        if (units.empty())
            ++count;
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

}  // namespace

HeldOutScore score_held_out(std::span<const std::int32_t> truth, std::span<const std::int32_t> predicted, std::size_t classes,
                            std::span<const double> weights, std::span<const std::int32_t> units, std::uint64_t seed) {
    HeldOutScore out;
    std::size_t count = 0;
    const auto cells = judged(truth, predicted, classes, weights, units, count);
    out.cells = static_cast<double>(cells.size());
    out.units = static_cast<double>(count);
    const auto found = measures(cells, {}, classes);
    std::vector<double> support(classes);
    double all = 0;
    for (const HeldOutCell& cell : cells) {
        support[cell.truth] += cell.weight;
        all += cell.weight;
    }
    out.majority = all > 0 ? *std::max_element(support.begin(), support.end()) / all : kNaN;
    std::array<std::vector<double>, 3> replicates;
    Random random(seed);
    for (std::size_t r = 0; count > 1 && r < kReplicates; ++r) {
        const auto one = measures(cells, draw_weights(count, random), classes);
        for (std::size_t m = 0; m < one.size(); ++m) replicates[m].push_back(one[m]);
    }
    out.accuracy = percentile_interval(found[0], std::move(replicates[0]));
    if (count > 1) {
        // Donors that are all alike, or cells that are all right, say nothing of the next: Wilson's interval does.
        const Interval by_cell = wilson(found[0] * out.cells, out.cells);
        out.accuracy.low = std::min(out.accuracy.low, by_cell.low);
        out.accuracy.high = std::max(out.accuracy.high, by_cell.high);
    }
    out.balanced_accuracy = percentile_interval(found[1], std::move(replicates[1]));
    out.macro_f1 = percentile_interval(found[2], std::move(replicates[2]));
    return out;
}

}  // namespace phenolens
