#pragma once

#include <emscripten/val.h>

#include <optional>

#include "integrate/harmony.hpp"

namespace phenolens::bind {

/// Harmony as JavaScript sees it: started once, then step by step. phenolens_integrate.d.ts says what each takes and gives.
class JsHarmony {
public:
    emscripten::val start(emscripten::val options);
    emscripten::val step();
    emscripten::val positions();
    emscripten::val objectives();

private:
    Harmony& started();

    std::optional<Harmony> harmony_;
};

}  // namespace phenolens::bind
