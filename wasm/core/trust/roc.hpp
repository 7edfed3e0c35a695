#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"

namespace phenolens {

/// How well a score tells positive cells from the others.
struct Roc {
    double positives = 0, negatives = 0;
    /// Area under the ROC curve, ties half, with its 95% interval (DeLong 1988; by clusters Obuchowski 1997, with Student's t over the
    /// effective number of clusters). NaN with only one of both, the ends with fewer than three clusters.
    Interval auroc;
    /// Standard error of the area, by cells or by clusters.
    double error = 0;
    /// Average precision (as scikit-learn); its chance level is the share of positives.
    double auprc = 0;
};

/// `clusters` is a number per cell whose cells belong together (a donor), or empty: every cell by itself. Scores must not be NaN.
/// Throws Error(bad_input) where the arrays do not fit.
Roc roc(std::span<const float> score, std::span<const std::uint8_t> is_positive, std::span<const std::int32_t> clusters);

}  // namespace phenolens
