#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"

namespace phenolens {

/// Counts of the genes that carry sex, one value per cell each. Of log1p values a gene that is on counts 1.
struct SexCounts {
    /// XIST, and the sum over genes of the Y chromosome.
    std::vector<float> x, y;
};

/// Counts of a block's cells; `genes` is 1 for XIST's columns, 2 for those of the Y chromosome, 0 for all others.
/// Throws Error(internal) for a block over other genes.
SexCounts count_sex_genes(const MatrixBlock& block, std::span<const std::uint8_t> genes, ValueKind kind);

/// What is said of a cell, a donor or a file. All but the first two mean that sex cannot be told, and why.
enum class Sex : std::uint8_t {
    female,
    male,
    /// XIST or all genes of the Y chromosome are not measured.
    unmeasured,
    few,
    /// Cells of both sexes.
    mixed,
    /// Too few cells are deep enough, or too many of those lack Y genes, for a mixture to be ruled out.
    maybe_mixed,
    /// Both kinds of genes in the same cells: doublets, free RNA, XXY, or a measurement that cannot tell them apart.
    both,
};

/// How the cells at hand are to be taken.
struct SexOptions {
    bool has_x = false, has_y = false;
    /// Whether all cells are said to be of one donor: else a mixture has to be ruled out.
    bool is_one_donor = false;
    /// Whether the values are counts: rates and single cells can be judged.
    bool are_counts = true;
};

/// A verdict with what it rests on.
struct SexVerdict {
    Sex sex = Sex::few;
    std::size_t cells = 0;
    /// Sums of counts, and of the cells' totals (NaN where values are no counts).
    double x = 0, y = 0, total = 0;
    /// Cells with XIST alone, with Y genes alone, with both; how many would have both were the two independent.
    std::size_t x_only = 0, y_only = 0, both = 0;
    double expected_both = 0;
    /// P(as few cells with both), hypergeometric: small where one kind shuts the other out, as in a mixture of donors.
    double p_exclusive = 1;
};

/// A cell by its own counts: three of one kind, and ten times as many as of the other.
Sex sex_of_cell(double x, double y);

/// The verdict on cells by their counts (`x`, `y`, and `totals` over all genes).
///
/// Counts are summed, and one kind has to outnumber the other tenfold, with ten of both together. Y genes up to 20 counts per million and
/// three tenths of XIST's are taken for reads that belong to their relatives on the X. Without XIST's column a donor may still be male: 20
/// counts of Y genes and 100 per million. The limits are of donors of known sex: males have 80 to 1,340 Y counts per million, females up to
/// 14 (docs/trust.md). Cells that are not of one donor must besides not shut the two kinds out of each other (p < .05; of one donor .001),
/// hold no cells that are plainly of the other sex (.2% of those that tell; of one donor 5%), and cells deep enough for three Y counts must
/// have some (all but a quarter).
SexVerdict judge_sex(std::span<const float> x, std::span<const float> y, std::span<const float> totals, const SexOptions& options);

}  // namespace phenolens
