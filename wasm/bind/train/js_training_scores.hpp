#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>

#include "bind/js_analysis.hpp"
#include "train/training_scores.hpp"

namespace phenolens::bind {

/// Cells scored to train on, as JavaScript sees it; phenolens_core.d.ts says what each method takes and gives.
class JsTrainingScores {
public:
    emscripten::val start(JsAnalysis& analysis, emscripten::val options);
    emscripten::val part(JsAnalysis& analysis, emscripten::val options);

private:
    std::uint64_t file_ = 0;
    std::optional<TrainingScores> scores_;
};

/// genes.tsv of a model trained on the Analysis's file.
emscripten::val training_vocabulary(JsAnalysis& analysis);

}  // namespace phenolens::bind
