#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// Sets of genes; phenolens_core.d.ts says what each takes and gives.
emscripten::val over_representation(emscripten::val options);
emscripten::val preranked(emscripten::val options);

}  // namespace phenolens::bind
