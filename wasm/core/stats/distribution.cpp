#include "stats/distribution.hpp"

#include <algorithm>
#include <cmath>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/float_bits.hpp"
#include "base/not_a_number.hpp"

namespace phenolens {
namespace {

constexpr std::size_t kSketchBins = 65536;

/// The bin of a value; bins are in order of value: negative floats have falling bits.
std::size_t bin_of(float value) {
    const std::uint32_t bits = bits_of(value == 0 ? 0.0f : value);
    const std::uint32_t ordered = bits & 0x80000000u ? ~bits : bits | 0x80000000u;
    return ordered >> 16;
}

float edge_of(std::size_t bin) {
    const auto ordered = static_cast<std::uint32_t>(bin << 16);
    return float_of(ordered & 0x80000000u ? ordered & 0x7fffffffu : ~ordered);
}

double middle_of(std::size_t bin) {
    if (bin == bin_of(0)) return 0;
    return 0.5 * (static_cast<double>(edge_of(bin)) + edge_of(bin + 1));
}

Distribution empty_distribution() { return {kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, {}, {}}; }

void lay_edges(Distribution& d, std::size_t bins) {
    // All values alike still make one visible bar, of width 1.
    const double width = d.max > d.min ? d.max - d.min : 1;
    for (std::size_t i = 0; i <= bins; ++i) d.edges.push_back(d.min + width * static_cast<double>(i) / static_cast<double>(bins));
    d.counts.assign(bins, 0);
}

void count_in(Distribution& d, double value, double times) {
    const double bins = static_cast<double>(d.counts.size());
    const double at = (value - d.min) / (d.edges.back() - d.edges.front()) * bins;
    d.counts[static_cast<std::size_t>(std::clamp(at, 0.0, bins - 1))] += times;
}

void check_bins(std::size_t bins) {
    if (bins < 1 || bins > 100000) throw Error(ErrorCode::bad_input, "A histogram needs between 1 and 100,000 bins.");
}

double quantile_of(const std::vector<float>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - static_cast<double>(low)) * (static_cast<double>(sorted[high]) - sorted[low]);
}

}  // namespace

Distribution distribution_of(std::span<const float> values, std::size_t bins) {
    check_bins(bins);
    std::vector<float> sorted;
    sorted.reserve(values.size());
    for (const float value : values) {
        if (std::isfinite(value)) sorted.push_back(value);
    }
    if (sorted.empty()) return empty_distribution();
    std::sort(sorted.begin(), sorted.end());
    double sum = 0;
    for (const float value : sorted) sum += value;
    Distribution d{sorted.front(),
                   quantile_of(sorted, 0.25),
                   quantile_of(sorted, 0.5),
                   quantile_of(sorted, 0.75),
                   sorted.back(),
                   sum / static_cast<double>(sorted.size()),
                   {},
                   {}};
    lay_edges(d, bins);
    for (const float value : sorted) count_in(d, value, 1);
    return d;
}

void Sketch::add(std::span<const float> values) {
    if (counts_.empty()) counts_.assign(kSketchBins, 0);
    for (const float value : values) {
        if (!std::isfinite(value)) continue;
        min_ = values_ == 0 ? value : std::min(min_, value);
        max_ = values_ == 0 ? value : std::max(max_, value);
        ++values_;
        sum_ += value;
        ++counts_[bin_of(value)];
    }
}

void Sketch::merge(const Sketch& other) {
    if (other.values_ == 0) return;
    if (values_ == 0) {
        *this = other;
        return;
    }
    min_ = std::min(min_, other.min_);
    max_ = std::max(max_, other.max_);
    values_ += other.values_;
    sum_ += other.sum_;
    for (std::size_t bin = 0; bin < kSketchBins; ++bin) counts_[bin] += other.counts_[bin];
}

double Sketch::quantile(double share) const {
    const double at = share * (values_ - 1);
    const auto order_statistic = [&](double rank) {
        double below = 0;
        for (std::size_t bin = 0; bin < kSketchBins; ++bin) {
            below += counts_[bin];
            if (below > rank) return std::clamp(middle_of(bin), static_cast<double>(min_), static_cast<double>(max_));
        }
        return static_cast<double>(max_);
    };
    const double low = order_statistic(std::floor(at));
    return low + (at - std::floor(at)) * (order_statistic(std::ceil(at)) - low);
}

Distribution Sketch::distribution(std::size_t bins) const {
    check_bins(bins);
    if (values_ == 0) return empty_distribution();
    Distribution d{min_, quantile(0.25), quantile(0.5), quantile(0.75), max_, sum_ / values_, {}, {}};
    lay_edges(d, bins);
    for (std::size_t bin = 0; bin < kSketchBins; ++bin) {
        if (counts_[bin] > 0) count_in(d, middle_of(bin), counts_[bin]);
    }
    return d;
}

void Sketch::write(ByteWriter& writer) const {
    std::vector<std::uint32_t> bins;
    std::vector<double> counts;
    for (std::size_t bin = 0; bin < counts_.size(); ++bin) {
        if (counts_[bin] == 0) continue;
        bins.push_back(static_cast<std::uint32_t>(bin));
        counts.push_back(counts_[bin]);
    }
    for (const double number : {values_, sum_, static_cast<double>(min_), static_cast<double>(max_)}) writer.put(number);
    writer.put_all<std::uint32_t>(bins);
    writer.put_all<double>(counts);
}

Sketch Sketch::read(ByteReader& reader) {
    Sketch sketch;
    sketch.values_ = reader.take<double>();
    sketch.sum_ = reader.take<double>();
    sketch.min_ = static_cast<float>(reader.take<double>());
    sketch.max_ = static_cast<float>(reader.take<double>());
    const auto bins = reader.take_all<std::uint32_t>();
    const auto counts = reader.take_all<double>();
    const bool finite =
        std::isfinite(sketch.values_) && std::isfinite(sketch.sum_) && std::isfinite(sketch.min_) && std::isfinite(sketch.max_);
    if (bins.size() != counts.size() || !finite) reader.fail();
    sketch.counts_.assign(kSketchBins, 0);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i] >= kSketchBins || !(counts[i] >= 0 && std::isfinite(counts[i]))) reader.fail();
        sketch.counts_[bins[i]] = counts[i];
    }
    return sketch;
}

}  // namespace phenolens
