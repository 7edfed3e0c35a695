#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// How right predictions are; phenolens_core.d.ts says what each takes and gives.
emscripten::val evaluate(emscripten::val options);
emscripten::val compare(emscripten::val options);
emscripten::val summarize_head(emscripten::val options);
emscripten::val judge(emscripten::val options);
emscripten::val accept_subtypes(emscripten::val options);
emscripten::val evaluate_ranked(emscripten::val options);

}  // namespace phenolens::bind
