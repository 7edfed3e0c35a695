#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Cells that a linear model keeps so that it can be fitted to any panel of its genes (panel_weights.hpp). A trained model keeps composite
/// cells (train/composite_cells.hpp).
struct PanelCells {
    struct Cell {
        /// Rising vocabulary indices, and amounts above zero: what matters of them is their order, or, of log1p models, their size
        /// (kAmountsPerLog to a natural logarithm).
        std::vector<std::int32_t> genes;
        std::vector<std::uint8_t> amounts;
    };
    /// Genes of the model's vocabulary; each cell measures all of them.
    std::size_t genes = 0;
    std::vector<Cell> cells;
};

/// Amounts of log1p values: 24 to a logarithm, so that 255 stands for counts of 4% and up to 41,000 per 10,000.
inline constexpr float kAmountsPerLog = 24;

/// The bytes of a model's file `panel`: the word PLPANEL1, genes and cells as 32-bit integers, the values of each cell as 32-bit integers;
/// then per value the distance to the gene before as bytes (255: more follows) and the amount. Little-endian.
std::vector<std::uint8_t> write_panel_cells(const PanelCells& cells);

/// Reads it for a vocabulary of `genes`. Throws Error(model) where it is damaged or of another vocabulary.
PanelCells read_panel_cells(std::span<const std::uint8_t> bytes, std::size_t genes);

}  // namespace phenolens
