#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <optional>

#include "bind/js_analysis.hpp"
#include "explain/attribution_run.hpp"

namespace phenolens::bind {

/// Attributions as JavaScript sees them: started on a model of an Analysis and gathered block by block in lanes, or merged from lanes'
/// states and reported group by group. phenolens_core.d.ts says what each method takes and gives.
class JsAttribution {
public:
    emscripten::val start(JsAnalysis& analysis, double handle, emscripten::val options);
    emscripten::val explain(JsAnalysis& analysis, emscripten::val options);
    emscripten::val leave_out(JsAnalysis& analysis, emscripten::val options);
    emscripten::val rows(JsAnalysis& analysis, emscripten::val options);
    emscripten::val weights(JsAnalysis& analysis, emscripten::val options);
    emscripten::val prune(JsAnalysis& analysis, emscripten::val options);
    emscripten::val add(emscripten::val options);
    emscripten::val state();
    emscripten::val merge(emscripten::val state);
    emscripten::val merge_at(emscripten::val state, emscripten::val options);
    emscripten::val report(double group, emscripten::val options);

private:
    AttributionRun& run();
    AttributionSums& sums();

    /// The file and model explained, and the run; none where states are merged alone.
    std::uint64_t file_ = 0;
    std::size_t handle_ = 0;
    std::optional<AttributionRun> run_;
    std::optional<AttributionSums> merged_;
};

}  // namespace phenolens::bind
