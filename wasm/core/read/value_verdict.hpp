#pragma once

#include <string>

#include "read/value_sample.hpp"
#include "read/values.hpp"

namespace phenolens {

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

}  // namespace phenolens
