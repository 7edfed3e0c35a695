#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Per-gene sums of counts of which no more than a gene's limit counts, and of their squares; merged by addition.
class ClippedSums {
public:
    ClippedSums() = default;
    /// One limit per gene.
    explicit ClippedSums(std::vector<double> limit) : limit_(std::move(limit)), sum_(limit_.size()), squares_(limit_.size()) {}

    /// Adds the cells of a block whose `mask` is not 0; without a mask all. Throws Error(internal) for a block over other genes.
    void add(const MatrixBlock& block, std::span<const std::uint8_t> mask = {});
    /// Adds one cell: its genes and its value of each.
    void add_cell(std::span<const std::int32_t> genes, std::span<const float> values);
    void merge(const ClippedSums& other);

    std::size_t genes() const { return sum_.size(); }

    const std::vector<double>& sum() const { return sum_; }
    const std::vector<double>& squares() const { return squares_; }

    void write(ByteWriter& writer) const;
    static ClippedSums read(ByteReader& reader);

private:
    std::vector<double> limit_, sum_, squares_;
};

}  // namespace phenolens
