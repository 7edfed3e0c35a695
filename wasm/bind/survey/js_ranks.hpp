#pragma once

#include <emscripten/val.h>

#include "bind/js_analysis.hpp"
#include "survey/gene_ranks.hpp"

namespace phenolens::bind {

/// A run of genes' values over all cells, to be ranked; phenolens_survey.d.ts says what each method takes and gives.
class JsRanks {
public:
    emscripten::val start(emscripten::val options);
    emscripten::val add(emscripten::val part);
    emscripten::val tests();

private:
    GeneRanks ranks_;
};

emscripten::val rank_parts(JsAnalysis& analysis, emscripten::val options);
emscripten::val normal_tests(emscripten::val z);

}  // namespace phenolens::bind
