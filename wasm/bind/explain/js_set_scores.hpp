#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>

#include "bind/js_analysis.hpp"
#include "explain/aucell.hpp"

namespace phenolens::bind {

/// Cells scored by sets of the file's genes, as JavaScript sees it; phenolens_core.d.ts says what each method takes and gives.
class JsSetScores {
public:
    emscripten::val start(JsAnalysis& analysis, emscripten::val options);
    emscripten::val score(JsAnalysis& analysis);

private:
    std::uint64_t file_ = 0;
    std::optional<AucellScorer> scorer_;
};

}  // namespace phenolens::bind
