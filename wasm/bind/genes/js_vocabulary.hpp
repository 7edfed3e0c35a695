#pragma once

#include <emscripten/val.h>

#include "bind/js_analysis.hpp"

namespace phenolens::bind {

/// Which of the file's columns a vocabulary knows; phenolens_core.d.ts says what it takes and gives.
emscripten::val known_columns(JsAnalysis& analysis, emscripten::val options);

}  // namespace phenolens::bind
