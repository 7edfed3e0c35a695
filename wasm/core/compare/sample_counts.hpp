#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/design.hpp"

namespace phenolens {

/// Counts summed over the cells of each sample: row-major genes x samples.
struct SampleCounts {
    std::span<const double> counts;
    std::size_t genes = 0, samples = 0;

    std::span<const double> gene(std::size_t place) const { return counts.subspan(place * samples, samples); }
};

/// Throws Error(bad_input) where the counts are not genes x samples, or one is negative, missing or infinite.
void check_counts(const SampleCounts& counts);

/// Counts of each sample. Throws Error(bad_input) for a sample without any.
std::vector<double> library_sizes(const SampleCounts& counts);

/// edgeR's factors that make libraries comparable (trimmed mean of M values; Robinson and Oshlack 2010), with its defaults: the reference
/// is the sample whose upper quartile is nearest their mean, 30% of log ratios and 5% of levels are trimmed at each end, and what is left
/// is weighted by its precision. Their geometric mean is 1. Throws as library_sizes.
std::vector<double> tmm_factors(const SampleCounts& counts);

/// Genes that edgeR's filterByExpr keeps (places, rising), with its defaults: 10 counts at the median library's depth in as many samples as
/// the smallest group has (beyond ten of them, 70%), and 15 in all. `group` is each sample's; without it the smallest group is told by the
/// design's largest leverage. Throws as library_sizes.
std::vector<std::size_t> expressed_genes(const SampleCounts& counts, const Design& design, std::span<const std::int32_t> group);

}  // namespace phenolens
