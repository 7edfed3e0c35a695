#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "read/values.hpp"

namespace phenolens {

/// Some cells of a matrix, as it stores them; zeros may be left out or stored.
struct ValueSample {
    std::span<const float> values;
    /// First position of each cell, and the end (cells + 1).
    std::span<const std::size_t> starts;
    /// Gene column of each value; empty where the cells are dense, rows of `genes` values.
    std::span<const std::int32_t> columns;
    /// Gene columns there are; 0 where the values are no whole cells, as those of some genes of a matrix stored by columns.
    std::size_t genes = 0;
    /// Base of the logarithm that the file declares, 0 where it declares none; the values are believed first.
    double declared_base = 0;
};

/// What was seen of a sample, to compare matrices by. Medians are over cells with any value; NaN without.
struct ValueLook {
    /// Of what a cell's restored counts sum to (logarithms: of scaled counts).
    double total = 0;
    /// Of a cell's values above zero.
    double detected = 0;
    /// The largest stored value.
    double largest = 0;
    /// Share of the stored non-zero values that are 1.
    double ones = 0;
};

/// A verdict on values and one sentence with the numbers seen.
struct ValueVerdict {
    ValueKind kind;
    ValueScale scale;
    std::string why;
    ValueLook look;
};

/// Judges a sample of cells, in this order. Below zero: scaled. Whole: bins where every cell reaches the same largest value and values
/// spread up to it, detected where all are 1, else counts. Fractions: square roots of whole numbers; what sums to one total in every cell
/// after some inverse (none, square, logarithms of base e, 2, 10, log1p of log1p; the best fit); logarithms of several totals; whole
/// multiples of each cell's smallest after some inverse; genes of unit variance or range; at last logarithms where shallow cells have the
/// larger values, else corrected counts. Cells of whole numbers among cells of logarithms are mixed. Throws Error(bad_file) where a value
/// is not finite.
ValueVerdict judge_values(const ValueSample& sample);

/// Share of cells in which two matrices hold the same expression up to a factor per cell, of those with 5 or more values; both are restored
/// first. The samples are of the same cells and genes, columns rising. NaN where no cell can be compared.
double share_proportional(const ValueSample& first, const ValueScale& first_scale, const ValueSample& second,
                          const ValueScale& second_scale);

}  // namespace phenolens
