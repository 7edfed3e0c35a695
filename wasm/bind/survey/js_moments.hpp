#pragma once

#include <emscripten/val.h>

#include "bind/js_analysis.hpp"

namespace phenolens::bind {

/// Per-gene moments that an Analysis gathered; phenolens_core.d.ts says what it gives.
emscripten::val gene_moments(JsAnalysis& analysis);

}  // namespace phenolens::bind
