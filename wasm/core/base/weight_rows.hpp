#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Sparse rows of amounts, one per cell: `genes` rise within a cell.
struct SparseRows {
    /// cells + 1 positions.
    std::vector<std::size_t> starts = {0};
    std::vector<std::int32_t> genes;
    std::vector<float> amounts;

    std::size_t cells() const { return starts.size() - 1; }
};

/// sums (stride of them) += the rows of `weights` (rows x stride) that `genes` names, each times its amount.
void add_rows(const float* weights, std::size_t stride, std::span<const std::int32_t> genes, const float* amounts, float* __restrict sums);

/// Weights of genes x classes, laid out for sums over the genes of sparse cells.
/// The sums of a cell do not depend on the cells it is summed with.
class WeightRows {
public:
    WeightRows(std::size_t genes, std::size_t classes);

    float& at(std::size_t gene, std::size_t klass) { return weights_[gene * stride_ + klass]; }
    std::span<const float> row(std::size_t gene) const { return {weights_.data() + gene * stride_, classes_}; }
    std::size_t genes() const { return genes_; }

    /// Floats between the sums of two cells: the classes, rounded up to whole SIMD registers.
    std::size_t stride() const { return stride_; }

    /// Sets `sums` to row-major cells x stride: for each cell the rows of its genes, each times its amount.
    void sum(const SparseRows& cells, std::vector<float>& sums) const;

private:
    std::size_t genes_;
    std::size_t classes_;
    std::size_t stride_;
    std::vector<float> weights_;
};

}  // namespace phenolens
