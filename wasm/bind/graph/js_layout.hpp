#pragma once

#include <emscripten/val.h>

#include <optional>

#include "graph/umap.hpp"

namespace phenolens::bind {

/// A UMAP layout as JavaScript sees it: started once, then settled step by step. phenolens_core.d.ts says what each takes and gives.
class JsLayout {
public:
    emscripten::val start(emscripten::val options);
    emscripten::val start_near(emscripten::val options);
    emscripten::val step(double epochs);

private:
    std::optional<Umap> umap_;
};

}  // namespace phenolens::bind
