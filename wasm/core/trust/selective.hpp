#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Cells at or above a confidence: how many, and how many of them are right.
struct CoveragePoint {
    double threshold = 0, cells = 0, right = 0;
};

/// Labelling only the cells a model is sure of (El-Yaniv and Wiener 2010).
struct RiskCoverage {
    double cells = 0;
    /// Area under the curve of risk (share wrong) over coverage: the mean risk over the cells taken from the surest on, equally sure ones
    /// together.
    double aurc = 0;
    /// From the highest confidence down; the last holds every cell. At most `points` of them, evenly by cells.
    std::vector<CoveragePoint> curve;
};

/// Throws Error(bad_input) where the arrays do not fit. Of no cell: NaN and no curve.
RiskCoverage risk_coverage(std::span<const float> confidence, std::span<const std::uint8_t> is_right, std::size_t points = 512);

}  // namespace phenolens
