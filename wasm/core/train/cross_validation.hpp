#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "train/held_out.hpp"
#include "train/softmax_regression.hpp"

namespace phenolens {

struct FoldScore {
    double cells = 0;
    double accuracy = 0;
    double balanced_accuracy = 0;
    double macro_f1 = 0;
};

struct CrossValidation {
    /// One per fold; NaN where a fold has no cell, or its training cells are of fewer than two classes.
    std::vector<FoldScore> folds;
    /// All held-out cells together, a fold left out at a time, so that its interval is that of the donors held out.
    HeldOutScore all;
    /// The class given to each cell while it was held out; -1 where it took no part.
    std::vector<std::int32_t> predicted;
};

/// For each fold: standardizes the features by the other folds' cells, fits a balanced softmax regression on those, and scores the fold's
/// cells. `scores` are row-major cells x genes (a gene selection's, say); cells of code or fold -1, or with a score that is not finite,
/// take no part.
CrossValidation cross_validate(std::span<const float> scores, std::size_t genes, std::span<const std::int32_t> codes,
                               std::span<const std::int32_t> folds, std::size_t classes, const SoftmaxOptions& options = {});

/// Column means and standard deviations (cells below the line, as scikit-learn's StandardScaler; 1 where a column does not vary), over rows
/// of `width` values.
struct Scaling {
    std::vector<double> mean, deviation;
};
Scaling scaling_of(std::span<const float> rows, std::size_t width);

}  // namespace phenolens
