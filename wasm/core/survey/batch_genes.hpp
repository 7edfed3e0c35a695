#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "survey/batch_sums.hpp"
#include "survey/variable_genes.hpp"

namespace phenolens {

// Genes that vary within batches, as scanpy 1.11 chooses them with a batch_key: genes are ranked in each batch by itself. Batches without
// cells take no part; genes that vary in no batch are not chosen.

/// One value per gene each, and the genes chosen.
struct BatchGenes : VariableGenes {
    /// seurat_v3: the median of a gene's ranks (from 0) in the batches that choose it; NaN where none does, and for seurat.
    std::vector<double> rank;
    /// Batches in which the gene is among the first.
    std::vector<std::int32_t> batches;
    /// Places of the genes chosen, the best first.
    std::vector<std::int32_t> chosen;
};

/// `seurat`: mean, dispersion and score are means over the batches, 0 in one that does not express the gene; genes are chosen by the number
/// of batches that have them among their `top`, then by score, then by `order`: a place per gene among all names in alphabetical order, as
/// scanpy's ties go; without it by place.
BatchGenes dispersions_across(const BatchSums<CountSums>& counts, std::size_t top, std::span<const std::int32_t> order = {});

/// `seurat_v3`, first half: for each batch the variance expected of each gene and the largest count that counts, row-major batches x genes.
/// Throws Error(bad_input) naming the batch (from 0) that no trend can be fitted to.
struct BatchTrends {
    std::vector<double> expected, limit;
};
BatchTrends trends_across(const BatchSums<CountSums>& counts);

/// The second half: mean and spread are of all cells, the score is the mean over batches; genes are chosen by their median rank, then by
/// the number of batches, then by place. Of equal scores in a batch the first gene ranks first.
BatchGenes standardized_across(const BatchSums<CountSums>& counts, const BatchSums<ClippedSums>& clipped, std::span<const double> expected,
                               std::size_t top);

}  // namespace phenolens
