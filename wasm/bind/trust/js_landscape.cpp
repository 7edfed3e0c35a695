#include "bind/trust/js_landscape.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/base/record.hpp"
#include "bind/stats/results.hpp"
#include "stats/permutation.hpp"
#include "stats/standing.hpp"
#include "trust/depth.hpp"
#include "trust/landscape.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

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

/// What `standing` gave.
Standing standing_in(const Options& o, const std::string& of) {
    return {o.array<std::int32_t>((of + "Places").c_str()), o.array<std::uint32_t>((of + "Starts").c_str())};
}

}  // namespace

val landscape(val options) {
    return guard([&] {
        const Options o(options, "landscape",
                        {"value", "group", "groups", "unit", "depth", "valuePlaces", "valueStarts", "depthPlaces", "depthStarts", "most",
                         "permutations", "seed"});
        const auto value = o.array<float>("value");
        const auto group = o.array<std::int32_t>("group");
        const auto unit = o.has("unit") ? o.array<std::int32_t>("unit") : std::vector<std::int32_t>{};
        const auto seed = static_cast<std::uint64_t>(o.whole("seed"));
        const LandscapeOptions wanted{.groups = o.size("groups"), .most = o.number("most")};
        const Landscape found = phenolens::landscape(value, group, unit, wanted);
        const auto tests = tests_of(found, value, group, !unit.empty(), wanted.groups, o.size("permutations"), seed);
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

}  // namespace phenolens::bind
