#include "trust/head_summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"
#include "predict/scores.hpp"

namespace phenolens {
namespace {

void add_cell(const PredictionView& predictions, std::size_t cell, std::vector<ClassSummary>& classes, HeadSummary& summary) {
    if (cell >= predictions.cells())
        throw Error(ErrorCode::bad_input,
                    sentence("Cell ", cell, " of the selection does not exist; there are ", predictions.cells(), "."));
    const std::uint16_t code = predictions.top[cell * predictions.k];
    if (code == kNoClass) {
        ++summary.unpredicted;
        return;
    }
    if (code >= classes.size())
        throw Error(ErrorCode::bad_input,
                    sentence("A cell's predicted class is number ", code, ", but the head has ", classes.size(), " classes."));
    const double probability = predictions.probability[cell * predictions.k], entropy = predictions.entropy[cell];
    ++summary.cells;
    summary.mean_probability += probability;
    summary.mean_entropy += entropy;
    ++classes[code].cells;
    classes[code].mean_probability += probability;
    classes[code].mean_entropy += entropy;
}

}  // namespace

HeadSummary summarize_head(const PredictionView& predictions, std::size_t classes,
                           std::optional<std::span<const std::uint32_t>> selection) {
    if (predictions.k == 0 || classes == 0 || predictions.top.size() != predictions.cells() * predictions.k ||
        predictions.probability.size() != predictions.top.size()) {
        throw Error(ErrorCode::bad_input,
                    sentence("Predictions of ", predictions.cells(), " cells do not fit ", predictions.top.size(), " classes kept."));
    }
    HeadSummary summary;
    std::vector<ClassSummary> all(classes);
    if (selection) {
        for (const std::uint32_t cell : *selection) add_cell(predictions, cell, all, summary);
    } else {
        for (std::size_t cell = 0; cell < predictions.cells(); ++cell) add_cell(predictions, cell, all, summary);
    }
    const double cells = summary.cells > 0 ? summary.cells : std::numeric_limits<double>::quiet_NaN();
    summary.mean_probability /= cells;
    summary.mean_entropy /= cells;
    summary.mean_entropy_norm = classes > 1 ? summary.mean_entropy / std::log(static_cast<double>(classes)) : 0;
    for (std::size_t code = 0; code < classes; ++code) {
        ClassSummary one = all[code];
        if (one.cells == 0) continue;
        one.code = static_cast<std::uint16_t>(code);
        one.mean_probability /= one.cells;
        one.mean_entropy /= one.cells;
        summary.classes.push_back(one);
    }
    std::stable_sort(summary.classes.begin(), summary.classes.end(), [](const auto& a, const auto& b) { return a.cells > b.cells; });
    return summary;
}

}  // namespace phenolens
