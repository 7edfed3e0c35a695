#include "explain/enrichment.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

/// The sets one by one, each gene once, in rising order.
template <typename Take> void each_set(const GeneSets& sets, std::size_t population, const Take& take) {
    std::size_t at = 0;
    for (const std::int32_t length : sets.lengths) {
        if (length < 0 || static_cast<std::size_t>(length) > sets.genes.size() - at)
            throw Error(ErrorCode::internal, "Lengths of gene sets do not fit their genes.");
        std::vector<std::int32_t> genes(sets.genes.begin() + static_cast<std::ptrdiff_t>(at),
                                        sets.genes.begin() + static_cast<std::ptrdiff_t>(at) + length);
        at += static_cast<std::size_t>(length);
        std::sort(genes.begin(), genes.end());
        genes.erase(std::unique(genes.begin(), genes.end()), genes.end());
        if (!genes.empty() && (genes.front() < 0 || static_cast<std::size_t>(genes.back()) >= population))
            throw Error(ErrorCode::bad_input, sentence("A gene set names gene ", genes.back(), " of ", population, "."));
        take(genes);
    }
}

Interval odds_ratio(double a, double b, double c, double d) {
    const double ratio = a * d / (b * c);
    const double add = a == 0 || b == 0 || c == 0 || d == 0 ? 0.5 : 0;
    const double log = std::log((a + add) * (d + add) / ((b + add) * (c + add)));
    const double half = kNormal95 * std::sqrt(1 / (a + add) + 1 / (b + add) + 1 / (c + add) + 1 / (d + add));
    return {ratio, std::exp(log - half), std::exp(log + half)};
}

/// Largest deviation of the running sum, hits at rising places of the ranking; `peak` counts the hits up to it (from the front for a
/// positive one, else from behind).
double enrichment_score(std::span<const std::int32_t> places, std::span<const double> weight, std::size_t& peak) {
    const double misses = static_cast<double>(weight.size() - places.size());
    double total = 0;
    for (const std::int32_t place : places) total += weight[static_cast<std::size_t>(place)];
    // Where all scores of a set are zero its hits count alike.
    const double flat = total > 0 ? 0 : 1.0 / static_cast<double>(places.size());
    double sum = 0, high = 0, low = 0;
    std::size_t at_high = 0, at_low = 0;
    for (std::size_t j = 0; j < places.size(); ++j) {
        const double missed = (static_cast<double>(places[j]) - static_cast<double>(j)) / misses;
        if (sum - missed < low) {
            low = sum - missed;
            at_low = j;
        }
        sum += total > 0 ? weight[static_cast<std::size_t>(places[j])] / total : flat;
        if (sum - missed > high) {
            high = sum - missed;
            at_high = j + 1;
        }
    }
    if (high >= -low) {
        peak = at_high;
        return high;
    }
    peak = places.size() - at_low;
    return low;
}

/// Scores of random sets of one size.
std::vector<double> random_scores(std::size_t size, std::span<const double> weight, const PrerankedOptions& options) {
    // Seeded by the size too: the other sets of a call do not matter.
    std::mt19937_64 random(options.seed * 0x9e3779b97f4a7c15u + size);
    std::vector<std::int32_t> order(weight.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<double> scores(options.permutations);
    std::vector<std::int32_t> places(size);
    for (double& score : scores) {
        for (std::size_t i = 0; i < size; ++i) {
            // Modulo's bias is below 1e-14 of 2^64 for any ranking; std::uniform_int_distribution differs between libraries.
            const auto other = i + static_cast<std::size_t>(random() % (order.size() - i));
            std::swap(order[i], order[other]);
            places[i] = order[i];
        }
        std::sort(places.begin(), places.end());
        std::size_t peak = 0;
        score = enrichment_score(places, weight, peak);
    }
    return scores;
}

}  // namespace

std::vector<OverRepresentation> over_representation(std::size_t population, std::span<const std::int32_t> drawn, const GeneSets& sets) {
    std::vector<bool> is_drawn(population, false);
    for (const std::int32_t gene : drawn) {
        if (gene < 0 || static_cast<std::size_t>(gene) >= population)
            throw Error(ErrorCode::bad_input, sentence("Gene ", gene, " is not one of the background's ", population, "."));
        is_drawn[static_cast<std::size_t>(gene)] = true;
    }
    const double n = static_cast<double>(population), draws = static_cast<double>(std::count(is_drawn.begin(), is_drawn.end(), true));
    std::vector<OverRepresentation> out;
    std::vector<double> p;
    each_set(sets, population, [&](const std::vector<std::int32_t>& genes) {
        OverRepresentation one;
        one.size = genes.size();
        for (const std::int32_t gene : genes) one.overlap += is_drawn[static_cast<std::size_t>(gene)];
        const double k = static_cast<double>(genes.size()), a = static_cast<double>(one.overlap);
        one.expected = k * draws / n;
        one.odds = odds_ratio(a, draws - a, k - a, n - draws - k + a);
        one.p = hypergeometric_sf(a, n, k, draws);
        p.push_back(one.p);
        out.push_back(one);
    });
    const auto q = benjamini_hochberg(p);
    for (std::size_t i = 0; i < out.size(); ++i) out[i].q = q[i];
    return out;
}

std::vector<Preranked> preranked(std::span<const float> scores, const GeneSets& sets, const PrerankedOptions& options) {
    for (const float score : scores) {
        if (!std::isfinite(score)) throw Error(ErrorCode::bad_input, "A score of the ranking is not finite.");
    }
    // Largest first, ties in the order given.
    std::vector<std::int32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return scores[static_cast<std::size_t>(a)] > scores[static_cast<std::size_t>(b)];
    });
    std::vector<std::int32_t> place(scores.size());
    std::vector<double> weight(scores.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
        weight[i] = std::pow(std::abs(static_cast<double>(scores[static_cast<std::size_t>(order[i])])), options.weight);
    }
    std::map<std::size_t, std::vector<double>> by_size;
    std::vector<Preranked> out;
    std::vector<double> p;
    each_set(sets, scores.size(), [&](const std::vector<std::int32_t>& genes) {
        Preranked one{genes.size(), kNaN, kNaN, kNaN, kNaN, {}};
        if (!genes.empty() && genes.size() < scores.size()) {
            std::vector<std::int32_t> places;
            for (const std::int32_t gene : genes) places.push_back(place[static_cast<std::size_t>(gene)]);
            std::sort(places.begin(), places.end());
            std::size_t peak = 0;
            one.es = enrichment_score(places, weight, peak);
            if (one.es < 0) std::reverse(places.begin(), places.end());
            for (std::size_t j = 0; j < peak; ++j) one.leading_edge.push_back(order[static_cast<std::size_t>(places[j])]);
            const auto found = by_size.try_emplace(genes.size());
            auto& null = found.first->second;
            if (found.second) null = random_scores(genes.size(), weight, options);
            double same = 0, as_far = 0, sum = 0;
            for (const double score : null) {
                if ((score >= 0) != (one.es >= 0)) continue;
                ++same;
                sum += score;
                as_far += std::abs(score) >= std::abs(one.es);
            }
            one.nes = same > 0 ? one.es / std::abs(sum / same) : kNaN;
            one.p = (as_far + 1) / (same + 1);
        }
        p.push_back(one.p);
        out.push_back(std::move(one));
    });
    const auto q = benjamini_hochberg(p);
    for (std::size_t i = 0; i < out.size(); ++i) out[i].q = q[i];
    return out;
}

}  // namespace phenolens
