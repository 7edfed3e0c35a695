#pragma once

#include <emscripten/val.h>

#include <optional>

#include "train/linear_training.hpp"

namespace phenolens::bind {

/// A training sample and the models made of it, as JavaScript sees them; phenolens_core.d.ts says what each method takes and gives.
class JsTrainer {
public:
    emscripten::val start(emscripten::val options);
    emscripten::val add(emscripten::val part);
    emscripten::val fit(emscripten::val options);
    emscripten::val rank(emscripten::val options);
    emscripten::val logits(emscripten::val rows);
    emscripten::val map();
    emscripten::val composite(emscripten::val options);
    emscripten::val has_scores();

private:
    const TrainedMap& trained() const;

    TrainingSample sample_;
    std::optional<TrainedMap> map_;
};

}  // namespace phenolens::bind
