#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "train/softmax_regression.hpp"

namespace phenolens {

/// Logits that are highest for the class whose mean is nearest: m'x - m'm / 2 for a mean m.
/// `features` are row-major cells x count; cells of code -1 are left out. Classes without cells get kAbsentLogit.
SoftmaxFit nearest_centroid(std::span<const float> features, std::size_t count, std::span<const std::int32_t> codes, std::size_t classes);

}  // namespace phenolens
