#pragma once

#include <emscripten/val.h>

#include "analysis.hpp"
#include "read/value_verdict.hpp"
#include "trust/head_summary.hpp"
#include "trust/metrics.hpp"

namespace phenolens::bind {

/// What the core answers, as plain JavaScript objects; phenolens_core.d.ts declares their fields.
emscripten::val to_js(const GenesVerdict& verdict);
emscripten::val to_js(const Matched& matched);
emscripten::val to_js(const CellQuality& quality);
emscripten::val to_js(const Scores& scores);
emscripten::val to_js(const LinearPredictions& predictions);
emscripten::val to_js(const EncodedCells& encoded);
emscripten::val to_js(const Components& components);
emscripten::val to_js(const Distribution& distribution);
emscripten::val to_js(const Interval& interval);
emscripten::val to_js(const Metrics& metrics);
emscripten::val to_js(const Comparison& comparison);
emscripten::val to_js(const HeadSummary& summary);
emscripten::val to_js(const ValueVerdict& verdict);

/// The survey with what is known of the genes.
emscripten::val to_js(const SurveyReport& report, std::size_t genes, std::size_t mitochondrial_genes);

}  // namespace phenolens::bind
