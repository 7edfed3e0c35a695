#include "bind/trust/results.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/record.hpp"
#include "bind/stats/results.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

val bins_to_js(const std::vector<ReliabilityBin>& bins) {
    return listed(bins, [](const ReliabilityBin& bin) {
        return record({{"meanConfidence", bin.mean_confidence}, {"shareRight", bin.share_right}, {"cells", bin.cells}});
    });
}

val class_metrics_to_js(const ClassMetrics& one) {
    val out = val::object();
    out.set("code", one.code);
    out.set("support", one.support);
    out.set("predicted", one.predicted);
    out.set("recall", to_js(one.recall));
    out.set("precision", one.precision);
    out.set("f1", one.f1);
    return out;
}

val class_summary_to_js(const ClassSummary& one) {
    val out = val::object();
    out.set("code", one.code);
    out.set("cells", one.cells);
    out.set("meanProbability", one.mean_probability);
    out.set("meanEntropy", one.mean_entropy);
    return out;
}

}  // namespace

val to_js(const Metrics& metrics) {
    val out = val::object();
    out.set("cells", metrics.cells);
    out.set("unpredicted", metrics.unpredicted);
    out.set("topK", listed(metrics.top_k, [](const Interval& interval) { return to_js(interval); }));
    out.set("balancedAccuracy", metrics.balanced_accuracy);
    out.set("macroF1", metrics.macro_f1);
    out.set("ece", metrics.ece);
    out.set("reliability", bins_to_js(metrics.reliability));
    out.set("confusion", owned(metrics.confusion));
    out.set("perClass", listed(metrics.per_class, class_metrics_to_js));
    out.set("meanEntropyRight", metrics.mean_entropy_right);
    out.set("meanEntropyWrong", metrics.mean_entropy_wrong);
    out.set("aurocWrong", metrics.auroc_wrong);
    return out;
}

val to_js(const Comparison& comparison) {
    val out = val::object();
    out.set("cells", comparison.cells);
    out.set("bothRight", comparison.both_right);
    out.set("onlyFirst", comparison.only_first);
    out.set("onlySecond", comparison.only_second);
    out.set("neither", comparison.neither);
    return out;
}

val to_js(const HeadSummary& summary) {
    val out = val::object();
    out.set("cells", summary.cells);
    out.set("unpredicted", summary.unpredicted);
    out.set("meanProbability", summary.mean_probability);
    out.set("meanEntropy", summary.mean_entropy);
    out.set("meanEntropyNorm", summary.mean_entropy_norm);
    out.set("classes", listed(summary.classes, class_summary_to_js));
    return out;
}

val to_js(const Calibration& found) {
    val out = record(
        {{"cells", found.cells}, {"eceWidth", found.ece_width}, {"eceMass", found.ece_mass}, {"nll", found.nll}, {"brier", found.brier}});
    out.set("width", bins_to_js(found.width));
    out.set("mass", bins_to_js(found.mass));
    return out;
}

}  // namespace phenolens::bind
