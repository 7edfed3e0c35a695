#pragma once

#include <cstdint>
#include <span>

namespace phenolens {

/// A temperature for logits of held-out cells, and what it mends.
struct LogitTemperature {
    double value = 1;
    /// Mean negative log-likelihood of the true class at temperature 1 and at `value`, in nats.
    double before = 0, after = 0;
};

/// The temperature of least weighted loss (Guo et al. 2017), between 0.02 and 50. Cells of truth -1, or without logits, are left out; 1
/// where none is left. `logits` are row-major cells x classes; `weights` say what a cell counts, empty: 1.
LogitTemperature fit_logit_temperature(std::span<const float> logits, std::size_t classes, std::span<const std::int32_t> truth,
                                       std::span<const double> weights);

}  // namespace phenolens
