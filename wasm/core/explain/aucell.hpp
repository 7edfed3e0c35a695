#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "explain/enrichment.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// How early a set's genes stand among a cell's best `top` genes: the area under the set's recovery curve over the most there could be
/// (AUCell, Aibar 2017, in decoupler's form: a gene of rank r adds max(0, top - r)). 0: none among them; 1: all in front.
/// Genes of equal value share the mean of what their ranks add, which is the expectation over all orders of the tied; AUCell proper draws
/// one order.
class AucellScorer {
public:
    /// `genes` columns are ranked. Throws Error(bad_input) for a set without a gene, a gene outside, or a top that is not from 2 to
    /// `genes`.
    AucellScorer(std::size_t genes, std::size_t top, const GeneSets& sets);

    /// The usual top: a twentieth of the genes, rounded up, at least 2.
    static std::size_t usual_top(std::size_t genes);

    std::size_t sets() const { return most_.size(); }

    /// Scores of a block's cells, row-major cells x sets; NaN for a cell whose genes all tie.
    std::vector<float> score(const MatrixBlock& block);

private:
    /// Sum of what ranks from + 1 to `to` add.
    double added(std::size_t from, std::size_t to) const;
    void score_cell(std::span<const std::int32_t> genes, std::span<const float> values, float* out);

    std::size_t genes_, top_;
    /// Sets of each gene: genes + 1 positions.
    std::vector<std::size_t> starts_;
    std::vector<std::int32_t> sets_of_;
    /// Genes of each set, and the area where all of them come first.
    std::vector<double> sizes_, most_;
    std::vector<std::pair<float, std::int32_t>> sorted_;
    std::vector<double> sums_;
};

}  // namespace phenolens
