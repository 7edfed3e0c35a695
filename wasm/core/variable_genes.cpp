#include "variable_genes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "error.hpp"

namespace phenolens {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kBins = 20;

/// Bins as pandas.cut makes them: equal widths between the extremes, open below and closed above, the first one 0.1% of the range wider below.
std::vector<std::size_t> bins_of(std::span<const double> values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    std::array<double, kBins + 1> edges{};
    const double low = *least == *most ? *least - 0.001 * std::abs(*least) : *least, high = *least == *most ? *most + 0.001 * std::abs(*most) : *most;
    const double step = (high - low) / static_cast<double>(kBins);
    for (std::size_t i = 0; i <= kBins; ++i) edges[i] = i == kBins ? high : low + static_cast<double>(i) * step;
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
    std::array<BinSums, kBins> sums{};
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

}  // namespace phenolens
