#include "compare/voom.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "compare/row_fit.hpp"
#include "stats/lowess.hpp"

namespace phenolens {
namespace {

constexpr double kSpan = 0.5;

/// Straight lines between points, constant beyond; points at the same x count as their mean.
class Interpolation {
public:
    Interpolation(std::span<const double> x, std::span<const double> y) {
        for (std::size_t from = 0; from < x.size();) {
            std::size_t to = from;
            double sum = 0;
            for (; to < x.size() && x[to] == x[from]; ++to) sum += y[to];
            x_.push_back(x[from]);
            y_.push_back(sum / static_cast<double>(to - from));
            from = to;
        }
    }

    double at(double x) const {
        if (x <= x_.front()) return y_.front();
        if (x >= x_.back()) return y_.back();
        const auto above = static_cast<std::size_t>(std::upper_bound(x_.begin(), x_.end(), x) - x_.begin());
        return y_[above - 1] + (y_[above] - y_[above - 1]) * ((x - x_[above - 1]) / (x_[above] - x_[above - 1]));
    }

private:
    std::vector<double> x_, y_;
};

}  // namespace

Voom voom(const SampleCounts& counts, std::span<const double> library, const Design& design, std::span<const double> sample_weights) {
    if (library.size() != counts.samples || design.samples() != counts.samples)
        throw Error(ErrorCode::bad_input, "The libraries or the design are of other samples than the counts.");
    if (counts.genes < 2)
        throw Error(ErrorCode::bad_input, "A trend of spread over level needs two genes with enough counts, and there are fewer.");
    const double per_million = std::log2(1e6);
    std::vector<double> depth;
    double mean_depth = 0;
    for (const double size : library) {
        depth.push_back(std::log2(size + 1));
        mean_depth += depth.back() / static_cast<double>(library.size());
    }
    Voom out;
    out.logs.reserve(counts.counts.size());
    for (std::size_t gene = 0; gene < counts.genes; ++gene) {
        const auto own = counts.gene(gene);
        for (std::size_t sample = 0; sample < counts.samples; ++sample)
            out.logs.push_back(std::log2(own[sample] + 0.5) - depth[sample] + per_million);
    }
    const RowFits fits = fit_rows(design, out.logs, sample_weights, design.basis().row(0).transpose(), true);
    for (std::size_t gene = 0; gene < counts.genes; ++gene) {
        out.count.push_back(fits.mean[gene] + mean_depth - per_million);
        out.deviation.push_back(std::sqrt(std::sqrt(fits.variance[gene])));
    }
    std::vector<std::size_t> order(counts.genes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return out.count[a] < out.count[b]; });
    std::vector<double> x, y;
    for (const std::size_t gene : order) {
        x.push_back(out.count[gene]);
        y.push_back(out.deviation[gene]);
    }
    const std::vector<double> line = lowess(x, y, kSpan);
    const Interpolation trend(x, line);
    for (const double count : out.count) out.trend.push_back(trend.at(count));
    out.weights.reserve(out.logs.size());
    for (std::size_t i = 0; i < fits.fitted.size(); ++i) {
        const double squared = std::pow(trend.at(fits.fitted[i] + depth[i % counts.samples] - per_million), 2);
        out.weights.push_back(1 / (squared * squared));
    }
    if (!std::all_of(out.weights.begin(), out.weights.end(), [](double weight) { return std::isfinite(weight) && weight > 0; }))
        throw Error(ErrorCode::bad_input, "These samples do not vary: their counts have no spread to weigh them by.");
    return out;
}

}  // namespace phenolens
