#include "predict/left_out_ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"

namespace phenolens {
namespace {

/// 12 x the sum of squares of n ranks about their mean.
double spread(double n, double ties) { return n * n * n - n - ties; }

/// `products`: the sum of products of n ranks.
double correlation(double n, double products, double a, double b) {
    if (a == 0 || b == 0) return a == b ? 1 : 0.5;
    const double mean = (n + 1) / 2;
    return 12 * (products - n * mean * mean) / std::sqrt(a * b);
}

void check_sizes(const RankedValues& a, const RankedValues& b) {
    if (a.size() != b.size()) throw Error(ErrorCode::internal, "Ranks of different lengths were to be compared.");
}

/// For each place the sum of `of` over the other places above it in `by`, half of it where they tie.
std::vector<double> sums_above(const RankedValues& by, std::span<const double> of) {
    const std::size_t levels = by.at_level.size();
    std::vector<double> own(levels, 0), above(levels, 0);
    for (std::size_t i = 0; i < of.size(); ++i) own[static_cast<std::size_t>(by.level[i])] += of[i];
    for (std::size_t level = levels - 1; level > 0; --level) above[level - 1] = above[level] + own[level];
    std::vector<double> out(of.size());
    for (std::size_t i = 0; i < of.size(); ++i) {
        const auto level = static_cast<std::size_t>(by.level[i]);
        out[i] = above[level] + (own[level] - of[i]) / 2;
    }
    return out;
}

/// Counts of levels met, and how many of them are above some level.
class LevelCounts {
public:
    explicit LevelCounts(std::size_t levels) : tree_(levels + 1, 0) {}

    void add(std::int32_t level) {
        ++all_;
        for (auto i = static_cast<std::size_t>(level) + 1; i < tree_.size(); i += i & (~i + 1)) ++tree_[i];
    }

    /// At `level` or below.
    std::int64_t up_to(std::int32_t level) const {
        std::int64_t sum = 0;
        for (auto i = static_cast<std::size_t>(level + 1); i > 0; i -= i & (~i + 1)) sum += tree_[i];
        return sum;
    }

    /// Twice what is above `level`, plus what is at it: 2 for each place above, 1 for each that ties.
    std::int64_t twice_above(std::int32_t level) const { return 2 * all_ - up_to(level) - up_to(level - 1); }

private:
    std::vector<std::int64_t> tree_;
    std::int64_t all_ = 0;
};

/// For each place the sum over the others of what they lose on one side x what they lose on the other: 1 above, 1/2 where they tie.
std::vector<double> both_above(const RankedValues& a, const RankedValues& b) {
    std::vector<std::size_t> order(a.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return a.level[x] > a.level[y]; });
    LevelCounts counts(b.at_level.size());
    std::vector<double> out(a.size(), 0);
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && a.level[order[last]] == a.level[order[first]]) ++last;
        for (std::size_t i = first; i < last; ++i) out[order[i]] = static_cast<double>(counts.twice_above(b.level[order[i]]));
        for (std::size_t i = first; i < last; ++i) counts.add(b.level[order[i]]);
        for (std::size_t i = first; i < last; ++i) {
            // Less the place itself, which ties with itself on both sides.
            const auto twice = static_cast<double>(counts.twice_above(b.level[order[i]]) - 1);
            out[order[i]] = (out[order[i]] + twice) / 4;
        }
    }
    return out;
}

}  // namespace

RankedValues::RankedValues(std::span<const double> values) : level(values.size()), rank(values.size()) {
    std::vector<std::pair<double, std::size_t>> sorted(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) sorted[i] = {values[i], i};
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t first = 0, last = 0; first < sorted.size(); first = last) {
        while (last < sorted.size() && sorted[last].first == sorted[first].first) ++last;
        const auto tied = static_cast<double>(last - first);
        for (std::size_t i = first; i < last; ++i) {
            level[sorted[i].second] = static_cast<std::int32_t>(at_level.size());
            rank[sorted[i].second] = static_cast<double>(first + last + 1) / 2;
        }
        at_level.push_back(static_cast<std::int32_t>(last - first));
        ties += tied * tied * tied - tied;
    }
}

double rank_correlation(const RankedValues& a, const RankedValues& b) {
    check_sizes(a, b);
    const auto n = static_cast<double>(a.size());
    return correlation(n, std::inner_product(a.rank.begin(), a.rank.end(), b.rank.begin(), 0.0), spread(n, a.ties), spread(n, b.ties));
}

std::vector<double> correlations_left_out(const RankedValues& a, const RankedValues& b) {
    check_sizes(a, b);
    if (a.size() == 0) return {};
    const double products = std::inner_product(a.rank.begin(), a.rank.end(), b.rank.begin(), 0.0);
    const double n = static_cast<double>(a.size()) - 1;
    const auto of_b = sums_above(a, b.rank), of_a = sums_above(b, a.rank), of_both = both_above(a, b);
    // t^3 - t less the same of t - 1.
    const auto spread_without = [n](const RankedValues& of, std::size_t i) {
        const auto tied = static_cast<double>(of.at_level[static_cast<std::size_t>(of.level[i])]);
        return spread(n, of.ties - 3 * tied * (tied - 1));
    };
    std::vector<double> out(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        out[i] =
            correlation(n, products - a.rank[i] * b.rank[i] - of_b[i] - of_a[i] + of_both[i], spread_without(a, i), spread_without(b, i));
    return out;
}

}  // namespace phenolens
