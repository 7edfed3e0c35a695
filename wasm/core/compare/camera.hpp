#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/expression.hpp"

namespace phenolens {

/// Sets of genes: set i has `members` from starts[i] up to before starts[i + 1], places among all genes.
struct GeneSetPlaces {
    std::span<const std::int32_t> members, starts;
};

/// A value per set. A set that none or all of the genes tested are in has no p (NaN).
struct CameraTests {
    /// Genes of the set that were tested, each counted once.
    std::vector<std::int32_t> genes;
    std::vector<double> correlation;
    std::vector<std::uint8_t> up;
    /// Two-sided; `q` after Benjamini and Hochberg over sets.
    std::vector<double> p, q;
};

/// What limma takes the correlation between genes of a set to be.
inline constexpr double kSetCorrelation = 0.01;

/// limma's camera (Wu and Smyth 2012): whether a set's genes are changed more than the other genes tested, allowing for `correlation`
/// between them; NaN: estimated for each set from what the design leaves. Throws Error(bad_input) for sets of other genes, for fewer than
/// three genes tested, and for a correlation that is not from 0 to below 1.
CameraTests camera(const PreparedCounts& prepared, const Design& design, std::span<const double> contrast, const GeneSetPlaces& sets,
                   double correlation);

/// limma's cameraPR: the same of any statistic per gene (NaN: not tested), by its mean or, where `uses_ranks`, by rank sums.
CameraTests camera_preranked(std::span<const double> statistic, const GeneSetPlaces& sets, double correlation, bool uses_ranks);

}  // namespace phenolens
