#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/neighbors.hpp"

namespace phenolens {

// How mixed the neighbours of cells are, as scib-metrics counts it. Codes are one per cell; cells with a code below 0 take no part, nor do
// they count as neighbours. Throws Error(internal) for codes of other cells than the neighbours are of.

/// Local inverse Simpson index (Korsunsky et al. 2019): of how many categories a cell's neighbours are, weighted by distance to
/// `perplexity` neighbours (0: a third of them, the cell itself counted). NaN for cells without neighbours.
struct Lisi {
    std::vector<float> values;
    /// Over cells; and from 0, one category, to 1, all categories (those with cells) alike: scib's iLISI, and 1 minus its cLISI.
    double median = 0, mixing = 0;
    std::size_t categories = 0;
};
Lisi lisi_of(const Neighbors& neighbors, std::span<const std::int32_t> codes, double perplexity = 0);

/// kBET (Büttner et al. 2019): chi-squared of the categories among a cell and its neighbours against those of all cells.
struct Kbet {
    /// Share of cells of which p is at least alpha; means over cells of the statistic and of p.
    double acceptance = 0, statistic = 0, p = 0;
};
Kbet kbet_of(const Neighbors& neighbors, std::span<const std::int32_t> codes, double alpha = 0.05);

/// Of each category the share of its cells that lie in its largest part, where a part's cells reach each other over neighbours of the
/// category (strongly connected); NaN without cells. And their mean.
struct Connectivity {
    double mean = 0;
    std::vector<double> shares;
};
Connectivity connectivity_of(const Neighbors& neighbors, std::span<const std::int32_t> codes);

/// Per sample: the mean share of its cells' neighbours that are of the cell's own type, what that share would be if neighbours were drawn
/// from all cells, and its cells. Cells without a type or sample take no part; NaN without cells.
struct OwnTypeShares {
    std::vector<double> share, expected, cells;
};
OwnTypeShares own_type_shares(const Neighbors& neighbors, std::span<const std::int32_t> types, std::span<const std::int32_t> samples,
                              std::size_t sample_count);

}  // namespace phenolens
