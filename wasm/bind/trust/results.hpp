#pragma once

#include <emscripten/val.h>

#include "trust/calibration.hpp"
#include "trust/head_summary.hpp"
#include "trust/metrics.hpp"

namespace phenolens::bind {

/// How right models are, as plain JavaScript objects; phenolens_core.d.ts declares their fields.
emscripten::val to_js(const Metrics& metrics);
emscripten::val to_js(const Comparison& comparison);
emscripten::val to_js(const HeadSummary& summary);
emscripten::val to_js(const Calibration& calibration);

}  // namespace phenolens::bind
