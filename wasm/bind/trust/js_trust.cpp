#include "bind/trust/js_trust.hpp"

#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/base/record.hpp"
#include "bind/stats/results.hpp"
#include "bind/trust/kept.hpp"
#include "bind/trust/results.hpp"
#include "trust/ledger.hpp"
#include "trust/outcomes.hpp"
#include "trust/profiles.hpp"
#include "trust/training_profiles.hpp"
#include "trust/roc.hpp"
#include "trust/selective.hpp"
#include "trust/temperature.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

val metrics_to_js(const std::vector<Interval>& intervals) {
    val out = val::object();
    for (std::size_t m = 0; m < intervals.size(); ++m) out.set(kLedgerMetrics[m], to_js(intervals[m]));
    return out;
}

/// One model's cells as `compare_models` takes them.
Ledger ledger_of(const val& model, const std::vector<std::int32_t>& unit, std::size_t units) {
    const Options o(model, "A model of compare_models", {"truth", "classes", "first", "confidence", "rank", "probability", "brier"});
    const auto first = o.array<std::uint16_t>("first");
    const auto confidence = o.array<float>("confidence");
    const std::vector<float> none(first.size());
    const Outcomes outcomes{o.array<std::uint8_t>("rank"), o.array<float>("probability"), o.array<float>("brier"), 0, 0};
    if (outcomes.probability.size() != first.size() || outcomes.brier.size() != first.size() || confidence.size() != first.size())
        throw Error(ErrorCode::bad_input, "A model's outcomes do not fit each other in number.");
    Ledger ledger(units, o.size("classes"));
    ledger.add({1, first, confidence, none, {}, {}}, outcomes, o.array<std::int32_t>("truth"), unit);
    return ledger;
}

}  // namespace

val calibration(val options) {
    return guard([&] {
        const Options o(options, "calibration", {"confidence", "right", "probability", "brier"});
        const auto confidence = o.array<float>("confidence"), probability = o.array<float>("probability"), brier = o.array<float>("brier");
        const auto right = o.array<std::uint8_t>("right");
        return to_js(phenolens::calibration({confidence, right, probability, brier}));
    });
}

val fit_temperature(val options) {
    return guard([&] {
        const Options o(options, "fit_temperature", {"k", "top", "probability", "rest", "restSquares", "truth", "classes", "half"});
        const Kept kept(o);
        const std::size_t classes = o.size("classes");
        const Outcomes outcomes = phenolens::judge(kept.view(), o.array<std::int32_t>("truth"), classes);
        const TemperatureFit fit = phenolens::fit_temperature(kept.view(), outcomes, o.array<std::uint8_t>("half"), classes);
        val out = record({{"temperature", fit.temperature}, {"fittedCells", fit.fitted_cells}});
        out.set("before", to_js(fit.before));
        out.set("after", to_js(fit.after));
        return out;
    });
}

val risk_coverage(val options) {
    return guard([&] {
        const Options o(options, "risk_coverage", {"confidence", "right"});
        const RiskCoverage found = phenolens::risk_coverage(o.array<float>("confidence"), o.array<std::uint8_t>("right"));
        val out = record({{"cells", found.cells}, {"aurc", found.aurc}});
        out.set("curve", listed(found.curve, [](const CoveragePoint& at) {
                    return record({{"threshold", at.threshold}, {"cells", at.cells}, {"right", at.right}});
                }));
        return out;
    });
}

val roc(val options) {
    return guard([&] {
        const Options o(options, "roc", {"score", "positive", "clusters"});
        const auto clusters = o.has("clusters") ? o.array<std::int32_t>("clusters") : std::vector<std::int32_t>{};
        const Roc found = phenolens::roc(o.array<float>("score"), o.array<std::uint8_t>("positive"), clusters);
        val out = record({{"positives", found.positives}, {"negatives", found.negatives}, {"auprc", found.auprc}});
        out.set("auroc", to_js(found.auroc));
        return out;
    });
}

val profile_distances(val options) {
    return guard([&] {
        const Options o(options, "profile_distances", {"values", "code", "dims", "classes"});
        return owned(
            phenolens::profile_distances(o.array<float>("values"), o.array<std::uint16_t>("code"), o.size("dims"), o.size("classes")));
    });
}

val profile_outlyingness(val options) {
    return guard([&] {
        const Options o(options, "profile_outlyingness", {"values", "dims", "whitening", "means", "limits"});
        TrainingProfiles profiles;
        profiles.dims = o.size("dims");
        profiles.whitening = o.array<float>("whitening");
        profiles.means = o.array<float>("means");
        profiles.limits = o.array<float>("limits");
        return owned(outlyingness(o.array<float>("values"), profiles));
    });
}

val fit_profiles(val options) {
    return guard([&] {
        const Options o(options, "fit_profiles", {"values", "dims", "group", "weight", "fold"});
        const ProfileFit found = phenolens::fit_profiles(o.array<float>("values"), o.size("dims"), o.array<std::int32_t>("group"),
                                                         o.array<double>("weight"), o.array<std::int32_t>("fold"));
        val out = record({{"median", found.median}});
        out.set("groups", owned(found.profiles.groups));
        out.set("cells", owned(found.profiles.cells));
        out.set("dims", static_cast<double>(found.profiles.dims));
        out.set("whitening", owned(found.profiles.whitening));
        out.set("means", owned(found.profiles.means));
        out.set("limits", owned(found.profiles.limits));
        out.set("leftOut", owned(found.left_out));
        return out;
    });
}

val compare_models(val options) {
    return guard([&] {
        const Options o(options, "compare_models", {"models", "unit", "units"});
        const auto unit = o.array<std::int32_t>("unit");
        const std::size_t units = o.size("units");
        std::vector<Ledger> ledgers;
        const val list = o.list("models");
        for (std::size_t i = 0; i < list["length"].as<std::size_t>(); ++i) ledgers.push_back(ledger_of(list[i], unit, units));
        val out = val::object(), models = val::array(), pairs = val::array();
        for (std::size_t i = 0; i < ledgers.size(); ++i) {
            models.call<void>("push", metrics_to_js(metric_intervals(ledgers[i])));
            for (std::size_t j = i + 1; j < ledgers.size(); ++j) {
                val pair = record({{"first", static_cast<double>(i)}, {"second", static_cast<double>(j)}});
                const PairedDifference found = paired_difference(ledgers[i], ledgers[j]);
                pair.set("pValue", found.p_value);
                pair.set("differences", metrics_to_js(found.metrics));
                pairs.call<void>("push", pair);
            }
        }
        out.set("models", models);
        out.set("pairs", pairs);
        return out;
    });
}

}  // namespace phenolens::bind
