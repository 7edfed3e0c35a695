#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Per gene and group of cells: sums of log1p(CP10K), of their squares, and cells expressing the gene; merged by addition. Squares of
/// single precision have 48 digits, so that a double rounds their sum by the order in which blocks come: what it drops is summed beside it,
/// and the total is the same for any order.
class GroupSums {
public:
    GroupSums() = default;
    /// Throws Error(memory) where genes x groups would take more than 640 MB.
    GroupSums(std::size_t genes, std::size_t groups);

    /// Adds the cells of a block to their groups; -1 leaves a cell out. A cell without counts is one of zeros.
    /// Throws Error(internal) for a block over other genes or a group that is none.
    void add(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> group);
    void merge(const GroupSums& other);

    std::size_t genes() const { return genes_; }
    std::size_t groups() const { return cells_.size(); }
    const std::vector<double>& cells() const { return cells_; }
    double sum(std::size_t gene, std::size_t group) const { return of_[gene * groups() + group].sum; }
    double squares(std::size_t gene, std::size_t group) const {
        const Sums& own = of_[gene * groups() + group];
        return own.squares + own.dropped;
    }
    double expressing(std::size_t gene, std::size_t group) const { return of_[gene * groups() + group].expressing; }

    void write(ByteWriter& writer) const;
    static GroupSums read(ByteReader& reader);

private:
    struct Sums {
        double sum = 0, squares = 0, dropped = 0, expressing = 0;

        /// Adds to the squares, and what rounding drops of the addition to the rest (Knuth's two-sum).
        void add_square(double square);
    };

    std::size_t genes_ = 0;
    std::vector<double> cells_;
    /// Row-major genes x groups.
    std::vector<Sums> of_;
    std::vector<float> logs_;
};

/// Mean, sample variance and one-way F over the groups (scikit-learn's f_classif) of each gene's log1p values; NaN where a gene does not
/// vary, or for fewer than two groups with cells.
struct GroupAnova {
    std::vector<double> mean, variance, f;
};
GroupAnova anova_of(const GroupSums& sums);

}  // namespace phenolens
