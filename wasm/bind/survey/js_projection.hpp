#pragma once

#include <emscripten/val.h>

#include "bind/js_analysis.hpp"
#include "cells/chosen_scores.hpp"
#include "survey/cell_projection.hpp"

namespace phenolens::bind {

/// Cells put on components of chosen genes; phenolens_survey.d.ts says what each method takes and gives.
class JsProjection {
public:
    emscripten::val start(emscripten::val options);
    emscripten::val project(JsAnalysis& analysis, emscripten::val options);

private:
    ChosenScores scores_;
    CellProjection projection_;
};

}  // namespace phenolens::bind
