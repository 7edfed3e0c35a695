#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// Statistics of any numbers; phenolens_core.d.ts says what each takes and gives.
emscripten::val distribution(emscripten::val options);
emscripten::val principal_components(emscripten::val options);
emscripten::val project(emscripten::val options);
emscripten::val benjamini_hochberg(emscripten::val p);
emscripten::val spearman(emscripten::val options);
emscripten::val mean_interval(emscripten::val options);
emscripten::val wilson(double hits, double trials);
emscripten::val stratified_shares(emscripten::val options);
emscripten::val draw_order(emscripten::val options);
emscripten::val standing(emscripten::val options);
emscripten::val fit_line(emscripten::val options);
emscripten::val compare_slopes(emscripten::val options);
emscripten::val mean_difference(emscripten::val options);
emscripten::val kernel_density(emscripten::val options);

}  // namespace phenolens::bind
