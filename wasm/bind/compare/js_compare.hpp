#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// Composition and distance compared between samples, as JavaScript sees it; phenolens_compare.d.ts says what each takes and gives.

emscripten::val propeller(emscripten::val options);
emscripten::val energy_distance(emscripten::val options);

}  // namespace phenolens::bind
