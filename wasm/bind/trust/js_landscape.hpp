#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

/// A value by groups of cells; phenolens_core.d.ts says what it takes and gives.
emscripten::val landscape(emscripten::val options);

}  // namespace phenolens::bind
