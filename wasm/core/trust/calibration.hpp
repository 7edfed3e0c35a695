#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "trust/metrics.hpp"

namespace phenolens {

/// How far confidence can be taken at its word, on some cells.
struct Calibration {
    double cells = 0;
    /// Expected calibration error over bins of equal width and over bins of (almost) equally many cells.
    double ece_width = 0, ece_mass = 0;
    /// Mean of -ln p(true class) in nats, and of the Brier score.
    double nll = 0, brier = 0;
    std::vector<ReliabilityBin> width, mass;
};

/// One value per cell: confidence in the first guess, whether it is right, probability of the true class, Brier score.
struct Judged {
    std::span<const float> confidence;
    std::span<const std::uint8_t> is_right;
    std::span<const float> probability, brier;
};

/// Calibration over `bins` bins (Guo et al. 2017). Bins of equal mass cut the cells, sorted by confidence and then by place, into runs
/// whose sizes differ by one at most. Of no cell all numbers are NaN. A true class of probability 0 counts as the smallest float. Throws
/// Error(bad_input) where the arrays do not fit.
Calibration calibration(const Judged& cells, std::size_t bins = kReliabilityBins);

}  // namespace phenolens
