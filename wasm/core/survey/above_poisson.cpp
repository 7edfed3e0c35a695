#include "survey/above_poisson.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "base/not_a_number.hpp"

namespace phenolens {
namespace {

// Scrublet's figures: bins of the mean that the least varying genes are sought in, which percentile of a bin they are, bars of the
// histogram whose mode is c, the percentile of v scores to reach, and the cells that express a gene.
constexpr std::size_t kMeanBins = 50;
constexpr double kLeastPercentile = 0.1;
constexpr std::size_t kFanoBars = 200;
constexpr double kScorePercentile = 85;
constexpr double kLeastCells = 3;

/// As numpy.percentile, interpolated; `values` need not be sorted.
double percentile(std::vector<double> values, double percent) {
    std::sort(values.begin(), values.end());
    const double at = percent / 100 * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const double high = values[std::min(values.size() - 1, below + 1)];
    return values[below] + (high - values[below]) * (at - static_cast<double>(below));
}

/// Nelder and Mead's simplex of one parameter, as scipy.optimize.fmin walks it.
double minimize(const std::function<double(double)>& of, double start) {
    constexpr double kNear = 1e-4;
    constexpr int kMostSteps = 200;
    struct End {
        double x, value;
    };
    const auto at = [&](double x) {
        const double value = of(x);
        return End{x, std::isnan(value) ? std::numeric_limits<double>::infinity() : value};
    };
    End best = at(start), worst = at(start * 1.05);
    for (int step = 0; step < kMostSteps; ++step) {
        if (worst.value < best.value) std::swap(best, worst);
        if (std::abs(worst.x - best.x) <= kNear && std::abs(worst.value - best.value) <= kNear) break;
        const End reflected = at(2 * best.x - worst.x);
        if (reflected.value < best.value) {
            const End expanded = at(3 * best.x - 2 * worst.x);
            worst = expanded.value < reflected.value ? expanded : reflected;
            continue;
        }
        const bool is_outside = reflected.value < worst.value;
        const End contracted = is_outside ? at(1.5 * best.x - 0.5 * worst.x) : at(0.5 * best.x + 0.5 * worst.x);
        const bool is_better = is_outside ? contracted.value <= reflected.value : contracted.value < worst.value;
        worst = is_better ? contracted : at(best.x + 0.5 * (worst.x - best.x));
    }
    return worst.value < best.value ? worst.x : best.x;
}

/// The middle of the histogram's highest bar.
double commonest(std::span<const double> values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double width = (*most - *least) / kFanoBars;
    std::array<std::size_t, kFanoBars> bars{};
    for (const double value : values) {
        const auto bar = width > 0 ? static_cast<std::size_t>((value - *least) / width) : 0;
        ++bars[std::min(bar, kFanoBars - 1)];
    }
    const auto highest = std::max_element(bars.begin(), bars.end()) - bars.begin();
    return *least + (static_cast<double>(highest) + 0.5) * width;
}

/// Per bin of x, from the first that holds a value, its middle and the least values' percentile of y; an empty bin repeats the one before.
std::vector<std::pair<double, double>> least_by_bin(std::span<const double> x, std::span<const double> y) {
    const auto [least, most] = std::minmax_element(x.begin(), x.end());
    const double width = (*most - *least) / static_cast<double>(kMeanBins);
    std::vector<std::vector<double>> inside(kMeanBins);
    for (std::size_t i = 0; i < x.size(); ++i) {
        // The largest x is of no bin, as in Scrublet.
        const auto bin = width > 0 ? static_cast<std::size_t>((x[i] - *least) / width) : 0;
        if (bin < kMeanBins) inside[bin].push_back(y[i]);
    }
    std::vector<std::pair<double, double>> out;
    for (std::size_t bin = 0; bin < kMeanBins; ++bin) {
        const double middle = *least + (static_cast<double>(bin) + 0.5) * width;
        if (!inside[bin].empty())
            out.emplace_back(middle, percentile(inside[bin], kLeastPercentile));
        else if (!out.empty())
            out.emplace_back(middle, out.back().second);
    }
    return out;
}

}  // namespace

std::vector<double> v_scores(std::span<const double> mean, std::span<const double> variance) {
    if (mean.size() != variance.size()) throw Error(ErrorCode::internal, "There is not one variance for every mean.");
    std::vector<double> log_mean, log_noise, log_fano;
    for (std::size_t gene = 0; gene < mean.size(); ++gene) {
        if (!(mean[gene] > 0 && variance[gene] > 0)) continue;
        const double fano = variance[gene] / mean[gene];
        log_mean.push_back(std::log(mean[gene]));
        log_noise.push_back(std::log(fano / mean[gene]));
        log_fano.push_back(std::log(fano));
    }
    if (log_mean.size() < 2) throw Error(ErrorCode::bad_input, "Fewer than two genes vary between the cells.");
    const auto least = least_by_bin(log_mean, log_noise);
    const double c = std::max(1.0, std::exp(commonest(log_fano)));
    const double b = minimize(
        [&](double slope) {
            return std::accumulate(least.begin(), least.end(), 0.0, [&](double sum, const auto& one) {
                return sum + std::abs(std::log(c * std::exp(-one.first) + slope) - one.second);
            });
        },
        0.1);
    std::vector<double> out(mean.size(), kNaN);
    for (std::size_t gene = 0; gene < mean.size(); ++gene) {
        if (mean[gene] > 0 && variance[gene] > 0) out[gene] = variance[gene] / mean[gene] / (c + b * mean[gene]);
    }
    return out;
}

std::vector<std::int32_t> above_poisson_genes(std::span<const double> v_scores, std::span<const double> cells_above) {
    if (v_scores.size() != cells_above.size()) throw Error(ErrorCode::internal, "There is not one number of cells for every v score.");
    std::vector<double> positive;
    std::copy_if(v_scores.begin(), v_scores.end(), std::back_inserter(positive), [](double score) { return score > 0; });
    std::vector<std::int32_t> out;
    if (positive.empty()) return out;
    const double least = percentile(std::move(positive), kScorePercentile);
    for (std::size_t gene = 0; gene < v_scores.size(); ++gene) {
        if (v_scores[gene] >= least && v_scores[gene] > 0 && cells_above[gene] >= kLeastCells)
            out.push_back(static_cast<std::int32_t>(gene));
    }
    return out;
}

}  // namespace phenolens
