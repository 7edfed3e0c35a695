#pragma once

#include <cstdint>
#include <span>

#include "read/matrix_block.hpp"

namespace phenolens {

enum class CountHalf { first, second };

/// Keeps one half of every count of a block (negative binomial thinning; Neufeld et al., Data thinning for convolution-closed
/// distributions, JMLR 2024): of a count X of a gene of size r the first half is BetaBinomial(X, r / 2, r / 2), the second is the rest.
/// Of negative binomial counts of that size the halves are independent. `sizes`: one a gene, above 0; infinite, and the first half is
/// Binomial(X, 1/2), of Poisson counts (count splitting; Neufeld et al., Biostatistics 2022). The same for a seed, cell of the file and
/// gene, whatever block a cell is in. Takes time in proportion to the counts' sum.
/// Throws Error(bad_input) for a value that is no whole number, Error(internal) for sizes of other genes or not above 0.
void thin(MatrixBlock& block, std::span<const double> sizes, std::uint64_t seed, CountHalf half);

}  // namespace phenolens
