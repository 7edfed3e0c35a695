#pragma once

#include <emscripten/val.h>

#include "bind/js_analysis.hpp"

namespace phenolens::bind {

/// What a linear model reads of cells; phenolens_core.d.ts says what it takes and gives.
emscripten::val linear_scores(JsAnalysis& analysis, double handle, emscripten::val options);

}  // namespace phenolens::bind
