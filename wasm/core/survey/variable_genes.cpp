#include "survey/variable_genes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "stats/loess.hpp"

namespace phenolens {
namespace {

constexpr std::size_t kMeanBins = 20;

/// Bins as pandas.cut makes them: equal widths between the extremes, open below and closed above, the first one 0.1% of the range wider
/// below.
std::vector<std::size_t> bins_of(std::span<const double> values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    std::array<double, kMeanBins + 1> edges{};
    const double low = *least == *most ? *least - 0.001 * std::abs(*least) : *least,
                 high = *least == *most ? *most + 0.001 * std::abs(*most) : *most;
    const double step = (high - low) / static_cast<double>(kMeanBins);
    for (std::size_t i = 0; i <= kMeanBins; ++i) edges[i] = i == kMeanBins ? high : low + static_cast<double>(i) * step;
    edges[0] -= *least == *most ? 0 : 0.001 * (high - low);
    std::vector<std::size_t> out;
    for (const double value : values) {
        const auto above = std::lower_bound(edges.begin() + 1, edges.end() - 1, value);
        out.push_back(static_cast<std::size_t>(above - edges.begin() - 1));
    }
    return out;
}

struct BinSums {
    double genes = 0, mean = 0, squares = 0;
};

}  // namespace

VariableGenes dispersion_scores(std::span<const double> mean, std::span<const double> variance) {
    if (mean.size() != variance.size()) throw Error(ErrorCode::internal, "There is not one variance for every mean.");
    VariableGenes out;
    for (std::size_t gene = 0; gene < mean.size(); ++gene) {
        const double positive = mean[gene] == 0 ? 1e-12 : mean[gene];
        const double dispersion = variance[gene] / positive;
        out.mean.push_back(std::log1p(positive));
        out.spread.push_back(dispersion > 0 ? std::log(dispersion) : kNaN);
    }
    out.score.assign(mean.size(), kNaN);
    if (mean.empty() || std::any_of(out.mean.begin(), out.mean.end(), [](double value) { return std::isnan(value); })) return out;
    const auto bin = bins_of(out.mean);
    std::array<BinSums, kMeanBins> sums{};
    for (std::size_t gene = 0; gene < mean.size(); ++gene) {
        if (std::isnan(out.spread[gene])) continue;
        BinSums& own = sums[bin[gene]];
        const double gap = out.spread[gene] - own.mean;
        own.mean += gap / ++own.genes;
        own.squares += gap * (out.spread[gene] - own.mean);
    }
    for (std::size_t gene = 0; gene < mean.size(); ++gene) {
        const BinSums& own = sums[bin[gene]];
        if (std::isnan(out.spread[gene])) continue;
        out.score[gene] = own.genes < 2 ? 1 : (out.spread[gene] - own.mean) / std::sqrt(own.squares / (own.genes - 1));
    }
    return out;
}

std::vector<double> expected_variance(std::span<const double> mean, std::span<const double> variance, double span) {
    if (mean.size() != variance.size()) throw Error(ErrorCode::internal, "There is not one variance for every mean.");
    std::vector<double> x, y, out(mean.size(), 1);
    for (std::size_t gene = 0; gene < mean.size(); ++gene) {
        if (!(variance[gene] > 0)) continue;
        x.push_back(std::log10(mean[gene]));
        y.push_back(std::log10(variance[gene]));
    }
    if (x.empty()) throw Error(ErrorCode::bad_input, "No gene varies between the cells.");
    const auto fitted = loess(x, y, span);
    for (std::size_t gene = 0, i = 0; gene < mean.size(); ++gene) {
        if (variance[gene] > 0) out[gene] = std::pow(10.0, fitted[i++]);
    }
    return out;
}

std::vector<double> clip_limits(std::span<const double> mean, std::span<const double> expected, double cells) {
    std::vector<double> out(mean.size());
    for (std::size_t gene = 0; gene < out.size(); ++gene) out[gene] = std::sqrt(expected[gene]) * std::sqrt(cells) + mean[gene];
    return out;
}

VariableGenes standardized_variance(std::span<const double> mean, std::span<const double> variance, std::span<const double> expected,
                                    std::span<const double> clipped_sum, std::span<const double> clipped_squares, double cells) {
    const std::size_t genes = mean.size();
    if (variance.size() != genes || expected.size() != genes || clipped_sum.size() != genes || clipped_squares.size() != genes)
        throw Error(ErrorCode::internal, "Sums of different genes cannot be put together.");
    VariableGenes out;
    out.mean.assign(mean.begin(), mean.end());
    out.spread.assign(variance.begin(), variance.end());
    for (std::size_t gene = 0; gene < genes; ++gene) {
        out.score.push_back((cells * mean[gene] * mean[gene] + clipped_squares[gene] - 2 * clipped_sum[gene] * mean[gene]) /
                            ((cells - 1) * expected[gene]));
    }
    return out;
}

}  // namespace phenolens
