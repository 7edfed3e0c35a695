#include "survey/clipped_sums.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "cells/count_sums.hpp"

namespace phenolens {

void ClippedSums::add(const MatrixBlock& block, std::span<const std::uint8_t> mask) {
    if (block.genes != limit_.size() || (!mask.empty() && mask.size() != block.cells))
        throw Error(ErrorCode::internal, "A block over other genes, or a mask of other cells, was added to clipped sums.");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (!lets_through(mask, cell)) continue;
        add_cell(block.genes_of(cell), block.values_of(cell));
    }
}

void ClippedSums::add_cell(std::span<const std::int32_t> genes, std::span<const float> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto gene = static_cast<std::size_t>(genes[i]);
        const double value = std::min(static_cast<double>(values[i]), limit_[gene]);
        sum_[gene] += value;
        squares_[gene] += value * value;
    }
}

void ClippedSums::merge(const ClippedSums& other) {
    if (other.sum_.size() != sum_.size()) throw Error(ErrorCode::internal, "Sums of different genes cannot be merged.");
    for (std::size_t gene = 0; gene < sum_.size(); ++gene) {
        sum_[gene] += other.sum_[gene];
        squares_[gene] += other.squares_[gene];
    }
}

void ClippedSums::write(ByteWriter& writer) const {
    writer.put_all<double>(sum_);
    writer.put_all<double>(squares_);
}

ClippedSums ClippedSums::read(ByteReader& reader) {
    ClippedSums read;
    read.sum_ = reader.take_all<double>();
    read.squares_ = reader.take_all<double>();
    if (read.squares_.size() != read.sum_.size()) reader.fail();
    return read;
}

}  // namespace phenolens
