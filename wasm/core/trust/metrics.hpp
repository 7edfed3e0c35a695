#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"

namespace phenolens {

/// Predictions of some cells for one head, as kept: row-major cells x k, top 65535 where there is none.
struct PredictionView {
    std::size_t k = 0;
    std::span<const std::uint16_t> top;
    std::span<const float> probability;
    std::span<const float> entropy;
    /// Of the classes not kept, as Scores has them; empty where nothing is asked that needs them.
    std::span<const float> rest = {}, rest_squares = {};

    std::size_t cells() const { return entropy.size(); }
};

/// Cells whose top probability falls into one bin of (low, high].
struct ReliabilityBin {
    double mean_confidence = 0;
    double share_right = 0;
    double cells = 0;
};

struct ClassMetrics {
    std::int32_t code = 0;
    /// Cells of this class, and cells predicted to be.
    double support = 0;
    double predicted = 0;
    Interval recall;
    double precision = 0;
    double f1 = 0;
};

struct Metrics {
    /// Cells with a truth, and those of them without a prediction, which count as wrong.
    double cells = 0;
    double unpredicted = 0;
    std::vector<Interval> top_k;
    /// Mean recall of the classes the truth has.
    double balanced_accuracy = 0;
    /// Mean F1 of the classes that the truth or the predictions have, as scikit-learn.
    double macro_f1 = 0;
    /// Expected calibration error over the reliability bins.
    double ece = 0;
    std::vector<ReliabilityBin> reliability;
    /// Row-major classes x classes: truth x first prediction.
    std::vector<std::int32_t> confusion;
    /// Classes that the truth or the predictions have, by code.
    std::vector<ClassMetrics> per_class;
    double mean_entropy_right = 0;
    double mean_entropy_wrong = 0;
    /// AUROC of entropy telling wrong from right; NaN with only one of both.
    double auroc_wrong = 0;
};

/// Equal-width bins of the reliability diagram.
inline constexpr std::size_t kReliabilityBins = 15;

/// Judges predictions by the truth, a class code per cell or -1 for none. Numbers that have no meaning (no cells) are NaN.
/// Throws Error(bad_input) where arrays do not fit or a code is not below `classes`.
Metrics evaluate(const PredictionView& predictions, std::span<const std::int32_t> truth, std::size_t classes);

/// What `evaluate` needs of each cell once the place of its true class is known: one value a cell each.
struct RankedView {
    /// Places counted, from 1.
    std::size_t k = 0;
    std::span<const std::uint16_t> first;
    std::span<const float> confidence, entropy;
    /// Place of the true class, from 0; k or more where it is not among the first k.
    std::span<const std::uint8_t> rank;
};

/// The same from places: no more than a few bytes a cell. Throws as `evaluate`.
Metrics evaluate_ranked(const RankedView& cells, std::span<const std::int32_t> truth, std::size_t classes);

/// Area under the ROC curve of `score` for `positive` against the rest, ties counting half; NaN with only one of both.
double auroc(std::span<const float> score, const std::vector<std::uint8_t>& positive);

/// Two models on the same cells with a truth.
struct Comparison {
    double cells = 0, both_right = 0, only_first = 0, only_second = 0, neither = 0;
};

/// Compares the first predictions of two models, one per cell.
Comparison compare(std::span<const std::uint16_t> first, std::span<const std::uint16_t> second, std::span<const std::int32_t> truth);

}  // namespace phenolens
