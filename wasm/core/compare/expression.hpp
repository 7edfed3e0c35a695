#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/sample_counts.hpp"
#include "compare/voom.hpp"

namespace phenolens {

struct ExpressionOptions {
    /// Of each sample, for the filter; none: by the design.
    std::span<const std::int32_t> group;
    /// Leave out genes of few counts; those without any are left out anyway.
    bool filters = true;
    /// Weigh samples by how well they fit (limma's voomWithQualityWeights).
    bool weighs_samples = false;
};

/// Counts made ready for linear models: genes chosen, libraries sized and normalized, every value with its precision.
struct PreparedCounts {
    /// All genes, and places of those tested among them, rising.
    std::size_t genes = 0;
    std::vector<std::size_t> tested;
    /// Per sample: counts in these genes, TMM factor, weight.
    std::vector<double> library, factor, sample_weight;
    Voom voom;
};

/// edgeR's filter and TMM, then voom. Throws Error(bad_input) where a sample has no counts, and for fewer than two genes.
PreparedCounts prepare_counts(const SampleCounts& counts, const Design& design, const ExpressionOptions& options);

/// limma's moderated t of one contrast; a value per gene tested.
struct ExpressionTests {
    /// Difference of log2 counts per million with its 95% confidence limits, and the mean.
    std::vector<double> log_fold_change, low, high, average;
    /// `q` after Benjamini and Hochberg.
    std::vector<double> t, p, q;
    double freedom = 0, residual_freedom = 0, prior_freedom = 0;
};

ExpressionTests expression_tests(const PreparedCounts& prepared, const Design& design, std::span<const double> contrast);

}  // namespace phenolens
