#include "compare/sample_counts.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/QR>

#include "base/error.hpp"
#include "base/text.hpp"
#include "stats/median.hpp"

namespace phenolens {
namespace {

constexpr double kRatioTrim = 0.3, kLevelTrim = 0.05;
/// A leverage that is a fifth but for rounding must not ask for six samples.
constexpr double kFilterRounding = 1e-9;
constexpr double kLeastCount = 10, kLeastTotal = 15, kManySamples = 10, kShareOfMany = 0.7;

/// Ranks from `low` to `high` (ties sharing their mean rank), as values: no sorting of all.
class RankWindow {
public:
    RankWindow(const std::vector<double>& values, double trim) {
        const double n = static_cast<double>(values.size()), low = std::floor(n * trim) + 1, high = n + 1 - low;
        std::vector<double> order = values;
        const auto at = [&](double rank) {
            const auto place = order.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
            std::nth_element(order.begin(), place, order.end());
            return *place;
        };
        low_ = at(low);
        high_ = at(high);
        has_low_ = rank_of(values, low_) >= low && rank_of(values, low_) <= high;
        has_high_ = rank_of(values, high_) >= low && rank_of(values, high_) <= high;
    }

    bool has(double value) const { return value == low_ ? has_low_ : value == high_ ? has_high_ : value > low_ && value < high_; }

private:
    static double rank_of(const std::vector<double>& values, double value) {
        double below = 0, same = 0;
        for (const double other : values) {
            below += other < value;
            same += other == value;
        }
        return below + (same + 1) / 2;
    }

    double low_ = 0, high_ = 0;
    bool has_low_ = false, has_high_ = false;
};

struct Library {
    std::vector<double> counts;
    double total = 0;
};

double factor_of(const Library& own, const Library& reference) {
    std::vector<double> ratio, level, precision;
    double largest = 0;
    for (std::size_t gene = 0; gene < own.counts.size(); ++gene) {
        const double a = own.counts[gene], b = reference.counts[gene];
        if (!(a > 0) || !(b > 0)) continue;
        ratio.push_back(std::log2((a / own.total) / (b / reference.total)));
        level.push_back((std::log2(a / own.total) + std::log2(b / reference.total)) / 2);
        precision.push_back(1 / ((own.total - a) / own.total / a + (reference.total - b) / reference.total / b));
        largest = std::max(largest, std::abs(ratio.back()));
    }
    if (largest < 1e-6) return 1;
    const RankWindow ratios(ratio, kRatioTrim), levels(level, kLevelTrim);
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < ratio.size(); ++i) {
        if (!ratios.has(ratio[i]) || !levels.has(level[i])) continue;
        sum += ratio[i] * precision[i];
        weight += precision[i];
    }
    return weight > 0 ? std::exp2(sum / weight) : 1;
}

std::vector<Library> libraries_of(const SampleCounts& counts) {
    const auto totals = library_sizes(counts);
    std::vector<Library> out(counts.samples);
    for (std::size_t sample = 0; sample < counts.samples; ++sample) out[sample].total = totals[sample];
    for (std::size_t gene = 0; gene < counts.genes; ++gene) {
        const auto own = counts.gene(gene);
        if (std::all_of(own.begin(), own.end(), [](double count) { return count == 0; })) continue;
        for (std::size_t sample = 0; sample < counts.samples; ++sample) out[sample].counts.push_back(own[sample]);
    }
    return out;
}

/// The sample that the others are compared with.
std::size_t reference_of(const std::vector<Library>& libraries) {
    std::vector<double> quartiles, roots;
    double mean = 0;
    for (const Library& one : libraries) {
        std::vector<double> sorted = one.counts;
        std::sort(sorted.begin(), sorted.end());
        quartiles.push_back(quantile_of_sorted(sorted, 0.75) / one.total);
        mean += quartiles.back() / static_cast<double>(libraries.size());
        roots.push_back(0);
        for (const double count : one.counts) roots.back() += std::sqrt(count);
    }
    std::vector<double> order = quartiles;
    if (median_of(order) < 1e-20) return static_cast<std::size_t>(std::max_element(roots.begin(), roots.end()) - roots.begin());
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < quartiles.size(); ++i)
        if (std::abs(quartiles[i] - mean) < std::abs(quartiles[nearest] - mean)) nearest = i;
    return nearest;
}

/// Samples of the smallest group.
double smallest_group(const Design& design, std::span<const std::int32_t> group) {
    if (!group.empty()) {
        std::vector<std::int32_t> sorted(group.begin(), group.end());
        std::sort(sorted.begin(), sorted.end());
        double smallest = static_cast<double>(sorted.size());
        for (auto from = sorted.begin(); from != sorted.end();) {
            const auto to = std::upper_bound(from, sorted.end(), *from);
            smallest = std::min(smallest, static_cast<double>(to - from));
            from = to;
        }
        return smallest;
    }
    // R's hat() adds an intercept.
    Eigen::MatrixXd columns(design.matrix().rows(), design.matrix().cols() + 1);
    columns << Eigen::VectorXd::Ones(columns.rows()), design.matrix();
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(columns);
    const Eigen::MatrixXd basis = qr.householderQ() * Eigen::MatrixXd::Identity(columns.rows(), qr.rank());
    return 1 / basis.rowwise().squaredNorm().maxCoeff();
}

}  // namespace

void check_counts(const SampleCounts& counts) {
    if (counts.samples == 0 || counts.counts.size() != counts.genes * counts.samples) {
        throw Error(ErrorCode::bad_input,
                    sentence(counts.counts.size(), " counts are not those of ", counts.genes, " genes in ", counts.samples, " samples."));
    }
    for (const double count : counts.counts)
        if (!std::isfinite(count) || count < 0) throw Error(ErrorCode::bad_input, "A count is negative, missing or infinite.");
}

std::vector<double> library_sizes(const SampleCounts& counts) {
    std::vector<double> totals(counts.samples);
    for (std::size_t gene = 0; gene < counts.genes; ++gene) {
        const auto own = counts.gene(gene);
        for (std::size_t sample = 0; sample < counts.samples; ++sample) totals[sample] += own[sample];
    }
    for (std::size_t sample = 0; sample < counts.samples; ++sample)
        if (!(totals[sample] > 0))
            throw Error(ErrorCode::bad_input, sentence("Sample ", sample + 1, " has no counts in these genes; leave it out."));
    return totals;
}

std::vector<double> tmm_factors(const SampleCounts& counts) {
    const auto libraries = libraries_of(counts);
    const std::size_t reference = reference_of(libraries);
    std::vector<double> factors;
    double logs = 0;
    for (const Library& one : libraries) {
        factors.push_back(factor_of(one, libraries[reference]));
        logs += std::log(factors.back()) / static_cast<double>(libraries.size());
    }
    for (double& factor : factors) factor /= std::exp(logs);
    return factors;
}

std::vector<std::size_t> expressed_genes(const SampleCounts& counts, const Design& design, std::span<const std::int32_t> group) {
    if (design.samples() != counts.samples || (!group.empty() && group.size() != counts.samples))
        throw Error(ErrorCode::bad_input, "The design or the groups are of other samples than the counts.");
    const auto totals = library_sizes(counts);
    std::vector<double> order = totals;
    const double median = median_of(order);
    double samples = smallest_group(design, group);
    if (samples > kManySamples) samples = kManySamples + (samples - kManySamples) * kShareOfMany;
    std::vector<std::size_t> kept;
    for (std::size_t gene = 0; gene < counts.genes; ++gene) {
        const auto own = counts.gene(gene);
        double sum = 0, enough = 0;
        for (std::size_t sample = 0; sample < counts.samples; ++sample) {
            sum += own[sample];
            // Whole numbers: no rounding decides.
            enough += own[sample] * median >= kLeastCount * totals[sample];
        }
        if (enough >= samples - kFilterRounding && sum >= kLeastTotal - kFilterRounding) kept.push_back(gene);
    }
    return kept;
}

}  // namespace phenolens
