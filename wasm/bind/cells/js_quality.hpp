#pragma once

#include <emscripten/val.h>

#include "bind/js_analysis.hpp"

namespace phenolens::bind {

/// Five qualities of the loaded block's cells; phenolens_survey.d.ts says what they are.
emscripten::val cell_quality(JsAnalysis& analysis);
emscripten::val outlier_limits(emscripten::val options);

}  // namespace phenolens::bind
