#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

/// Quality of some cells, one value per cell each.
struct CellQuality {
    /// Sum of counts; for log1p values of expm1(value).
    std::vector<float> totals;
    /// Genes above zero.
    std::vector<float> detected;
    /// Share of counts in mitochondrial genes, 0 to 1; 0 for a cell without counts.
    std::vector<float> mitochondrial;
    /// 1 where all values are whole numbers.
    std::vector<std::uint8_t> whole = {};
};

/// Measures the cells of a block; `mitochondrial` is not 0 for those genes of the file.
CellQuality measure_quality(const MatrixBlock& block, const std::vector<std::uint8_t>& mitochondrial, ValueKind kind);

/// What a cell's counts are made of, one value per cell each; shares are 0 to 1, 0 for a cell without counts.
struct CellComposition {
    /// Share of counts in ribosomal proteins' genes.
    std::vector<float> ribosomal;
    /// Share of counts in the cell's own `largest` genes (scanpy's pct_counts_in_top_50_genes, over 100).
    std::vector<float> largest;
};

/// Measures the cells of a block; `ribosomal` is not 0 for those genes of the file.
CellComposition measure_composition(const MatrixBlock& block, const std::vector<std::uint8_t>& ribosomal, ValueKind kind,
                                    std::size_t largest = 50);

/// Where a metric's outliers begin.
struct OutlierLimits {
    /// On the scale they were found on: ln(1 + value) where `logarithmic`.
    double median = 0, mad = 0;
    /// In the values' own units; -inf and inf where all are within.
    double low = 0, high = 0;
};

/// Limits `mads` scaled median absolute deviations (times 1.4826) to both sides of the median, as scran's isOutlier; values that are not
/// finite are left out. No limits where the deviation is zero: more than half of the values are the same. NaN without values.
OutlierLimits outlier_limits(std::span<const float> values, double mads, bool logarithmic);

}  // namespace phenolens
