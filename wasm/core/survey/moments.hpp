#pragma once

#include <cstdint>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Per-gene sums of log1p(CP10K) over cells, gathered block by block and merged by addition. Cells without counts are left out.
class GeneMoments {
public:
    GeneMoments() = default;
    explicit GeneMoments(std::size_t genes) : sum_(genes), squares_(genes), detected_(genes) {}

    /// Throws Error(internal) for a block over other genes.
    void add(const MatrixBlock& block, ValueKind kind);
    void merge(const GeneMoments& other);

    double cells() const { return cells_; }
    std::size_t genes() const { return sum_.size(); }

    /// Per gene; NaN without cells.
    std::vector<float> mean() const;
    /// Sample variance (cells - 1 below the line) per gene; NaN for fewer than two cells.
    std::vector<float> variance() const;
    /// Cells with a value above zero, per gene.
    const std::vector<double>& detected() const { return detected_; }

    void write(ByteWriter& writer) const;
    static GeneMoments read(ByteReader& reader);

private:
    double cells_ = 0;
    std::vector<double> sum_, squares_, detected_;
    std::vector<float> logs_;
};

}  // namespace phenolens
