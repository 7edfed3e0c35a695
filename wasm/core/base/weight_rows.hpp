#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Sparse rows of amounts, one per cell: `genes` rise within a cell.
template <typename Number> struct BasicSparseRows {
    /// cells + 1 positions.
    std::vector<std::size_t> starts = {0};
    std::vector<std::int32_t> genes;
    std::vector<Number> amounts;

    std::size_t cells() const { return starts.size() - 1; }
};

using SparseRows = BasicSparseRows<float>;

/// sums (stride of them) += the rows of `weights` (rows x stride) that `genes` names, each times its amount.
template <typename Number>
void add_rows(const Number* weights, std::size_t stride, std::span<const std::int32_t> genes, const Number* amounts,
              Number* __restrict sums);

/// Weights of genes x classes, laid out for sums over the genes of sparse cells; Number is float or double.
/// The sums of a cell do not depend on the cells it is summed with.
template <typename Number> class BasicWeightRows {
public:
    BasicWeightRows(std::size_t genes, std::size_t classes);

    Number& at(std::size_t gene, std::size_t klass) { return weights_[gene * stride_ + klass]; }
    std::span<const Number> row(std::size_t gene) const { return {weights_.data() + gene * stride_, classes_}; }
    std::size_t genes() const { return genes_; }

    /// Numbers between the sums of two cells: the classes, rounded up to whole SIMD registers.
    std::size_t stride() const { return stride_; }

    /// Sets `sums` to row-major cells x stride: for each cell the rows of its genes, each times its amount.
    void sum(const BasicSparseRows<Number>& cells, std::vector<Number>& sums) const;

private:
    std::size_t genes_;
    std::size_t classes_;
    std::size_t stride_;
    std::vector<Number> weights_;
};

using WeightRows = BasicWeightRows<float>;

}  // namespace phenolens
