#include "bind/train/js_training.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/stats/results.hpp"
#include "train/cross_validation.hpp"
#include "train/folds.hpp"
#include "train/logit_temperature.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

/// Most folds of a cross-validation.
constexpr std::int64_t kMostFolds = 1000;
/// Most genes whose scores are taken at once.
constexpr std::int64_t kMostGenes = 65536;

val held_out_to_js(const HeldOutScore& score) {
    val out = val::object();
    out.set("cells", score.cells);
    out.set("units", score.units);
    out.set("accuracy", to_js(score.accuracy));
    out.set("balancedAccuracy", to_js(score.balanced_accuracy));
    out.set("macroF1", to_js(score.macro_f1));
    out.set("majority", score.majority);
    return out;
}

}  // namespace

val stratified_folds(val options) {
    return guard([&] {
        const Options o(options, "stratified_folds", {"codes", "folds", "seed"});
        return owned(phenolens::stratified_folds(o.array<std::int32_t>("codes"), o.size("folds", kMostFolds),
                                                 static_cast<std::uint64_t>(o.whole("seed"))));
    });
}

val group_folds(val options) {
    return guard([&] {
        const Options o(options, "group_folds", {"codes", "groups", "folds"});
        return owned(phenolens::group_folds(o.array<std::int32_t>("codes"), o.array<std::int32_t>("groups"), o.size("folds", kMostFolds)));
    });
}

val balanced_sample(val options) {
    return guard([&] {
        const Options o(options, "balanced_sample", {"codes", "most", "seed"});
        return owned(
            phenolens::balanced_sample(o.array<std::int32_t>("codes"), o.size("most"), static_cast<std::uint64_t>(o.whole("seed"))));
    });
}

val cross_validate(val options) {
    return guard([&] {
        const Options o(options, "cross_validate", {"scores", "genes", "codes", "folds", "classes", "c"});
        SoftmaxOptions softmax;
        if (o.has("c")) softmax.c = o.number("c");
        const auto found = phenolens::cross_validate(o.array<float>("scores"), o.size("genes", kMostGenes), o.array<std::int32_t>("codes"),
                                                     o.array<std::int32_t>("folds"), o.size("classes", kMostClasses), softmax);
        val folds = val::array();
        for (const FoldScore& fold : found.folds) {
            val one = val::object();
            one.set("cells", fold.cells);
            one.set("accuracy", fold.accuracy);
            one.set("balancedAccuracy", fold.balanced_accuracy);
            one.set("macroF1", fold.macro_f1);
            folds.call<void>("push", one);
        }
        val out = val::object();
        out.set("folds", folds);
        out.set("all", held_out_to_js(found.all));
        out.set("predicted", owned(found.predicted));
        return out;
    });
}

val score_held_out(val options) {
    return guard([&] {
        const Options o(options, "score_held_out", {"truth", "predicted", "classes", "weights", "units"});
        const auto weights = o.has("weights") ? o.numbers("weights") : std::vector<double>();
        const auto units = o.has("units") ? o.array<std::int32_t>("units") : std::vector<std::int32_t>();
        return held_out_to_js(phenolens::score_held_out(o.array<std::int32_t>("truth"), o.array<std::int32_t>("predicted"),
                                                        o.size("classes", kMostClasses), weights, units));
    });
}

val fit_logit_temperature(val options) {
    return guard([&] {
        const Options o(options, "fit_logit_temperature", {"logits", "classes", "truth", "weights"});
        const auto weights = o.has("weights") ? o.numbers("weights") : std::vector<double>();
        const auto found = phenolens::fit_logit_temperature(o.array<float>("logits"), o.size("classes", kMostClasses),
                                                            o.array<std::int32_t>("truth"), weights);
        val out = val::object();
        out.set("value", found.value);
        out.set("before", found.before);
        out.set("after", found.after);
        return out;
    });
}

}  // namespace phenolens::bind
