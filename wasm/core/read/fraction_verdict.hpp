#pragma once

#include <string>

#include "read/value_verdict.hpp"

namespace phenolens {

/// Judges a sample of values above zero of which some are fractions, up to `largest`; the reason begins with the words `fractions`.
/// The order of what is tried stands at `judge_values`.
ValueVerdict judge_fractions(const ValueSample& sample, float largest, const std::string& fractions);

}  // namespace phenolens
