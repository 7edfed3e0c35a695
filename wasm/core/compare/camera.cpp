#include "compare/camera.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "compare/set_residuals.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

void check_correlation(double correlation) {
    if (!(correlation >= 0) || !(correlation < 1))
        throw Error(ErrorCode::bad_input, "The correlation between genes of a set is to be from 0 to below 1.");
}

/// Each set's members as places among the genes tested, each once; `all` genes there are.
std::vector<std::vector<std::size_t>> sets_of(const GeneSetPlaces& sets, std::span<const std::size_t> tested, std::size_t all) {
    std::vector<std::int32_t> place(all, -1);
    for (std::size_t i = 0; i < tested.size(); ++i) place[tested[i]] = static_cast<std::int32_t>(i);
    const auto fail = [] { throw Error(ErrorCode::bad_input, "The sets' starts do not rise from 0 to the number of their genes."); };
    if (sets.starts.empty() || sets.starts.front() != 0 || sets.starts.back() != static_cast<std::int64_t>(sets.members.size())) fail();
    std::vector<std::vector<std::size_t>> out;
    for (std::size_t set = 0; set + 1 < sets.starts.size(); ++set) {
        if (sets.starts[set + 1] < sets.starts[set]) fail();
        auto& own = out.emplace_back();
        for (auto i = static_cast<std::size_t>(sets.starts[set]); i < static_cast<std::size_t>(sets.starts[set + 1]); ++i) {
            if (sets.members[i] < 0 || static_cast<std::size_t>(sets.members[i]) >= all)
                throw Error(ErrorCode::bad_input, sentence("A set has gene ", sets.members[i], ", and there are ", all, "."));
            const std::int32_t at = place[static_cast<std::size_t>(sets.members[i])];
            if (at >= 0) own.push_back(static_cast<std::size_t>(at));
        }
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
    }
    return out;
}

/// Student's t as a standard normal number (Hill 1970).
double normal_score(double t, double freedom) {
    const double a = freedom - 0.5, b = 48 * a * a;
    const double z = a * std::log1p(t / freedom * t);
    return std::copysign((((((-0.4 * z - 3.3) * z - 24) * z - 85.5) / (0.8 * z * z + 100 + b) + z + 3) / b + 1) * std::sqrt(z), t);
}

/// A two-sample t of a set's mean statistic against the other genes', whose variance the correlation inflates.
class MeanTest {
public:
    explicit MeanTest(const std::vector<double>& statistic) : statistic_(statistic), genes_(static_cast<double>(statistic.size())) {
        for (const double value : statistic) mean_ += value / genes_;
        for (const double value : statistic) variance_ += (value - mean_) * (value - mean_) / (genes_ - 1);
    }

    double of(const std::vector<std::size_t>& set, double inflation) const {
        const double own = static_cast<double>(set.size()), rest = genes_ - own;
        double mean = 0;
        for (const std::size_t gene : set) mean += statistic_[gene] / own;
        const double difference = genes_ / rest * (mean - mean_);
        const double pooled = ((genes_ - 1) * variance_ - difference * difference * own * rest / genes_) / (genes_ - 2);
        if (!(pooled > 0)) return difference == 0 ? 0 : std::copysign(std::numeric_limits<double>::infinity(), difference);
        return difference / std::sqrt(pooled * (inflation / own + 1 / rest));
    }

private:
    const std::vector<double>& statistic_;
    double genes_, mean_ = 0, variance_ = 0;
};

/// limma's rankSumTestWithCorrelation: Wilcoxon's rank sum whose variance allows for correlation within the set.
class RankTest {
public:
    explicit RankTest(const std::vector<double>& statistic)
        : rank_(average_ranks(statistic)), genes_(static_cast<double>(statistic.size())) {
        std::vector<double> sorted = rank_;
        std::sort(sorted.begin(), sorted.end());
        for (auto from = sorted.begin(); from != sorted.end();) {
            const auto to = std::upper_bound(from, sorted.end(), *from);
            const double same = static_cast<double>(to - from);
            ties_ += same * (same + 1) * (same - 1) / (genes_ * (genes_ + 1) * (genes_ - 1));
            from = to;
        }
    }

    /// A standard normal number, the nearer to 0 of the two that the correction for continuity gives.
    double of(const std::vector<std::size_t>& set, double correlation) const {
        const double own = static_cast<double>(set.size()), rest = genes_ - own;
        double sum = 0;
        for (const std::size_t gene : set) sum += rank_[gene];
        const double over = sum - own * (own + 1) / 2 - own * rest / 2;
        double variance = own * rest * (genes_ + 1) / 12;
        if (correlation > 0 && own > 1) {
            variance = (std::asin(1) * own * rest + std::asin(0.5) * own * rest * (rest - 1) +
                        std::asin(correlation / 2) * own * (own - 1) * rest * (rest - 1) +
                        std::asin((correlation + 1) / 2) * own * (own - 1) * rest) /
                       (2 * 3.14159265358979323846);
        }
        variance *= 1 - ties_;
        if (!(variance > 0)) return 0;
        const double nearer = std::abs(over) - 0.5;
        return std::copysign(std::max(0.0, nearer), over) / std::sqrt(variance);
    }

private:
    std::vector<double> rank_;
    double genes_, ties_ = 0;
};

/// `test` gives a set's t and its correlation.
template <typename Test>
CameraTests tests_of(const std::vector<std::vector<std::size_t>>& sets, std::size_t genes, double freedom, const Test& test) {
    if (genes < 3) throw Error(ErrorCode::bad_input, "Sets of genes need three genes tested at least.");
    CameraTests out;
    for (const auto& set : sets) {
        out.genes.push_back(static_cast<std::int32_t>(set.size()));
        if (set.empty() || set.size() == genes) {
            out.correlation.push_back(kNaN);
            out.up.push_back(0);
            out.p.push_back(kNaN);
            continue;
        }
        const auto [t, correlation] = test(set);
        out.correlation.push_back(correlation);
        out.up.push_back(t >= 0);
        out.p.push_back(std::min(1.0, 2 * (std::isinf(freedom) ? normal_sf(std::abs(t)) : student_t_sf(std::abs(t), freedom))));
    }
    out.q = benjamini_hochberg(out.p);
    return out;
}

struct SetTest {
    double t = 0, correlation = 0;
};

}  // namespace

CameraTests camera(const PreparedCounts& prepared, const Design& design, std::span<const double> contrast, const GeneSetPlaces& sets,
                   double correlation) {
    const bool is_estimated = std::isnan(correlation);
    if (!is_estimated) check_correlation(correlation);
    const auto tests = expression_tests(prepared, design, contrast);
    std::vector<double> scores;
    for (const double t : tests.t) scores.push_back(normal_score(t, tests.freedom));
    const std::size_t genes = scores.size();
    const auto chosen = sets_of(sets, prepared.tested, prepared.genes);
    const MeanTest mean(scores);
    const double most = static_cast<double>(genes) - 2;
    if (!is_estimated) {
        return tests_of(chosen, genes, most, [&](const auto& set) {
            return SetTest{mean.of(set, 1 + (static_cast<double>(set.size()) - 1) * correlation), correlation};
        });
    }
    const SetResiduals residuals(prepared.voom, design, contrast);
    return tests_of(chosen, genes, std::min(most, design.freedom()), [&](const auto& set) {
        const double inflation = residuals.inflation(set), own = static_cast<double>(set.size());
        return SetTest{mean.of(set, std::max(1.0, inflation)), own > 1 ? (inflation - 1) / (own - 1) : kNaN};
    });
}

CameraTests camera_preranked(std::span<const double> statistic, const GeneSetPlaces& sets, double correlation, bool uses_ranks) {
    check_correlation(correlation);
    std::vector<std::size_t> tested;
    std::vector<double> values;
    for (std::size_t gene = 0; gene < statistic.size(); ++gene) {
        if (std::isnan(statistic[gene])) continue;
        if (std::isinf(statistic[gene])) throw Error(ErrorCode::bad_input, sentence("Gene ", gene + 1, " has an infinite statistic."));
        tested.push_back(gene);
        values.push_back(statistic[gene]);
    }
    const auto chosen = sets_of(sets, tested, statistic.size());
    if (uses_ranks) {
        const RankTest ranks(values);
        return tests_of(chosen, values.size(), std::numeric_limits<double>::infinity(), [&](const auto& set) {
            return SetTest{ranks.of(set, correlation), correlation};
        });
    }
    const MeanTest mean(values);
    return tests_of(chosen, values.size(), static_cast<double>(values.size()) - 2, [&](const auto& set) {
        return SetTest{mean.of(set, 1 + (static_cast<double>(set.size()) - 1) * correlation), correlation};
    });
}

}  // namespace phenolens
