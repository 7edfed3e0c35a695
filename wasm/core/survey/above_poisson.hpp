#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// The v score of each gene (Klein et al., Cell 2015): its Fano factor over the one that Poisson noise and the cells' own variation of
/// efficiency give a gene of its mean, c + b mean; c is the commonest Fano factor, and b fits the least varying genes. `mean` and
/// `variance` (over n) are of counts scaled to the cells' mean total. NaN for a gene that is not expressed or does not vary. The same
/// numbers as Scrublet's get_vscores, its simplex search included. Throws Error(bad_input) where fewer than two genes vary.
std::vector<double> v_scores(std::span<const double> mean, std::span<const double> variance);

/// Genes that Scrublet keeps (filter_genes): of at least three counts, scaled to the mean total, in at least three cells (`cells_above`),
/// and with a v score at or above the 85th percentile of all. Places among the genes, rising.
std::vector<std::int32_t> above_poisson_genes(std::span<const double> v_scores, std::span<const double> cells_above);

}  // namespace phenolens
