#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// Expression compared between samples, as JavaScript sees it; phenolens_compare.d.ts says what each takes and gives.

emscripten::val filter_by_expr(emscripten::val options);
emscripten::val tmm(emscripten::val options);
emscripten::val expression_tests(emscripten::val options);
emscripten::val camera(emscripten::val options);
emscripten::val camera_preranked(emscripten::val options);

}  // namespace phenolens::bind
