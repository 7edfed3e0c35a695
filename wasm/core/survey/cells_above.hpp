#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Per gene the cells with at least so many counts of it per 10,000; merged by addition.
class CellsAbove {
public:
    CellsAbove() = default;
    CellsAbove(std::size_t genes, double least) : least_(least), cells_(genes) {}

    /// Adds the cells of a block whose `mask` is not 0; without a mask all. For log1p values the counts are expm1(value).
    /// Throws Error(internal) for a block over other genes or a mask of another length.
    void add(const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask = {});
    void merge(const CellsAbove& other);

    const std::vector<double>& cells() const { return cells_; }

    void write(ByteWriter& writer) const;
    static CellsAbove read(ByteReader& reader);

private:
    double least_ = 0;
    std::vector<double> cells_;
};

}  // namespace phenolens
