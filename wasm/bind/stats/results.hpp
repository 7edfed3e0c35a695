#pragma once

#include <emscripten/val.h>

#include "stats/distribution.hpp"
#include "stats/intervals.hpp"
#include "stats/pca.hpp"

namespace phenolens::bind {

/// Statistics as plain JavaScript objects; phenolens_core.d.ts declares their fields.
emscripten::val to_js(const Components& components);
emscripten::val to_js(const Distribution& distribution);
emscripten::val to_js(const Interval& interval);

}  // namespace phenolens::bind
