#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "train/training_sample.hpp"

namespace phenolens {

/// Sums of a sample's scores, per gene and per class: what scaling, ANOVA and profiles follow from.
struct SampleMoments {
    std::size_t genes = 0;
    std::size_t classes = 0;
    /// Cells per class.
    std::vector<double> cells;
    /// Row-major classes x genes sums, and sums of squares per gene.
    std::vector<double> sum, squares;

    double all_cells() const;
    /// Per gene, over all cells.
    std::vector<double> mean() const;
    /// Per gene, cells below the line; 1 where a gene does not vary, as scikit-learn's StandardScaler.
    std::vector<double> deviation() const;
    /// One-way ANOVA's F per gene, as scikit-learn's f_classif: NaN for a gene that does not vary at all, infinite for one that varies
    /// between classes alone.
    std::vector<double> anova_f() const;
};

/// Sums over the rows of code 0 and above that have scores; `codes` has one entry a row.
SampleMoments sample_moments(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes);

/// The `count` genes of highest score, rising; NaN is lowest, ties go to later genes, as scikit-learn's SelectKBest.
std::vector<std::int32_t> best_genes(std::span<const double> score, std::size_t count);

}  // namespace phenolens
