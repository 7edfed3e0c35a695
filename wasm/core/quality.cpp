#include "quality.hpp"

#include <cmath>

#include "normalize.hpp"

namespace phenolens {

CellQuality measure_quality(const MatrixBlock& block, const std::vector<std::uint8_t>& mitochondrial, ValueKind kind) {
    CellQuality quality;
    quality.totals.resize(block.cells);
    quality.detected.resize(block.cells);
    quality.mitochondrial.resize(block.cells);
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        std::size_t detected = 0;
        double in_mitochondria = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            detected += values[i] > 0;
            if (mitochondrial[genes[i]] != 0) in_mitochondria += kind == ValueKind::log1p ? std::expm1(values[i]) : values[i];
        }
        const double total = cell_total(values, kind);
        quality.totals[cell] = static_cast<float>(total);
        quality.detected[cell] = static_cast<float>(detected);
        quality.mitochondrial[cell] = total > 0 ? static_cast<float>(in_mitochondria / total) : 0;
    }
    return quality;
}

}  // namespace phenolens
