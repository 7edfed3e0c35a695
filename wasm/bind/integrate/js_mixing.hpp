#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// How mixed batches are, and what is kept of types; phenolens_integrate.d.ts says what they take and give.
emscripten::val lisi(emscripten::val options);
emscripten::val kbet(emscripten::val options);
emscripten::val graph_connectivity(emscripten::val options);
emscripten::val silhouette(emscripten::val options);
emscripten::val own_type_shares(emscripten::val options);
emscripten::val crossing(emscripten::val options);

}  // namespace phenolens::bind
