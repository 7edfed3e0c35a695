#pragma once

#include <span>
#include <vector>

namespace phenolens {

/// Genes by how much they vary beyond what their mean explains; one value per gene each.
struct VariableGenes {
    /// Where the gene stands on the trend's axis, and how much it varies there.
    std::vector<double> mean, spread;
    /// What genes are ranked by, larger is more; NaN where a gene does not vary.
    std::vector<double> score;
};

/// scanpy's `seurat`: of means and variances of normalized counts, ln(variance / mean) z-scored within 20 equal-width bins of ln(1 + mean); a gene alone in its bin scores 1.
/// Genes without counts are in the lowest bin, without a score.
VariableGenes dispersion_scores(std::span<const double> mean, std::span<const double> variance);

}  // namespace phenolens
