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

/// scanpy's `seurat`: of means and variances of normalized counts, ln(variance / mean) z-scored within 20 equal-width bins of ln(1 + mean);
/// a gene alone in its bin scores 1. Genes without counts are in the lowest bin, without a score.
VariableGenes dispersion_scores(std::span<const double> mean, std::span<const double> variance);

/// scanpy's `seurat_v3`, first half: the variance of counts that a loess trend (degree 2) of log10 variance on log10 mean expects of each
/// gene; 1 for a gene that does not vary. Throws Error(bad_input) for too few genes to fit.
std::vector<double> expected_variance(std::span<const double> mean, std::span<const double> variance, double span = 0.3);

/// Largest count of a gene that `seurat_v3` lets count, of cells so many.
std::vector<double> clip_limits(std::span<const double> mean, std::span<const double> expected, double cells);

/// The second half: variance of the clipped counts over that expected, from their sums.
VariableGenes standardized_variance(std::span<const double> mean, std::span<const double> variance, std::span<const double> expected,
                                    std::span<const double> clipped_sum, std::span<const double> clipped_squares, double cells);

}  // namespace phenolens
