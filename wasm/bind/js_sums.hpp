#pragma once

#include <emscripten/val.h>

#include <variant>

#include "count_sums.hpp"
#include "js_analysis.hpp"

namespace phenolens::bind {

/// Sums over cells that one pass gathers, as JavaScript sees them: of one kind, chosen at the start. phenolens_core.d.ts says what each method takes and gives.
class JsSums {
public:
    emscripten::val start(emscripten::val options);
    emscripten::val add(JsAnalysis& analysis, emscripten::val options);
    emscripten::val state();
    emscripten::val merge(emscripten::val state);
    emscripten::val variable_genes(emscripten::val options);

private:
    template <typename Sums>
    Sums& gathered();

    std::variant<std::monostate, CountSums> sums_;
};

/// Five qualities of the loaded block's cells.
emscripten::val cell_quality(JsAnalysis& analysis);
emscripten::val outlier_limits(emscripten::val options);

}  // namespace phenolens::bind
