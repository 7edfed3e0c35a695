#include "bind/survey/js_projection.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {

using emscripten::val;

val JsProjection::start(val options) {
    return guard([&] {
        const Options o(options, "start", {"genes", "chosen", "scale", "mean", "rotation"});
        scores_ = ChosenScores(o.size("genes"), o.array<std::int32_t>("chosen"), normalization_of(o.text("scale")));
        projection_ = CellProjection(o.array<float>("mean"), o.array<float>("rotation"));
        return val::null();
    });
}

val JsProjection::project(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "project", {"mask"});
        const auto mask = o.has("mask") ? o.array<std::uint8_t>("mask") : std::vector<std::uint8_t>();
        const Analysis& of = analysis.inner();
        return owned(projection_.project(score_cells(scores_, of.block(), of.kind(), mask)));
    });
}

}  // namespace phenolens::bind
