#pragma once

#include <emscripten/val.h>

#include "analysis.hpp"

namespace phenolens::bind {

/// What an Analysis answers, as plain JavaScript objects; phenolens_core.d.ts declares their fields.
emscripten::val to_js(const GenesVerdict& verdict);
emscripten::val to_js(const Matched& matched);
emscripten::val to_js(const CellQuality& quality);
emscripten::val to_js(const Scores& scores);
emscripten::val to_js(const LinearPredictions& predictions);
emscripten::val to_js(const EncodedCells& encoded);

/// The survey with what is known of the genes.
emscripten::val to_js(const SurveyReport& report, std::size_t genes, std::size_t mitochondrial_genes);

}  // namespace phenolens::bind
