#include "trust/ledger.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "predict/scores.hpp"
#include "stats/jackknife.hpp"

namespace phenolens {
namespace {

// A unit's sums: cells, hits per place, negative log-likelihood, Brier score; per bin its confidence and right cells; per class its cells,
// predicted cells, hits.
constexpr std::size_t kCells = 0, kHits = 1, kNll = kHits + kTopClasses, kBrier = kNll + 1, kBins = kBrier + 1,
                      kClasses = kBins + 2 * kReliabilityBins;

std::size_t bin_of(double confidence) {
    const double at = std::ceil(confidence * static_cast<double>(kReliabilityBins)) - 1;
    return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(kReliabilityBins - 1)));
}

LedgerValues metrics_of(const std::vector<double>& sum, std::size_t classes) {
    LedgerValues out;
    const double cells = sum[kCells];
    if (!(cells > 0)) {
        out.fill(kNaN);
        return out;
    }
    double recalls = 0, supported = 0, f1s = 0, seen = 0, gap = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        const double* one = sum.data() + kClasses + 3 * c;
        if (one[0] > 0) {
            ++supported;
            recalls += one[2] / one[0];
        }
        if (one[0] + one[1] > 0) {
            ++seen;
            f1s += 2 * one[2] / (one[0] + one[1]);
        }
    }
    for (std::size_t b = 0; b < kReliabilityBins; ++b) gap += std::abs(sum[kBins + 2 * b] - sum[kBins + 2 * b + 1]);
    return {sum[kHits] / cells,     sum[kHits + 2] / cells, sum[kHits + 4] / cells,
            sum[kHits + 9] / cells, recalls / supported,    f1s / seen,
            sum[kNll] / cells,      sum[kBrier] / cells,    gap / cells};
}

}  // namespace

Ledger::Ledger(std::size_t units, std::size_t classes)
    : units_(units), classes_(classes), width_(kClasses + 3 * classes), sums_(units * width_) {}

void Ledger::add(const PredictionView& predictions, const Outcomes& outcomes, std::span<const std::int32_t> truth,
                 std::span<const std::int32_t> unit) {
    if (truth.size() != predictions.cells() || unit.size() != truth.size() || outcomes.rank.size() != truth.size()) {
        throw Error(ErrorCode::bad_input, sentence("Units of ", unit.size(), " cells do not fit ", truth.size(), " true classes."));
    }
    for (std::size_t cell = 0; cell < truth.size(); ++cell) {
        if (truth[cell] < 0 || unit[cell] < 0) continue;
        if (static_cast<std::size_t>(unit[cell]) >= units_ || static_cast<std::size_t>(truth[cell]) >= classes_) {
            throw Error(ErrorCode::bad_input, sentence("Cell ", cell, " is of unit ", unit[cell], " and class ", truth[cell],
                                                       "; there are ", units_, " and ", classes_, "."));
        }
        double* sum = of(static_cast<std::size_t>(unit[cell]));
        const std::size_t rank = outcomes.rank[cell];
        const float confidence = predictions.probability[cell * predictions.k];
        ++sum[kCells];
        for (std::size_t place = rank; place < kTopClasses; ++place) ++sum[kHits + place];
        sum[kNll] -= std::log(std::max<double>(outcomes.probability[cell], std::numeric_limits<float>::min()));
        sum[kBrier] += outcomes.brier[cell];
        const std::size_t bin = bin_of(confidence);
        sum[kBins + 2 * bin] += confidence;
        sum[kBins + 2 * bin + 1] += rank == 0;
        double* own = sum + kClasses + 3 * static_cast<std::size_t>(truth[cell]);
        ++own[0];
        own[2] += rank == 0;
        const std::uint16_t first = predictions.top[cell * predictions.k];
        if (first < classes_) ++sum[kClasses + 3 * first + 1];
    }
}

void Ledger::merge(const Ledger& other) {
    if (other.units_ != units_ || other.classes_ != classes_)
        throw Error(ErrorCode::internal, "Ledgers of other units or classes cannot be merged.");
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += other.sums_[i];
}

LedgerValues Ledger::values(std::span<const double> weights) const {
    std::vector<double> sum(width_);
    for (std::size_t unit = 0; unit < units_; ++unit) {
        if (weights[unit] == 0) continue;
        for (std::size_t i = 0; i < width_; ++i) sum[i] += weights[unit] * sums_[unit * width_ + i];
    }
    return metrics_of(sum, classes_);
}

std::vector<double> Ledger::total() const {
    std::vector<double> sum(width_);
    for (std::size_t i = 0; i < sums_.size(); ++i) sum[i % width_] += sums_[i];
    return sum;
}

LedgerValues Ledger::without(std::size_t unit, std::span<const double> all) const {
    std::vector<double> rest(all.begin(), all.end());
    for (std::size_t i = 0; i < width_; ++i) rest[i] -= sums_[unit * width_ + i];
    return metrics_of(rest, classes_);
}

std::vector<double> Ledger::sizes() const {
    std::vector<double> out;
    for (std::size_t unit = 0; unit < units_; ++unit) out.push_back(sums_[unit * width_ + kCells]);
    return out;
}

namespace {

/// As kLedgerMetrics: seven shares but for the likelihood and the Brier score.
constexpr std::array<Scale, kLedgerMetrics.size()> kScales = {Scale::share, Scale::share,    Scale::share,    Scale::share, Scale::share,
                                                              Scale::share, Scale::positive, Scale::positive, Scale::share};
/// Metrics that are a share of the cells: right among the first k.
constexpr std::size_t kCellShares = 4;

LedgerValues difference(LedgerValues first, const LedgerValues& second) {
    for (std::size_t m = 0; m < first.size(); ++m) first[m] -= second[m];
    return first;
}

/// Each metric without each of the units that have cells; `left_out` gives them without one.
using LeftOut = std::array<std::vector<double>, kLedgerMetrics.size()>;
template <typename Without> LeftOut without_each(const std::vector<double>& sizes, const Without& left_out) {
    LeftOut out;
    for (std::size_t unit = 0; unit < sizes.size(); ++unit) {
        if (!(sizes[unit] > 0)) continue;
        const LedgerValues one = left_out(unit);
        for (std::size_t m = 0; m < one.size(); ++m) out[m].push_back(one[m]);
    }
    return out;
}

}  // namespace

std::vector<Interval> metric_intervals(const Ledger& ledger) {
    const std::vector<double> all = ledger.total(), sizes = ledger.sizes();
    const LedgerValues whole = ledger.values(std::vector<double>(ledger.units(), 1.0));
    const LeftOut without = without_each(sizes, [&](std::size_t unit) { return ledger.without(unit, all); });
    const double cells = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    std::vector<Interval> out;
    for (std::size_t m = 0; m < whole.size(); ++m)
        out.push_back(jackknife_interval(whole[m], without[m], effective_units(sizes), kScales[m], m < kCellShares ? cells : 0));
    return out;
}

PairedDifference paired_difference(const Ledger& first, const Ledger& second) {
    if (first.units() != second.units()) throw Error(ErrorCode::bad_input, "A paired difference needs the same units on both sides.");
    const std::vector<double> ones(first.units(), 1.0), all = first.total(), others = second.total(), sizes = first.sizes();
    const LedgerValues whole = difference(first.values(ones), second.values(ones));
    const LeftOut without =
        without_each(sizes, [&](std::size_t unit) { return difference(first.without(unit, all), second.without(unit, others)); });
    PairedDifference out;
    for (std::size_t m = 0; m < whole.size(); ++m)
        out.metrics.push_back(jackknife_interval(whole[m], without[m], effective_units(sizes), Scale::any));
    out.p_value = jackknife_p(whole[0], without[0], effective_units(sizes));
    return out;
}

}  // namespace phenolens
