#pragma once

#include <cstdint>
#include <vector>

#include "matrix_block.hpp"

namespace phenolens {

/// Quality of some cells, one value per cell each.
struct CellQuality {
    /// Sum of counts; for log1p values of expm1(value).
    std::vector<float> totals;
    /// Genes above zero.
    std::vector<float> detected;
    /// Share of counts in mitochondrial genes, 0 to 1; 0 for a cell without counts.
    std::vector<float> mitochondrial;
};

/// Measures the cells of a block; `mitochondrial` is not 0 for those genes of the file.
CellQuality measure_quality(const MatrixBlock& block, const std::vector<std::uint8_t>& mitochondrial, ValueKind kind);

}  // namespace phenolens
