#include "bind/trust/js_metrics.hpp"

#include <optional>

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/base/record.hpp"
#include "bind/trust/kept.hpp"
#include "bind/trust/results.hpp"
#include "trust/outcomes.hpp"

namespace phenolens::bind {

using emscripten::val;

val evaluate(val options) {
    return guard([&] {
        const Options o(options, "evaluate", {"k", "top", "probability", "entropy", "truth", "classes"});
        const Predictions predictions(o);
        return to_js(phenolens::evaluate(predictions.view(), o.array<std::int32_t>("truth"), o.size("classes", kMostClasses)));
    });
}

val compare(val options) {
    return guard([&] {
        const Options o(options, "compare", {"first", "second", "truth"});
        return to_js(phenolens::compare(o.array<std::uint16_t>("first"), o.array<std::uint16_t>("second"), o.array<std::int32_t>("truth")));
    });
}

val summarize_head(val options) {
    return guard([&] {
        const Options o(options, "summarize_head", {"k", "top", "probability", "entropy", "classes", "selection"});
        const Predictions predictions(o);
        if (!o.has("selection")) return to_js(phenolens::summarize_head(predictions.view(), o.size("classes", kMostClasses), std::nullopt));
        const auto selection = o.array<std::uint32_t>("selection");
        return to_js(phenolens::summarize_head(predictions.view(), o.size("classes", kMostClasses), selection));
    });
}

val judge(val options) {
    return guard([&] {
        const Options o(options, "judge", {"k", "top", "probability", "rest", "restSquares", "truth", "classes"});
        const Kept kept(o);
        const Outcomes found = phenolens::judge(kept.view(), o.array<std::int32_t>("truth"), o.size("classes"));
        val out = record({{"cells", found.cells}, {"beyond", found.beyond}});
        out.set("rank", owned(found.rank));
        out.set("probability", owned(found.probability));
        out.set("brier", owned(found.brier));
        return out;
    });
}

val accept_subtypes(val options) {
    return guard([&] {
        const Options o(options, "accept_subtypes", {"k", "top", "truth", "classes", "accepts"});
        const auto top = o.array<std::uint16_t>("top");
        const auto truth = o.array<std::int32_t>("truth");
        const std::vector<float> none(truth.size());
        const PredictionView view{o.size("k"), top, none, none};
        return owned(phenolens::accept_subtypes(view, truth, o.size("classes"), o.array<std::uint8_t>("accepts")));
    });
}

val evaluate_ranked(val options) {
    return guard([&] {
        const Options o(options, "evaluate_ranked", {"k", "first", "confidence", "entropy", "rank", "truth", "classes"});
        const auto first = o.array<std::uint16_t>("first");
        const auto confidence = o.array<float>("confidence"), entropy = o.array<float>("entropy");
        const auto rank = o.array<std::uint8_t>("rank");
        return to_js(
            phenolens::evaluate_ranked({o.size("k"), first, confidence, entropy, rank}, o.array<std::int32_t>("truth"), o.size("classes")));
    });
}

}  // namespace phenolens::bind
