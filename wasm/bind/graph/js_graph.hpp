#pragma once

#include <emscripten/val.h>

#include "graph/neighbors.hpp"

namespace phenolens::bind {

class Options;

/// Neighbours as options hold them: k, index and distance, row-major points x k.
Neighbors neighbors_in(const Options& o);

// Neighbours and communities; phenolens_survey.d.ts says what they take and give.
emscripten::val find_neighbors(emscripten::val options);
emscripten::val graph_edges(emscripten::val options);
emscripten::val cluster(emscripten::val options);
emscripten::val doublet_scores(emscripten::val options);
emscripten::val agreement(emscripten::val options);

}  // namespace phenolens::bind
