#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// Which genes are mitochondrial or ribosomal by their names; phenolens_core.d.ts says what it takes and gives.
emscripten::val gene_kinds(emscripten::val options);

}  // namespace phenolens::bind
