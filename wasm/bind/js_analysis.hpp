#pragma once

#include <emscripten/val.h>

#include "analysis.hpp"

namespace phenolens::bind {

/// Analysis as JavaScript sees it: options in, Results out. phenolens_core.d.ts says what each takes and gives.
class JsAnalysis {
public:
    emscripten::val set_genes(emscripten::val options);
    emscripten::val add_linear(emscripten::val options);
    emscripten::val add_encoder(emscripten::val options);
    emscripten::val known_columns(emscripten::val options);
    emscripten::val load(emscripten::val options);
    emscripten::val load_dense(emscripten::val options);
    /// Embind takes no default arguments: `survey()` and `survey(options)` are two functions.
    emscripten::val survey();
    emscripten::val survey(emscripten::val options);
    emscripten::val predict(double handle);
    emscripten::val predict(double handle, emscripten::val options);
    emscripten::val decisions(double handle);
    emscripten::val token_counts(double handle);
    emscripten::val encode(double handle, emscripten::val options);
    emscripten::val score(double handle, emscripten::val options);
    emscripten::val add_embedding(double handle, emscripten::val options);
    emscripten::val components(double handle, emscripten::val options);
    emscripten::val start_attribution(double handle, emscripten::val options);
    emscripten::val linear_scores(double handle, emscripten::val options);
    emscripten::val attribute_linear(emscripten::val options);
    emscripten::val attribution_rows(emscripten::val options);
    emscripten::val prune_linear(emscripten::val options);
    emscripten::val add_attributions(emscripten::val options);
    emscripten::val start_sets(emscripten::val options);
    emscripten::val score_sets();
    emscripten::val attribution_state();
    emscripten::val training_vocabulary();
    emscripten::val start_training(emscripten::val options);
    emscripten::val training_part(emscripten::val options);
    emscripten::val state();
    emscripten::val merge(emscripten::val state);
    emscripten::val report();
    emscripten::val gene_moments();

    /// For sums kept elsewhere, which read the block loaded.
    const Analysis& inner() const { return analysis_; }

private:
    Analysis analysis_;
};

}  // namespace phenolens::bind
