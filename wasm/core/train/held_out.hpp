#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"

namespace phenolens {

/// How right classes given to held-out cells are, and how sure that is.
struct HeldOutScore {
    /// Cells with a true class.
    double cells = 0;
    /// What the intervals are over: donors, or cells.
    double units = 0;
    Interval accuracy, balanced_accuracy, macro_f1;
    /// Accuracy of always naming the class with most cells.
    double majority = 0;
};

/// Judges predicted classes by true ones; a code of -1 in `truth` leaves a cell out, in `predicted` it is wrong.
/// `weights` say how many cells of the file a cell stands for; empty: one. `units` (donors) are left out whole, one after another,
/// for the 95% intervals (`jackknife_interval`); empty: bags of cells. Macro F1 is over the classes the truth or the predictions have.
/// Interval ends are NaN with fewer than three units; accuracy's is never narrower than Wilson's over the cells.
HeldOutScore score_held_out(std::span<const std::int32_t> truth, std::span<const std::int32_t> predicted, std::size_t classes,
                            std::span<const double> weights, std::span<const std::int32_t> units);

}  // namespace phenolens
