#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"

namespace phenolens {

/// Sets of genes, each a run of places in a background or ranking.
struct GeneSets {
    std::vector<std::int32_t> genes;
    /// Genes per set.
    std::vector<std::int32_t> lengths;
};

/// One set against a drawn list of genes.
struct OverRepresentation {
    std::size_t size = 0, overlap = 0;
    double expected = 0;
    /// Sample odds ratio, with Woolf's 95% interval; half a count is added to each cell of a table that has an empty one.
    Interval odds;
    /// P(as many or more), hypergeometric (Fisher's exact test, one-sided); q adjusted over the sets (Benjamini-Hochberg).
    double p = 0, q = 0;
};

/// Sets against `drawn` genes of a background of `population`; a gene counts once.
/// Throws Error(bad_input) for genes outside the background.
std::vector<OverRepresentation> over_representation(std::size_t population, std::span<const std::int32_t> drawn, const GeneSets& sets);

/// One set along a ranking.
struct Preranked {
    std::size_t size = 0;
    double es = 0, nes = 0, p = 0, q = 0;
    /// Places in the scores given, from the ranking's end where the peak is.
    std::vector<std::int32_t> leading_edge;
};

struct PrerankedOptions {
    /// Power of |score| that a hit counts with: 1 as GSEA's default, 0 for Kolmogorov and Smirnov's.
    double weight = 1;
    std::size_t permutations = 1000;
    std::uint64_t seed = 1;
};

/// Gene set enrichment along a ranking (Subramanian 2005, preranked): the running sum's largest deviation, against random sets of the same
/// size. p is (random sets of the same sign as far out + 1) / (random sets of that sign + 1); q adjusts p over the sets
/// (Benjamini-Hochberg). A set with no gene or all genes has NaN. Throws Error(bad_input) for genes outside the ranking or scores that are
/// not finite.
std::vector<Preranked> preranked(std::span<const float> scores, const GeneSets& sets, const PrerankedOptions& options);

}  // namespace phenolens
