#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

/// Which cells a reference's labels are too weak for; phenolens_core.d.ts says what it takes and gives.
emscripten::val prune_scores(emscripten::val options);

}  // namespace phenolens::bind
