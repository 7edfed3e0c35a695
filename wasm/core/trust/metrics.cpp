#include "trust/metrics.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "predict/scores.hpp"
#include "trust/outcomes.hpp"
#include "trust/roc.hpp"

namespace phenolens {
namespace {

double ratio(double a, double b) { return b > 0 ? a / b : kNaN; }
double ratio_or_zero(double a, double b) { return b > 0 ? a / b : 0; }

void check_codes(const RankedView& cells, std::span<const std::int32_t> truth, std::size_t classes) {
    for (std::size_t cell = 0; cell < truth.size(); ++cell) {
        if (truth[cell] >= 0 && static_cast<std::size_t>(truth[cell]) >= classes)
            throw Error(ErrorCode::bad_input,
                        sentence("A cell's true class is number ", truth[cell], ", but the head has ", classes, " classes."));
        const std::uint16_t code = cells.first[cell];
        if (truth[cell] >= 0 && !(std::isfinite(cells.confidence[cell]) && std::isfinite(cells.entropy[cell]))) {
            throw Error(ErrorCode::bad_input, sentence("Cell ", cell, " has a probability or an entropy that is not a number."));
        }
        if (code != kNoClass && code >= classes)
            throw Error(ErrorCode::bad_input,
                        sentence("A cell's predicted class is number ", code, ", but the head has ", classes, " classes."));
    }
}

/// Bins are (low, high]: a probability on an edge belongs below, 0 to the first.
std::size_t reliability_bin(double confidence) {
    const double at = std::ceil(confidence * static_cast<double>(kReliabilityBins)) - 1;
    return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(kReliabilityBins - 1)));
}

void finish_reliability(Metrics& metrics) {
    for (ReliabilityBin& bin : metrics.reliability) {
        metrics.ece += std::abs(bin.share_right - bin.mean_confidence) / metrics.cells;
        bin.mean_confidence = ratio(bin.mean_confidence, bin.cells);
        bin.share_right = ratio(bin.share_right, bin.cells);
    }
    if (metrics.cells == 0) metrics.ece = kNaN;
}

void finish_classes(Metrics& metrics, const std::vector<double>& support, std::size_t classes) {
    double recalls = 0, supported = 0, f1s = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        ClassMetrics one;
        one.code = static_cast<std::int32_t>(c);
        one.support = support[c];
        for (std::size_t t = 0; t < classes; ++t) one.predicted += metrics.confusion[t * classes + c];
        if (one.support == 0 && one.predicted == 0) continue;
        const double hits = metrics.confusion[c * classes + c];
        one.recall = wilson(hits, one.support);
        one.precision = ratio_or_zero(hits, one.predicted);
        one.f1 = ratio_or_zero(2 * hits, one.support + one.predicted);
        supported += one.support > 0;
        recalls += one.support > 0 ? one.recall.value : 0;
        f1s += one.f1;
        metrics.per_class.push_back(one);
    }
    metrics.balanced_accuracy = ratio(recalls, supported);
    metrics.macro_f1 = ratio(f1s, static_cast<double>(metrics.per_class.size()));
}

}  // namespace

double auroc(std::span<const float> score, const std::vector<std::uint8_t>& positive) { return roc(score, positive, {}).auroc.value; }

Metrics evaluate(const PredictionView& predictions, std::span<const std::int32_t> truth, std::size_t classes) {
    const std::size_t cells = predictions.cells(), k = predictions.k;
    if (k == 0 || k > kBeyond || predictions.top.size() != cells * k || predictions.probability.size() != cells * k ||
        truth.size() != cells) {
        throw Error(ErrorCode::bad_input, sentence("Predictions of ", cells, " cells (", predictions.top.size(), " classes kept) and ",
                                                   truth.size(), " true classes do not fit each other."));
    }
    std::vector<std::uint16_t> first(cells);
    std::vector<float> confidence(cells);
    std::vector<std::uint8_t> rank(cells);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::uint16_t* top = predictions.top.data() + cell * k;
        first[cell] = top[0];
        confidence[cell] = predictions.probability[cell * k];
        rank[cell] = static_cast<std::uint8_t>(std::find(top, top + k, truth[cell]) - top);
    }
    return evaluate_ranked({k, first, confidence, predictions.entropy, rank}, truth, classes);
}

Metrics evaluate_ranked(const RankedView& cells, std::span<const std::int32_t> truth, std::size_t classes) {
    const std::size_t size = truth.size(), k = cells.k;
    if (k == 0 || cells.first.size() != size || cells.confidence.size() != size || cells.entropy.size() != size ||
        cells.rank.size() != size) {
        throw Error(ErrorCode::bad_input,
                    sentence("Places of ", cells.rank.size(), " cells and ", size, " true classes do not fit each other."));
    }
    check_codes(cells, truth, classes);
    Metrics metrics;
    metrics.reliability.resize(kReliabilityBins);
    metrics.confusion.resize(classes * classes);
    std::vector<double> support(classes), hits(k);
    std::vector<float> entropy;
    std::vector<std::uint8_t> wrong;
    double entropy_right = 0, entropy_wrong = 0;
    for (std::size_t cell = 0; cell < size; ++cell) {
        if (truth[cell] < 0) continue;
        const auto code = static_cast<std::size_t>(truth[cell]);
        ++metrics.cells;
        ++support[code];
        for (std::size_t i = cells.rank[cell]; i < k; ++i) ++hits[i];
        const bool right = cells.rank[cell] == 0;
        if (cells.first[cell] == kNoClass)
            ++metrics.unpredicted;
        else
            ++metrics.confusion[code * classes + cells.first[cell]];
        const double confidence = cells.confidence[cell];
        ReliabilityBin& bin = metrics.reliability[reliability_bin(confidence)];
        bin.mean_confidence += confidence;
        bin.share_right += right;
        ++bin.cells;
        (right ? entropy_right : entropy_wrong) += cells.entropy[cell];
        entropy.push_back(cells.entropy[cell]);
        wrong.push_back(!right);
    }
    for (const double hit : hits) metrics.top_k.push_back(wilson(hit, metrics.cells));
    metrics.mean_entropy_right = ratio(entropy_right, hits[0]);
    metrics.mean_entropy_wrong = ratio(entropy_wrong, metrics.cells - hits[0]);
    metrics.auroc_wrong = auroc(entropy, wrong);
    finish_reliability(metrics);
    finish_classes(metrics, support, classes);
    return metrics;
}

Comparison compare(std::span<const std::uint16_t> first, std::span<const std::uint16_t> second, std::span<const std::int32_t> truth) {
    if (first.size() != truth.size() || second.size() != truth.size()) {
        throw Error(ErrorCode::bad_input, sentence("Predictions of ", first.size(), " and ", second.size(), " cells and ", truth.size(),
                                                   " true classes do not fit each other."));
    }
    Comparison out;
    for (std::size_t cell = 0; cell < truth.size(); ++cell) {
        if (truth[cell] < 0) continue;
        const bool a = first[cell] == truth[cell], b = second[cell] == truth[cell];
        ++out.cells;
        ++(a ? (b ? out.both_right : out.only_first) : (b ? out.only_second : out.neither));
    }
    return out;
}

}  // namespace phenolens
