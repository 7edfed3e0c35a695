#include "survey/cells_above.hpp"

#include <cmath>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "cells/count_sums.hpp"
#include "cells/normalize.hpp"
#include "read/values.hpp"

namespace phenolens {

void CellsAbove::add(const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask) {
    if (block.genes != cells_.size() || (!mask.empty() && mask.size() != block.cells))
        throw Error(ErrorCode::internal, "A block over other genes, or a mask of other cells, was added to counts of cells.");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (!lets_through(mask, cell)) continue;
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        const double total = cell_total(values, kind);
        if (!(total > 0)) continue;
        const double factor = kTargetSum / total;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double count = kind == ValueKind::log1p ? std::expm1(values[i]) : values[i];
            if (count * factor >= least_) ++cells_[static_cast<std::size_t>(genes[i])];
        }
    }
}

void CellsAbove::merge(const CellsAbove& other) {
    if (other.cells_.size() != cells_.size()) throw Error(ErrorCode::internal, "Counts of cells of different genes cannot be merged.");
    for (std::size_t gene = 0; gene < cells_.size(); ++gene) cells_[gene] += other.cells_[gene];
}

void CellsAbove::write(ByteWriter& writer) const { writer.put_all<double>(cells_); }

CellsAbove CellsAbove::read(ByteReader& reader) {
    CellsAbove read;
    read.cells_ = reader.take_all<double>();
    return read;
}

}  // namespace phenolens
