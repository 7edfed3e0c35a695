#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "trust/metrics.hpp"

namespace phenolens {

struct ClassSummary {
    std::uint16_t code = 0;
    double cells = 0;
    double mean_probability = 0;
    double mean_entropy = 0;
};

/// What a head says of some cells; means are over the cells with a prediction, NaN where there is none.
struct HeadSummary {
    double cells = 0;
    double unpredicted = 0;
    double mean_probability = 0;
    double mean_entropy = 0;
    /// Mean entropy over ln(classes); 0 for a head of one class.
    double mean_entropy_norm = 0;
    /// Classes with at least one cell, most cells first, equal ones by code.
    std::vector<ClassSummary> classes;
};

/// Summarizes all cells, or those listed. Throws Error(bad_input) where arrays do not fit or a cell listed does not exist.
HeadSummary summarize_head(const PredictionView& predictions, std::size_t classes, std::optional<std::span<const std::uint32_t>> selection);

}  // namespace phenolens
