#include "bind/stats/js_statistics.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/base/record.hpp"
#include "bind/stats/results.hpp"
#include "stats/density.hpp"
#include "stats/mean_difference.hpp"
#include "stats/mean_interval.hpp"
#include "stats/draw_order.hpp"
#include "stats/standing.hpp"
#include "stats/statistics.hpp"
#include "stats/stratified.hpp"
#include "stats/trend.hpp"

namespace phenolens::bind {

using emscripten::val;

val distribution(val options) {
    return guard([&] {
        const Options o(options, "distribution", {"values", "bins"});
        return to_js(distribution_of(o.array<float>("values"), o.size("bins")));
    });
}

val principal_components(val options) {
    return guard([&] {
        const Options o(options, "principal_components", {"rows", "dims", "values", "components"});
        const auto values = o.array<float>("values");
        const auto rows = o.size("rows"), dims = o.size("dims");
        if (dims == 0 || dims > 4096 || o.number("rows") * o.number("dims") != static_cast<double>(values.size())) {
            throw Error(ErrorCode::bad_input,
                        sentence(values.size(), " values are not ", rows, " rows of ", dims, " dimensions (at most 4,096)."));
        }
        Covariance covariance(dims);
        for (std::size_t row = 0; row < rows; ++row) covariance.add({values.data() + row * dims, dims});
        return to_js(leading_components(covariance, o.size("components")));
    });
}

val project(val options) {
    return guard([&] {
        const Options o(options, "project", {"rows", "values", "mean", "rotation"});
        const auto values = o.array<float>("values"), mean = o.array<float>("mean");
        if (o.number("rows") * static_cast<double>(mean.size()) != static_cast<double>(values.size())) {
            throw Error(ErrorCode::bad_input,
                        sentence(values.size(), " values are not ", o.number("rows"), " rows of ", mean.size(), " dimensions."));
        }
        return owned(phenolens::project(values, mean, o.array<float>("rotation")));
    });
}

val benjamini_hochberg(val p) {
    return guard([&] { return owned(phenolens::benjamini_hochberg(copy_numbers<double>(p, "p values"))); });
}

val spearman(val options) {
    return guard([&] {
        const Options o(options, "spearman", {"first", "second"});
        const auto first = o.array<float>("first"), second = o.array<float>("second");
        return val(phenolens::spearman(std::vector<double>(first.begin(), first.end()), std::vector<double>(second.begin(), second.end())));
    });
}

val mean_interval(val options) {
    return guard([&] {
        const Options o(options, "mean_interval", {"values", "units"});
        const auto units = o.has("units") ? o.array<std::int32_t>("units") : std::vector<std::int32_t>();
        return to_js(phenolens::mean_interval(o.array<float>("values"), units));
    });
}

val wilson(double hits, double trials) {
    return guard([&] { return to_js(phenolens::wilson(hits, trials)); });
}

val stratified_shares(val options) {
    return guard([&] {
        const Options o(options, "stratified_shares", {"sizes", "drawn", "hits"});
        const auto sizes = o.array<double>("sizes"), drawn = o.array<double>("drawn"), hits = o.array<double>("hits");
        if (sizes.size() != drawn.size() || (sizes.empty() ? !hits.empty() : hits.size() % sizes.size() != 0))
            throw Error(ErrorCode::bad_input, sentence(hits.size(), " hits are not those of ", sizes.size(), " strata, of which ",
                                                       drawn.size(), " were drawn from."));
        std::vector<Interval> shares;
        std::vector<Stratum> strata(sizes.size());
        for (std::size_t at = 0; at < hits.size(); at += sizes.size()) {
            for (std::size_t s = 0; s < sizes.size(); ++s) strata[s] = {sizes[s], drawn[s], hits[at + s]};
            shares.push_back(stratified_share(strata));
        }
        return listed(shares, [](const Interval& share) { return to_js(share); });
    });
}

val draw_order(val options) {
    return guard([&] {
        const Options o(options, "draw_order", {"labels", "values", "dims", "most", "seed"});
        const auto labels = o.array<std::int32_t>("labels");
        const auto values = o.array<float>("values");
        const DrawOrder found =
            phenolens::draw_order(labels, values, o.size("dims"), o.size("most"), static_cast<std::uint64_t>(o.whole("seed")));
        val out = val::object();
        out.set("order", owned(found.order));
        out.set("stratum", owned(found.stratum));
        out.set("strata", static_cast<double>(found.strata));
        return out;
    });
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

val mean_difference(val options) {
    return guard([&] {
        const Options o(options, "mean_difference", {"first", "second", "isPaired"});
        const MeanDifference found = phenolens::mean_difference(o.numbers("first"), o.numbers("second"), o.flag("isPaired", false));
        return record({{"difference", found.difference.value},
                       {"low", found.difference.low},
                       {"high", found.difference.high},
                       {"t", found.t},
                       {"freedom", found.freedom},
                       {"p", found.p}});
    });
}

val kernel_density(val options) {
    return guard([&] {
        const Options o(options, "kernel_density", {"values", "places"});
        return owned(phenolens::kernel_density(o.array<float>("values"), o.array<double>("places")));
    });
}

}  // namespace phenolens::bind
