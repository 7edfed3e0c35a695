#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "trust/calibration.hpp"
#include "trust/outcomes.hpp"

namespace phenolens {

/// A temperature fitted on some cells and its effect on others (Guo et al. 2017).
struct TemperatureFit {
    /// Divides the logits; above 1 it makes the model less sure. Relative to what the model already applies.
    double temperature = 1;
    double fitted_cells = 0;
    /// On the cells held out: as the model says it, and after the temperature.
    Calibration before, after;
};

/// Cells the temperature is fitted on at most, taken evenly: its standard error is below 1% long before.
inline constexpr std::size_t kMostFitted = 20000;

/// Minimizes the negative log-likelihood over temperatures from 0.05 to 20 on the cells with `half` 0, and judges those with `half` 1.
/// Cells without truth or without prediction are left out. Where not every class is kept, the sum of p^(1/T) over the others is taken from
/// its known values at exponents 0, 1 and 2, its logarithm quadratic between them; with every class kept the fit is exact.
/// Without cells to fit on, the temperature is 1. Throws Error(bad_input) where arrays do not fit.
TemperatureFit fit_temperature(const PredictionView& predictions, const Outcomes& outcomes, std::span<const std::uint8_t> half,
                               std::size_t classes);

}  // namespace phenolens
