#pragma once

#include <emscripten/val.h>

#include <string>

namespace phenolens::bind {

/// Functions without state, as JavaScript sees them. phenolens_core.d.ts says what each takes and gives.
std::string version();
emscripten::val judge_values(emscripten::val options);
emscripten::val share_proportional(emscripten::val options);
emscripten::val restore_values(emscripten::val options);
emscripten::val evaluate(emscripten::val options);
emscripten::val compare(emscripten::val options);
emscripten::val summarize_head(emscripten::val options);
emscripten::val distribution(emscripten::val options);
emscripten::val principal_components(emscripten::val options);
emscripten::val project(emscripten::val options);
emscripten::val over_representation(emscripten::val options);
emscripten::val benjamini_hochberg(emscripten::val p);
emscripten::val spearman(emscripten::val options);
emscripten::val preranked(emscripten::val options);
emscripten::val mean_interval(emscripten::val options);
emscripten::val inflate_chunks(emscripten::val options);

}  // namespace phenolens::bind
