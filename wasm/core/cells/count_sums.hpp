#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Per-gene sums of counts and of normalized counts (1e4 x count / total of the cell), gathered block by block and merged by addition: what
/// rankings by variance need. Cells without counts add nothing to the normalized sums.
class CountSums {
public:
    CountSums() = default;
    explicit CountSums(std::size_t genes) : of_gene_(genes) {}

    /// Adds the cells of a block whose `mask` is not 0; without a mask all. For log1p values the counts are expm1(value).
    /// Throws Error(internal) for a block over other genes or a mask of another length.
    void add(const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask = {});
    /// Adds one cell: its genes, of those there are sums of, and its value of each.
    void add_cell(std::span<const std::int32_t> genes, std::span<const float> values, ValueKind kind);
    void merge(const CountSums& other);

    double cells() const { return cells_; }
    std::size_t genes() const { return of_gene_.size(); }

    /// Means and sample variances (cells - 1 below the line) per gene; NaN without cells.
    std::vector<double> mean() const { return means(&Sums::count); }
    std::vector<double> variance() const { return variances(&Sums::count, &Sums::count_squares); }
    std::vector<double> normalized_mean() const { return means(&Sums::normalized); }
    std::vector<double> normalized_variance() const { return variances(&Sums::normalized, &Sums::normalized_squares); }

    void write(ByteWriter& writer) const;
    static CountSums read(ByteReader& reader);

private:
    /// Together, so that a gene's sums share a line of the cache.
    struct Sums {
        double count = 0, count_squares = 0, normalized = 0, normalized_squares = 0;
    };

    std::vector<double> means(double Sums::*sum) const;
    std::vector<double> variances(double Sums::*sum, double Sums::*squares) const;

    double cells_ = 0;
    std::vector<Sums> of_gene_;
};

/// Whether a mask lets a cell of a block through; throws nothing.
inline bool lets_through(std::span<const std::uint8_t> mask, std::size_t cell) { return mask.empty() || mask[cell] != 0; }

}  // namespace phenolens
