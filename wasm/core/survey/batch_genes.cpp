#include "survey/batch_genes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "stats/median.hpp"

namespace phenolens {
namespace {

constexpr double kMostBatchBytes = 640e6;

BatchGenes empty_of(std::size_t genes) {
    BatchGenes out;
    out.mean.assign(genes, 0);
    out.spread.assign(genes, kNaN);
    out.score.assign(genes, kNaN);
    out.rank.assign(genes, kNaN);
    out.batches.assign(genes, 0);
    return out;
}

/// Means of what is added, a value per gene; NaN where nothing but NaN was.
class Means {
public:
    explicit Means(std::size_t genes) : sum_(genes), count_(genes) {}

    void add(std::size_t gene, double value) {
        if (std::isnan(value)) return;
        sum_[gene] += value;
        ++count_[gene];
    }

    std::vector<double> take() {
        for (std::size_t gene = 0; gene < sum_.size(); ++gene) sum_[gene] = count_[gene] > 0 ? sum_[gene] / count_[gene] : kNaN;
        return std::move(sum_);
    }

private:
    std::vector<double> sum_, count_;
};

/// Places for which `is_candidate`, at most `top`, those first that `key` puts first.
template <typename IsCandidate, typename Key>
std::vector<std::int32_t> first_of(std::size_t genes, std::size_t top, const IsCandidate& is_candidate, const Key& key) {
    std::vector<std::int32_t> out;
    for (std::size_t gene = 0; gene < genes; ++gene)
        if (is_candidate(gene)) out.push_back(static_cast<std::int32_t>(gene));
    std::sort(out.begin(), out.end(),
              [&](std::int32_t a, std::int32_t b) { return key(static_cast<std::size_t>(a)) < key(static_cast<std::size_t>(b)); });
    if (out.size() > top) out.resize(top);
    return out;
}

/// The score that the last of the `top` largest has; infinite where there are none.
double least_of_top(const std::vector<double>& score, std::size_t top) {
    std::vector<double> sorted;
    for (const double value : score)
        if (!std::isnan(value)) sorted.push_back(value);
    if (sorted.empty()) return std::numeric_limits<double>::infinity();
    const std::size_t last = std::min(top, sorted.size()) - 1;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(last), sorted.end(), std::greater<>());
    return sorted[last];
}

void check_top(std::size_t top) {
    if (top == 0) throw Error(ErrorCode::bad_input, "From 1 gene up can be chosen, not 0.");
}

}  // namespace

BatchSums<CountSums> batch_counts(std::size_t genes, std::size_t batches) {
    const double bytes = static_cast<double>(genes) * static_cast<double>(batches) * 4 * sizeof(double);
    if (bytes > kMostBatchBytes)
        throw Error(ErrorCode::memory, sentence(batches, " batches of ", genes, " genes would take ", std::round(bytes / 1e6),
                                                " MB; choose a column with fewer batches."));
    return BatchSums<CountSums>(std::vector<CountSums>(batches, CountSums(genes)));
}

BatchSums<ClippedSums> batch_clipped(std::span<const double> limit, std::size_t genes, std::size_t batches) {
    if (limit.size() != genes * batches) throw Error(ErrorCode::internal, "There is not one limit for every gene of every batch.");
    std::vector<ClippedSums> out;
    for (std::size_t batch = 0; batch < batches; ++batch) {
        const auto own = limit.subspan(batch * genes, genes);
        out.emplace_back(std::vector<double>(own.begin(), own.end()));
    }
    return BatchSums<ClippedSums>(std::move(out));
}

BatchGenes dispersions_across(const BatchSums<CountSums>& counts, std::size_t top, std::span<const std::int32_t> order) {
    check_top(top);
    const std::size_t genes = counts.batches() > 0 ? counts.of(0).genes() : 0;
    if (!order.empty() && order.size() != genes) throw Error(ErrorCode::internal, "The order of names is of other genes.");
    BatchGenes out = empty_of(genes);
    Means mean(genes), spread(genes), score(genes);
    std::vector<bool> varies(genes);
    for (std::size_t batch = 0; batch < counts.batches(); ++batch) {
        if (!(counts.of(batch).cells() > 0)) continue;
        const auto all_means = counts.of(batch).normalized_mean(), all_variances = counts.of(batch).normalized_variance();
        std::vector<std::size_t> expressed;
        std::vector<double> means, variances;
        for (std::size_t gene = 0; gene < genes; ++gene) {
            if (!(all_means[gene] > 0)) {
                for (Means* of : {&mean, &spread, &score}) of->add(gene, 0);
                continue;
            }
            expressed.push_back(gene);
            means.push_back(all_means[gene]);
            variances.push_back(all_variances[gene]);
        }
        const VariableGenes own = dispersion_scores(means, variances);
        const double least = least_of_top(own.score, top);
        for (std::size_t i = 0; i < expressed.size(); ++i) {
            const std::size_t gene = expressed[i];
            mean.add(gene, own.mean[i]);
            spread.add(gene, own.spread[i]);
            score.add(gene, own.score[i]);
            varies[gene] = varies[gene] || !std::isnan(own.score[i]);
            out.batches[gene] += own.score[i] >= least;
        }
    }
    out.mean = mean.take();
    out.spread = spread.take();
    out.score = score.take();
    out.chosen = first_of(
        genes, top, [&](std::size_t gene) { return varies[gene]; },
        [&](std::size_t gene) {
            return std::tuple(-out.batches[gene], -out.score[gene], order.empty() ? static_cast<std::int32_t>(gene) : order[gene], gene);
        });
    return out;
}

BatchTrends trends_across(const BatchSums<CountSums>& counts) {
    BatchTrends out;
    for (std::size_t batch = 0; batch < counts.batches(); ++batch) {
        const CountSums& own = counts.of(batch);
        std::vector<double> expected(own.genes(), 1), limit(own.genes());
        if (own.cells() > 0) {
            const auto mean = own.mean();
            try {
                expected = expected_variance(mean, own.variance());
            } catch (const Error& error) {
                throw Error(error.code(), sentence("In batch ", batch, " no trend of variance on mean can be fitted: ", error.what()));
            }
            limit = clip_limits(mean, expected, own.cells());
        }
        out.expected.insert(out.expected.end(), expected.begin(), expected.end());
        out.limit.insert(out.limit.end(), limit.begin(), limit.end());
    }
    return out;
}

BatchGenes standardized_across(const BatchSums<CountSums>& counts, const BatchSums<ClippedSums>& clipped, std::span<const double> expected,
                               std::size_t top) {
    check_top(top);
    const std::size_t genes = counts.batches() > 0 ? counts.of(0).genes() : 0;
    if (clipped.batches() != counts.batches() || expected.size() != genes * counts.batches())
        throw Error(ErrorCode::internal, "Sums of different batches cannot be put together.");
    BatchGenes out = empty_of(genes);
    Means score(genes);
    CountSums all(genes);
    std::vector<std::vector<double>> ranks(genes);
    std::vector<bool> varies(genes);
    for (std::size_t batch = 0; batch < counts.batches(); ++batch) {
        const CountSums& own = counts.of(batch);
        if (!(own.cells() > 0)) continue;
        all.merge(own);
        const auto found = standardized_variance(own.mean(), own.variance(), expected.subspan(batch * genes, genes),
                                                 clipped.of(batch).sum(), clipped.of(batch).squares(), own.cells());
        std::vector<std::size_t> order(genes);
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return found.score[a] > found.score[b]; });
        for (std::size_t place = 0; place < std::min(top, genes); ++place) {
            ranks[order[place]].push_back(static_cast<double>(place));
            ++out.batches[order[place]];
        }
        for (std::size_t gene = 0; gene < genes; ++gene) {
            score.add(gene, found.score[gene]);
            varies[gene] = varies[gene] || found.spread[gene] > 0;
        }
    }
    out.mean = all.mean();
    out.spread = all.variance();
    out.score = score.take();
    for (std::size_t gene = 0; gene < genes; ++gene)
        if (!ranks[gene].empty()) out.rank[gene] = median_of(ranks[gene]);
    out.chosen = first_of(
        genes, top, [&](std::size_t gene) { return varies[gene] && !std::isnan(out.rank[gene]); },
        [&](std::size_t gene) { return std::tuple(out.rank[gene], -out.batches[gene], gene); });
    return out;
}

}  // namespace phenolens
