#include "js_trust.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "convert.hpp"
#include "guard.hpp"
#include "results.hpp"
#include "stats/permutation.hpp"
#include "stats/standing.hpp"
#include "stats/trend.hpp"
#include "trust/calibration.hpp"
#include "trust/depth.hpp"
#include "trust/landscape.hpp"
#include "trust/ledger.hpp"
#include "trust/outcomes.hpp"
#include "trust/profiles.hpp"
#include "trust/roc.hpp"
#include "trust/selective.hpp"
#include "trust/temperature.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

/// An object of numbers by name.
val record(std::initializer_list<std::pair<const char*, double>> fields) {
    val out = val::object();
    for (const auto& [name, value] : fields) out.set(name, value);
    return out;
}

template <typename Items, typename Make> val listed(const Items& items, const Make& make) {
    val list = val::array();
    for (const auto& item : items) list.call<void>("push", make(item));
    return list;
}

std::size_t size_in(const Options& o, const char* field) {
    const std::int64_t size = o.whole(field);
    if (size > 2147483647) throw Error(ErrorCode::bad_input, sentence("The option '", field, "' is too large: ", size, "."));
    return static_cast<std::size_t>(size);
}

/// Everything kept of some cells' predictions for one head.
struct Kept {
    std::size_t k;
    std::vector<std::uint16_t> top;
    std::vector<float> probability, entropy, rest, rest_squares;

    explicit Kept(const Options& o)
        : k(size_in(o, "k")), top(o.array<std::uint16_t>("top")), probability(o.array<float>("probability")), rest(o.array<float>("rest")),
          rest_squares(o.array<float>("restSquares")) {
        // Nothing here asks for entropies; they give the number of cells.
        entropy.resize(rest.size());
    }

    PredictionView view() const { return {k, top, probability, entropy, rest, rest_squares}; }
};

val bins_to_js(const std::vector<ReliabilityBin>& bins) {
    return listed(bins, [](const ReliabilityBin& bin) {
        return record({{"meanConfidence", bin.mean_confidence}, {"shareRight", bin.share_right}, {"cells", bin.cells}});
    });
}

val calibration_to_js(const Calibration& found) {
    val out = record(
        {{"cells", found.cells}, {"eceWidth", found.ece_width}, {"eceMass", found.ece_mass}, {"nll", found.nll}, {"brier", found.brier}});
    out.set("width", bins_to_js(found.width));
    out.set("mass", bins_to_js(found.mass));
    return out;
}

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
    Ledger ledger(units, size_in(o, "classes"));
    ledger.add({1, first, confidence, none, {}, {}}, outcomes, o.array<std::int32_t>("truth"), unit);
    return ledger;
}

val group_to_js(const GroupSpread& one, const GroupTest& test, const DepthMatch* matched) {
    val out = record({{"cells", one.cells},
                      {"units", one.units},
                      {"q1", one.q1},
                      {"median", one.median},
                      {"q3", one.q3},
                      {"squares", one.squares},
                      {"difference", test.difference},
                      {"pValue", test.p_value},
                      {"adjusted", test.adjusted}});
    out.set("mean", to_js(one.mean));
    out.set("histogram", plain(one.histogram));
    out.set("matched", matched == nullptr ? val::null() : record({{"difference", matched->difference}, {"overlap", matched->overlap}}));
    return out;
}

val units_to_js(const std::vector<UnitMean>& units, const std::vector<UnitMean>* adjusted) {
    val list = val::array();
    for (std::size_t i = 0; i < units.size(); ++i) {
        const UnitMean& one = units[i];
        list.call<void>("push", record({{"group", one.group},
                                        {"unit", one.unit},
                                        {"cells", one.cells},
                                        {"mean", one.mean},
                                        {"adjusted", adjusted == nullptr ? one.mean : (*adjusted)[i].mean}}));
    }
    return list;
}

/// What is permuted: donors' means within groups, or the cells themselves.
std::vector<GroupTest> tests_of(const Landscape& found, const std::vector<float>& value, const std::vector<std::int32_t>& group,
                                bool has_units, std::size_t groups, std::size_t permutations, std::uint64_t seed) {
    std::vector<double> values;
    if (!has_units) {
        values.assign(value.begin(), value.end());
        return permutation_tests(values, group, groups, permutations, seed);
    }
    std::vector<std::int32_t> of;
    for (const UnitMean& unit : found.units) {
        values.push_back(unit.mean);
        of.push_back(unit.group);
    }
    return permutation_tests(values, of, groups, permutations, seed);
}

}  // namespace

val judge(val options) {
    return guard([&] {
        const Options o(options, "judge", {"k", "top", "probability", "rest", "restSquares", "truth", "classes"});
        const Kept kept(o);
        const Outcomes found = phenolens::judge(kept.view(), o.array<std::int32_t>("truth"), size_in(o, "classes"));
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
        const PredictionView view{size_in(o, "k"), top, none, none};
        return owned(phenolens::accept_subtypes(view, truth, size_in(o, "classes"), o.array<std::uint8_t>("accepts")));
    });
}

val evaluate_ranked(val options) {
    return guard([&] {
        const Options o(options, "evaluate_ranked", {"k", "first", "confidence", "entropy", "rank", "truth", "classes"});
        const auto first = o.array<std::uint16_t>("first");
        const auto confidence = o.array<float>("confidence"), entropy = o.array<float>("entropy");
        const auto rank = o.array<std::uint8_t>("rank");
        return to_js(phenolens::evaluate_ranked({size_in(o, "k"), first, confidence, entropy, rank}, o.array<std::int32_t>("truth"),
                                                size_in(o, "classes")));
    });
}

val calibration(val options) {
    return guard([&] {
        const Options o(options, "calibration", {"confidence", "right", "probability", "brier"});
        const auto confidence = o.array<float>("confidence"), probability = o.array<float>("probability"), brier = o.array<float>("brier");
        const auto right = o.array<std::uint8_t>("right");
        return calibration_to_js(phenolens::calibration({confidence, right, probability, brier}));
    });
}

val fit_temperature(val options) {
    return guard([&] {
        const Options o(options, "fit_temperature", {"k", "top", "probability", "rest", "restSquares", "truth", "classes", "half"});
        const Kept kept(o);
        const std::size_t classes = size_in(o, "classes");
        const Outcomes outcomes = phenolens::judge(kept.view(), o.array<std::int32_t>("truth"), classes);
        const TemperatureFit fit = phenolens::fit_temperature(kept.view(), outcomes, o.array<std::uint8_t>("half"), classes);
        val out = record({{"temperature", fit.temperature}, {"fittedCells", fit.fitted_cells}});
        out.set("before", calibration_to_js(fit.before));
        out.set("after", calibration_to_js(fit.after));
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
        return owned(phenolens::profile_distances(o.array<float>("values"), o.array<std::uint16_t>("code"), size_in(o, "dims"),
                                                  size_in(o, "classes")));
    });
}

val compare_models(val options) {
    return guard([&] {
        const Options o(options, "compare_models", {"models", "unit", "units"});
        const auto unit = o.array<std::int32_t>("unit");
        const std::size_t units = size_in(o, "units");
        std::vector<Ledger> ledgers;
        const val list = o.list("models");
        for (std::size_t i = 0; i < list["length"].as<std::size_t>(); ++i) ledgers.push_back(ledger_of(list[i], unit, units));
        val out = val::object(), models = val::array(), pairs = val::array();
        for (std::size_t i = 0; i < ledgers.size(); ++i) {
            models.call<void>("push", metrics_to_js(metric_intervals(ledgers[i])));
            for (std::size_t j = i + 1; j < ledgers.size(); ++j) {
                val pair = record({{"first", static_cast<double>(i)}, {"second", static_cast<double>(j)}});
                pair.set("pValue", difference_p(ledgers[i], ledgers[j]));
                pair.set("differences", metrics_to_js(difference_intervals(ledgers[i], ledgers[j])));
                pairs.call<void>("push", pair);
            }
        }
        out.set("models", models);
        out.set("pairs", pairs);
        return out;
    });
}

val wilson(double hits, double trials) {
    return guard([&] { return to_js(phenolens::wilson(hits, trials)); });
}

val standing(val options) {
    return guard([&] {
        const Options o(options, "standing", {"values"});
        const Standing found = phenolens::standing(o.array<float>("values"));
        val out = val::object();
        out.set("places", owned(found.places));
        out.set("starts", owned(found.starts));
        return out;
    });
}

/// What `standing` gave.
Standing standing_in(const Options& o, const std::string& of) {
    return {o.array<std::int32_t>((of + "Places").c_str()), o.array<std::uint32_t>((of + "Starts").c_str())};
}

val landscape(val options) {
    return guard([&] {
        const Options o(options, "landscape",
                        {"value", "group", "groups", "unit", "depth", "valuePlaces", "valueStarts", "depthPlaces", "depthStarts", "most",
                         "permutations", "seed"});
        const auto value = o.array<float>("value");
        const auto group = o.array<std::int32_t>("group");
        const auto unit = o.has("unit") ? o.array<std::int32_t>("unit") : std::vector<std::int32_t>{};
        const auto seed = static_cast<std::uint64_t>(o.whole("seed"));
        const LandscapeOptions wanted{.groups = size_in(o, "groups"), .most = o.number("most")};
        const Landscape found = phenolens::landscape(value, group, unit, wanted);
        const auto tests = tests_of(found, value, group, !unit.empty(), wanted.groups, size_in(o, "permutations"), seed);
        val out = val::object(), groups = val::array();
        if (!o.has("depth")) {
            for (std::size_t g = 0; g < wanted.groups; ++g) groups.call<void>("push", group_to_js(found.groups[g], tests[g], nullptr));
            out.set("units", units_to_js(found.units, nullptr));
            out.set("depth", val::null());
        } else {
            const Depth depth =
                match_depth(value, o.array<float>("depth"), group, wanted.groups, standing_in(o, "value"), standing_in(o, "depth"));
            for (std::size_t g = 0; g < wanted.groups; ++g)
                groups.call<void>("push", group_to_js(found.groups[g], tests[g], &depth.groups[g]));
            const Means adjusted = means_of(depth.adjusted, group, unit, wanted.groups);
            // Cells without a depth could leave a donor out.
            out.set("units", units_to_js(found.units, adjusted.units.size() == found.units.size() ? &adjusted.units : nullptr));
            val told = record({{"correlation", depth.correlation}});
            told.set("bins", listed(depth.bins, [](const DepthBin& bin) {
                         return record({{"cells", bin.cells}, {"meanDepth", bin.mean_depth}, {"meanValue", bin.mean_value}});
                     }));
            told.set("groups", listed(adjusted.groups, [](const GroupMean& one) {
                         return record({{"cells", one.cells}, {"mean", one.mean}, {"squares", one.squares}});
                     }));
            out.set("depth", told);
        }
        out.set("groups", groups);
        return out;
    });
}

val fit_line(val options) {
    return guard([&] {
        const Options o(options, "fit_line", {"x", "count", "mean", "squares"});
        const Line line = phenolens::fit_line(o.numbers("x"), o.numbers("count"), o.numbers("mean"), o.numbers("squares"));
        return record({{"points", line.points},
                       {"slope", line.slope},
                       {"intercept", line.intercept},
                       {"error", line.error},
                       {"low", line.low},
                       {"high", line.high},
                       {"pValue", line.p_value},
                       {"r", line.r}});
    });
}

val compare_slopes(val options) {
    return guard([&] {
        const Options o(options, "compare_slopes", {"x1", "y1", "x2", "y2"});
        const SlopeDifference found = phenolens::compare_slopes(o.numbers("x1"), o.numbers("y1"), o.numbers("x2"), o.numbers("y2"));
        return record({{"difference", found.difference},
                       {"error", found.error},
                       {"low", found.low},
                       {"high", found.high},
                       {"pValue", found.p_value}});
    });
}

}  // namespace phenolens::bind
