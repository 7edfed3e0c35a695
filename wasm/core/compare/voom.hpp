#pragma once

#include <span>
#include <vector>

#include "compare/sample_counts.hpp"

namespace phenolens {

/// voom (Law et al. 2014): how precise each log count is, by a trend of the genes' spread over their level.
struct Voom {
    /// log2 counts per million and their weights, row-major genes x samples.
    std::vector<double> logs, weights;
    /// Per gene: mean log2 count, root of the residual standard deviation, and the trend at that count (lowess over half of the genes).
    std::vector<double> count, deviation, trend;
};

/// limma's voom of counts whose libraries have these sizes (normalization factors in them). Every gene has a count. `sample_weights` are
/// none, or one per sample, for the trend. Throws Error(bad_input) for fewer than two genes.
Voom voom(const SampleCounts& counts, std::span<const double> library, const Design& design, std::span<const double> sample_weights);

/// limma's arrayWeights, gene by gene: a weight per sample of values whose own weights these are, mean log weight 0; all 1 where fewer than
/// two genes or two residual degrees of freedom.
std::vector<double> sample_weights_of(const Voom& values, const Design& design);

}  // namespace phenolens
