#pragma once

#include <emscripten/val.h>

#include <optional>

#include "explain/attribution.hpp"

namespace phenolens::bind {

/// Sums of attributions as JavaScript sees them: states of lanes merged, then reported group by group.
class JsAttribution {
public:
    emscripten::val merge(emscripten::val state);
    emscripten::val report(double group, emscripten::val options);

private:
    std::optional<AttributionSums> sums_;
};

}  // namespace phenolens::bind
