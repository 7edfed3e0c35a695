#include "bind/train/js_training_scores.hpp"

#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {

using emscripten::val;

val JsTrainingScores::start(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "start", {"genes_tsv", "normalization", "target_sum"});
        const Analysis& of = analysis.inner();
        scores_.reset();
        file_ = analysis.file();
        scores_.emplace(of.names(), of.kind(), o.text("genes_tsv"), normalization_of(o.text("normalization")),
                        o.has("target_sum") ? o.number("target_sum") : 1e4);
        return owned(std::vector<std::int32_t>(scores_->genes().begin(), scores_->genes().end()));
    });
}

val JsTrainingScores::part(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "part", {"cells", "first_row"});
        if (!scores_) throw Error(ErrorCode::internal, "No training was started.");
        const Analysis& of = analysis.started_on(file_);
        return owned(scores_->part(of.block(), of.kind(), o.array<std::int32_t>("cells"), o.size("first_row")));
    });
}

val training_vocabulary(JsAnalysis& analysis) {
    return guard([&] { return val(write_vocabulary(analysis.inner().names())); });
}

}  // namespace phenolens::bind
