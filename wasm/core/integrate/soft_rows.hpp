#pragma once

#include <cstddef>
#include <span>

namespace phenolens {

// Rows of weights in single precision, in registers of 16 bytes on every target, so that all targets give the same numbers. Rows are
// padded: a multiple of 8 values each.

/// e to each of the values, within 2 units of the last place; what lies below -60 counts as -60.
void exponentiate(std::span<float> values);

/// out = weights x factors, value by value; returns the sum. `out` may be `weights`.
float weigh(std::span<const float> weights, std::span<const float> factors, std::span<float> out);

/// sum += scale x row.
void add_scaled(std::span<float> sum, std::span<const float> row, float scale);

}  // namespace phenolens
