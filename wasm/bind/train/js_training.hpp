#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// Training's functions that need no state; phenolens_core.d.ts says what they take and give.
emscripten::val stratified_folds(emscripten::val options);
emscripten::val group_folds(emscripten::val options);
emscripten::val balanced_sample(emscripten::val options);
emscripten::val cross_validate(emscripten::val options);
emscripten::val score_held_out(emscripten::val options);
emscripten::val fit_logit_temperature(emscripten::val options);

}  // namespace phenolens::bind
