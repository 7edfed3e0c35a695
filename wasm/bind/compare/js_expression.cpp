#include "bind/compare/js_expression.hpp"

#include "bind/base/guard.hpp"
#include "bind/compare/asked.hpp"
#include "compare/camera.hpp"

namespace phenolens::bind {

using emscripten::val;

namespace {

/// Sets of genes as options hold them.
struct SetsAsked {
    explicit SetsAsked(const Options& o)
        : members(o.array<std::int32_t>("members")), starts(o.array<std::int32_t>("starts")),
          correlation(o.has("correlation") ? o.number("correlation") : kSetCorrelation) {}

    GeneSetPlaces places() const { return {members, starts}; }

    std::vector<std::int32_t> members, starts;
    double correlation;
};

val to_js(const CameraTests& tests) {
    val out = val::object();
    out.set("genes", owned(tests.genes));
    out.set("correlation", owned(tests.correlation));
    out.set("up", owned(tests.up));
    out.set("p", owned(tests.p));
    out.set("q", owned(tests.q));
    return out;
}

}  // namespace

val filter_by_expr(val options) {
    return guard([&] {
        const Options o(options, "filter_by_expr", {"samples", "design", "columns", "genes", "counts", "groups", "filter"});
        const CountsAsked asked(o);
        std::vector<std::uint8_t> kept(asked.counts().genes);
        for (const std::size_t gene : expressed_genes(asked.counts(), design_of(o), asked.options().group)) kept[gene] = 1;
        return owned(kept);
    });
}

val tmm(val options) {
    return guard([&] {
        const Options o(options, "tmm", {"samples", "genes", "counts"});
        return owned(tmm_factors(CountsAsked(o).counts()));
    });
}

val expression_tests(val options) {
    return guard([&] {
        const Options o(options, "expression_tests",
                        {"samples", "design", "columns", "genes", "counts", "groups", "filter", "sample_weights", "contrast"});
        const CountsAsked asked(o);
        const Design design = design_of(o);
        const PreparedCounts ready = prepare_counts(asked.counts(), design, asked.options());
        const ExpressionTests tests = phenolens::expression_tests(ready, design, o.array<double>("contrast"));
        val out = val::object();
        out.set("tested", owned(std::vector<std::int32_t>(ready.tested.begin(), ready.tested.end())));
        out.set("logFoldChange", owned(tests.log_fold_change));
        out.set("low", owned(tests.low));
        out.set("high", owned(tests.high));
        out.set("average", owned(tests.average));
        out.set("t", owned(tests.t));
        out.set("p", owned(tests.p));
        out.set("q", owned(tests.q));
        out.set("freedom", tests.freedom);
        out.set("residualFreedom", tests.residual_freedom);
        out.set("priorFreedom", tests.prior_freedom);
        out.set("librarySizes", owned(ready.library));
        out.set("factors", owned(ready.factor));
        out.set("sampleWeights", owned(ready.sample_weight));
        out.set("trendCount", owned(ready.voom.count));
        out.set("trendDeviation", owned(ready.voom.deviation));
        out.set("trendFitted", owned(ready.voom.trend));
        return out;
    });
}

val camera(val options) {
    return guard([&] {
        const Options o(options, "camera",
                        {"samples", "design", "columns", "genes", "counts", "groups", "filter", "sample_weights", "contrast", "members",
                         "starts", "correlation"});
        const CountsAsked asked(o);
        const SetsAsked sets(o);
        const Design design = design_of(o);
        const PreparedCounts ready = prepare_counts(asked.counts(), design, asked.options());
        return to_js(phenolens::camera(ready, design, o.array<double>("contrast"), sets.places(), sets.correlation));
    });
}

val camera_preranked(val options) {
    return guard([&] {
        const Options o(options, "camera_preranked", {"statistic", "members", "starts", "correlation", "ranks"});
        const SetsAsked sets(o);
        return to_js(phenolens::camera_preranked(o.array<double>("statistic"), sets.places(), sets.correlation, o.flag("ranks", false)));
    });
}

}  // namespace phenolens::bind
