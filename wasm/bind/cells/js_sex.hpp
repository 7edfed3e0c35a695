#pragma once

#include <emscripten/val.h>

#include "bind/js_analysis.hpp"

namespace phenolens::bind {

/// Sex by counted genes; phenolens_survey.d.ts says what goes in and out.
emscripten::val sex_counts(JsAnalysis& analysis, emscripten::val options);
emscripten::val sex_of_cells(emscripten::val options);
emscripten::val judge_sex(emscripten::val options);

}  // namespace phenolens::bind
