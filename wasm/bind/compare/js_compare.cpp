#include "bind/compare/js_compare.hpp"

#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "bind/base/guard.hpp"
#include "bind/compare/asked.hpp"
#include "compare/composition.hpp"
#include "compare/energy.hpp"

namespace phenolens::bind {

using emscripten::val;

namespace {

ShareTransform transform_of(const std::string& name) {
    if (name == "asin") return ShareTransform::asin;
    if (name == "logit") return ShareTransform::logit;
    throw Error(ErrorCode::bad_input, sentence("Shares are transformed by 'asin' or 'logit', not by '", name, "'."));
}

}  // namespace

val propeller(val options) {
    return guard([&] {
        const Options o(options, "propeller", {"samples", "design", "columns", "types", "cells", "contrasts", "transform"});
        const auto cells = o.array<double>("cells");
        const CompositionTests found = composition_tests({cells, o.size("types"), o.size("samples")}, design_of(o),
                                                         o.array<double>("contrasts"), transform_of(o.text("transform")));
        val out = val::object();
        out.set("shares", owned(found.shares));
        out.set("transformed", owned(found.transformed));
        out.set("effect", owned(found.effect));
        out.set("low", owned(found.low));
        out.set("high", owned(found.high));
        out.set("statistic", owned(found.statistic));
        out.set("p", owned(found.p));
        out.set("q", owned(found.q));
        out.set("freedom", found.freedom);
        out.set("priorFreedom", found.prior_freedom);
        return out;
    });
}

val energy_distance(val options) {
    return guard([&] {
        const Options o(options, "energy_distance",
                        {"dims", "values", "samples", "groups", "blocks", "permutations", "most_cells", "seed"});
        EnergyOptions asked;
        asked.permutations = o.size("permutations", 1'000'000);
        asked.most_cells = o.size("most_cells", 100'000);
        asked.seed = static_cast<std::uint64_t>(o.whole("seed"));
        const auto values = o.array<float>("values");
        const auto samples = o.array<std::int32_t>("samples"), groups = o.array<std::int32_t>("groups");
        const auto blocks = o.array<std::int32_t>("blocks");
        const EnergyTest found = phenolens::energy_distance(values, o.size("dims"), samples, groups, blocks, asked);
        val out = val::object();
        out.set("distance", found.distance);
        out.set("expected", found.expected);
        out.set("p", found.p);
        out.set("leastP", found.least_p);
        out.set("permutations", found.permutations);
        out.set("exact", found.is_exact);
        out.set("cells", owned(found.cells));
        out.set("between", owned(found.between));
        return out;
    });
}

}  // namespace phenolens::bind
