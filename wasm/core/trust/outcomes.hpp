#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "trust/metrics.hpp"

namespace phenolens {

/// The cell's true class is not among those kept, or it has no true class.
inline constexpr std::uint8_t kBeyond = 254, kNoTruth = 255;

/// What became of each cell once its true class is known: of fixed size, whatever the number of classes.
struct Outcomes {
    /// Place of the true class among the kept ones, from 0; else kBeyond or kNoTruth.
    std::vector<std::uint8_t> rank;
    /// Probability of the true class. Beyond the kept ones it is the mean of what is left; such cells are counted in `beyond`.
    std::vector<float> probability;
    /// Sum over classes of (probability - 1 for the true class, 0 else)^2.
    std::vector<float> brier;
    double cells = 0, beyond = 0;
};

/// Judges each cell by its true class, a code or -1. A cell without a prediction gives every class 1 / classes.
/// Throws Error(bad_input) where arrays do not fit, `rest` is missing or a code is not below `classes`.
Outcomes judge(const PredictionView& predictions, std::span<const std::int32_t> truth, std::size_t classes);

/// The kept classes where each that is an accepted answer for the cell's label is replaced by the label itself, so that what judges by
/// equality judges by the ontology. `accepts` is row-major labels x classes, 0 or not; labels may be more than the head has classes.
std::vector<std::uint16_t> accept_subtypes(const PredictionView& predictions, std::span<const std::int32_t> truth, std::size_t classes,
                                           std::span<const std::uint8_t> accepts);

}  // namespace phenolens
