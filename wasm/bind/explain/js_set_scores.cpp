#include "bind/explain/js_set_scores.hpp"

#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {

using emscripten::val;

val JsSetScores::start(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "start", {"top", "genes", "lengths"});
        const std::size_t genes = analysis.inner().names().genes();
        const std::size_t top = o.has("top") ? o.size("top") : AucellScorer::usual_top(genes);
        scorer_.reset();
        file_ = analysis.file();
        scorer_.emplace(genes, top, GeneSets{o.array<std::int32_t>("genes"), o.array<std::int32_t>("lengths")});
        return val(static_cast<double>(top));
    });
}

val JsSetScores::score(JsAnalysis& analysis) {
    return guard([&] {
        if (!scorer_) throw Error(ErrorCode::internal, "No sets of genes were given to score cells by.");
        return owned(scorer_->score(analysis.started_on(file_).block()));
    });
}

}  // namespace phenolens::bind
