#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Counts summed over the cells of each sample (a donor's cells of one group), per gene; merged by addition. Of log1p values what is summed
/// are the counts per 10,000 that they stand for.
class Pseudobulk {
public:
    Pseudobulk() = default;
    /// Throws Error(memory) where genes x samples would take more than half a gigabyte.
    Pseudobulk(std::size_t genes, std::size_t samples);

    /// Adds the cells of a block to their samples; -1 leaves a cell out. Throws Error(internal) for a block over other genes or a sample
    /// that is none.
    void add(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> sample);
    void merge(const Pseudobulk& other);
    /// Adds what was summed over `cells` cells of a sample elsewhere: counts of some genes. Throws Error(internal) for a sample or genes
    /// that are none.
    void add_sums(std::size_t sample, double cells, std::span<const std::int32_t> genes, std::span<const double> counts);

    std::size_t genes() const { return genes_; }
    std::size_t samples() const { return cells_.size(); }
    const std::vector<double>& cells() const { return cells_; }
    /// Sum over all genes of each sample.
    const std::vector<double>& totals() const { return totals_; }
    double sum(std::size_t gene, std::size_t sample) const { return sums_[sample * genes_ + gene]; }
    /// Of one gene, a value per sample. Throws Error(internal) for a gene that is none.
    std::vector<double> sums_of(std::size_t gene) const;

    /// Samples summed by code, of which there are `count`: row-major genes x codes, and the cells of each; -1 leaves a sample out. Throws
    /// Error(internal) for codes of other samples, or one that is none.
    struct Joined {
        std::vector<double> counts, cells;
    };
    Joined joined(std::span<const std::int32_t> codes, std::size_t count) const;

    void write(ByteWriter& writer) const;
    static Pseudobulk read(ByteReader& reader);

private:
    std::size_t genes_ = 0;
    std::vector<double> cells_, totals_;
    /// Row-major samples x genes: a cell adds to one row, which stays in the cache.
    std::vector<double> sums_;
};

}  // namespace phenolens
