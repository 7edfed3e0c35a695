#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// What a file's bytes and values are; phenolens_core.d.ts says what each takes and gives.
emscripten::val judge_values(emscripten::val options);
emscripten::val share_proportional(emscripten::val options);
emscripten::val restore_values(emscripten::val options);
emscripten::val inflate_chunks(emscripten::val options);

}  // namespace phenolens::bind
