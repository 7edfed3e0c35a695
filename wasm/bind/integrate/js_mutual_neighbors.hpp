#pragma once

#include <emscripten/val.h>

#include <optional>

#include "integrate/mutual_neighbors.hpp"

namespace phenolens::bind {

/// Integration by mutual nearest neighbours as JavaScript sees it. phenolens_integrate.d.ts says what each takes and gives.
class JsMutualNeighbors {
public:
    emscripten::val start(emscripten::val options);
    emscripten::val step();
    emscripten::val positions();

private:
    MutualNeighbors& started();

    std::optional<MutualNeighbors> mutual_;
};

}  // namespace phenolens::bind
