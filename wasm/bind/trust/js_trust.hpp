#pragma once

#include <emscripten/val.h>

namespace phenolens::bind {

// How far to trust a model; phenolens_core.d.ts says what each takes and gives.
emscripten::val calibration(emscripten::val options);
emscripten::val fit_temperature(emscripten::val options);
emscripten::val risk_coverage(emscripten::val options);
emscripten::val roc(emscripten::val options);
emscripten::val profile_distances(emscripten::val options);
emscripten::val profile_outlyingness(emscripten::val options);
emscripten::val fit_profiles(emscripten::val options);
emscripten::val compare_models(emscripten::val options);

}  // namespace phenolens::bind
