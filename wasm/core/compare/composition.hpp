#pragma once

#include <span>
#include <vector>

#include "compare/design.hpp"

namespace phenolens {

enum class ShareTransform { asin, logit };

/// Cells of each type in each sample: row-major types x samples. All cells of a sample are among them.
struct TypeCells {
    std::span<const double> cells;
    std::size_t types = 0, samples = 0;
};

/// A value per type.
struct CompositionTests {
    /// Row-major types x samples: shares of a sample's cells, and what was fitted.
    std::vector<double> shares, transformed;
    /// The first contrast on the transformed scale, and its 95% confidence limits.
    std::vector<double> effect, low, high;
    /// Moderated t of one contrast, moderated F of several.
    std::vector<double> statistic, p, q;
    double freedom = 0, prior_freedom = 0;
};

/// Tests of composition as speckle's propeller (Phipson et al. 2022; eBayes without robust, without trend): shares as asin(sqrt(share)), or
/// as log odds of (cells + 0.5), have one linear model a type and variances that borrow from all types. `contrasts` are row-major contrasts
/// x columns of the design: one is tested by t, several together by F. Throws Error(bad_input) for cells that do not fit or are negative,
/// for a sample without cells, fewer than two types, and contrasts that repeat each other.
CompositionTests composition_tests(const TypeCells& cells, const Design& design, std::span<const double> contrasts,
                                   ShareTransform transform);

}  // namespace phenolens
