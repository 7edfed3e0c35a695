#include "bind/explain/js_enrichment.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/stats/results.hpp"
#include "explain/enrichment.hpp"

namespace phenolens::bind {

using emscripten::val;

/// Most random sets of a size that are made.
constexpr std::int64_t kMostPermutations = 1'000'000;

val over_representation(val options) {
    return guard([&] {
        const Options o(options, "over_representation", {"background", "drawn", "genes", "lengths"});
        const auto found = phenolens::over_representation(o.size("background"), o.array<std::int32_t>("drawn"),
                                                          {o.array<std::int32_t>("genes"), o.array<std::int32_t>("lengths")});
        val list = val::array();
        for (const auto& one : found) {
            val out = val::object();
            out.set("size", one.size);
            out.set("overlap", one.overlap);
            out.set("expected", one.expected);
            out.set("odds", to_js(one.odds));
            out.set("p", one.p);
            out.set("q", one.q);
            list.call<void>("push", out);
        }
        return list;
    });
}

val preranked(val options) {
    return guard([&] {
        const Options o(options, "preranked", {"scores", "genes", "lengths", "weight", "permutations", "seed"});
        const std::size_t permutations = o.size("permutations", kMostPermutations);
        if (permutations < 1) throw Error(ErrorCode::bad_input, "No random sets were asked for; from 1 to 1,000,000 can be made.");
        const auto found =
            phenolens::preranked(o.array<float>("scores"), {o.array<std::int32_t>("genes"), o.array<std::int32_t>("lengths")},
                                 {o.number("weight"), permutations, static_cast<std::uint64_t>(o.whole("seed"))});
        val list = val::array();
        for (const auto& one : found) {
            val out = val::object();
            out.set("size", one.size);
            out.set("es", one.es);
            out.set("nes", one.nes);
            out.set("p", one.p);
            out.set("q", one.q);
            out.set("leadingEdge", owned(one.leading_edge));
            list.call<void>("push", out);
        }
        return list;
    });
}

}  // namespace phenolens::bind
