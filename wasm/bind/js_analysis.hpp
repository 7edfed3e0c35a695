#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>

#include "analysis.hpp"

namespace phenolens::bind {

/// The model that a handle from JavaScript names. Throws Error(internal) for what no model was given as one.
std::size_t handle_of(double handle);

/// Analysis as JavaScript sees it: options in, Results out. phenolens_core.d.ts says what each takes and gives.
class JsAnalysis {
public:
    emscripten::val set_genes(emscripten::val options);
    emscripten::val add_linear(emscripten::val options);
    emscripten::val add_encoder(emscripten::val options);
    emscripten::val add_reference(emscripten::val options);
    emscripten::val load(emscripten::val options);
    emscripten::val load_dense(emscripten::val options);
    emscripten::val thin(emscripten::val options);
    /// Embind takes no default arguments: `survey()` and `survey(options)` are two functions.
    emscripten::val survey();
    emscripten::val survey(emscripten::val options);
    emscripten::val predict(double handle);
    emscripten::val predict(double handle, emscripten::val options);
    emscripten::val decisions(double handle);
    emscripten::val token_counts(double handle);
    emscripten::val measured(double handle);
    emscripten::val encode(double handle, emscripten::val options);
    emscripten::val score(double handle, emscripten::val options);
    emscripten::val add_embedding(double handle, emscripten::val options);
    emscripten::val components(double handle, emscripten::val options);
    emscripten::val state();
    emscripten::val merge(emscripten::val state);
    emscripten::val report();

    /// For what reads the block loaded and the models.
    Analysis& inner() { return analysis_; }

    /// Another number for every Analysis, and after every set_genes: what an object was started on.
    std::uint64_t file() const { return file_; }

    /// The Analysis, for an object that was started on this file. Throws Error(internal) where it was another.
    Analysis& started_on(std::uint64_t file);

private:
    Analysis analysis_;
    std::uint64_t file_ = next_file();

    static std::uint64_t next_file();
};

}  // namespace phenolens::bind
