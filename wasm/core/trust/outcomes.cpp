#include "trust/outcomes.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"
#include "predict/scores.hpp"

namespace phenolens {

Outcomes judge(const PredictionView& predictions, std::span<const std::int32_t> truth, std::size_t classes) {
    const std::size_t cells = predictions.cells(), k = predictions.k;
    if (k == 0 || classes < k || truth.size() != cells || predictions.top.size() != cells * k ||
        predictions.probability.size() != cells * k || predictions.rest.size() != cells || predictions.rest_squares.size() != cells) {
        throw Error(ErrorCode::bad_input, sentence("Predictions of ", cells, " cells (", predictions.top.size(), " classes kept) and ",
                                                   truth.size(), " true classes do not fit each other."));
    }
    Outcomes out;
    out.rank.assign(cells, kNoTruth);
    out.probability.assign(cells, std::numeric_limits<float>::quiet_NaN());
    out.brier.assign(cells, std::numeric_limits<float>::quiet_NaN());
    const double even = 1 / static_cast<double>(classes), left = static_cast<double>(std::max<std::size_t>(classes - k, 1));
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (truth[cell] < 0) continue;
        if (static_cast<std::size_t>(truth[cell]) >= classes)
            throw Error(ErrorCode::bad_input,
                        sentence("A cell's true class is number ", truth[cell], ", but the head has ", classes, " classes."));
        const std::uint16_t* top = predictions.top.data() + cell * k;
        const float* probability = predictions.probability.data() + cell * k;
        const auto place = static_cast<std::size_t>(std::find(top, top + k, truth[cell]) - top);
        ++out.cells;
        if (top[0] == kNoClass) {
            out.rank[cell] = kBeyond;
            out.probability[cell] = static_cast<float>(even);
            out.brier[cell] = static_cast<float>(1 - even);
            continue;
        }
        double squares = predictions.rest_squares[cell];
        for (std::size_t i = 0; i < k; ++i) squares += static_cast<double>(probability[i]) * probability[i];
        const double of_truth = place < k ? probability[place] : predictions.rest[cell] / left;
        out.beyond += place == k;
        out.rank[cell] = place < k ? static_cast<std::uint8_t>(place) : kBeyond;
        out.probability[cell] = static_cast<float>(of_truth);
        out.brier[cell] = static_cast<float>(squares - 2 * of_truth + 1);
    }
    return out;
}

std::vector<std::uint16_t> accept_subtypes(const PredictionView& predictions, std::span<const std::int32_t> truth, std::size_t classes,
                                           std::span<const std::uint8_t> accepts) {
    const std::size_t cells = predictions.cells(), k = predictions.k;
    if (classes == 0 || accepts.size() % classes != 0 || truth.size() != cells || predictions.top.size() != cells * k) {
        throw Error(ErrorCode::bad_input, sentence("A table of ", accepts.size(), " accepted answers does not fit ", classes,
                                                   " classes, or the labels not ", cells, " cells."));
    }
    const std::size_t labels = accepts.size() / classes;
    std::vector<std::uint16_t> out(predictions.top.begin(), predictions.top.end());
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (truth[cell] < 0) continue;
        const auto label = static_cast<std::size_t>(truth[cell]);
        if (label >= labels)
            throw Error(ErrorCode::bad_input, sentence("A cell's label is number ", label, ", but the table has ", labels, "."));
        for (std::size_t i = 0; i < k; ++i) {
            std::uint16_t& code = out[cell * k + i];
            if (code < classes && accepts[label * classes + code] != 0) code = static_cast<std::uint16_t>(label);
        }
    }
    return out;
}

}  // namespace phenolens
