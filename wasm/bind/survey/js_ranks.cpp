#include "bind/survey/js_ranks.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "survey/group_tests.hpp"

namespace phenolens::bind {

using emscripten::val;

val JsRanks::start(val options) {
    return guard([&] {
        const Options o(options, "start", {"from", "to", "cells"});
        ranks_ = GeneRanks();
        ranks_ = GeneRanks(o.size("from"), o.size("to"), o.array<double>("cells"));
        return val::null();
    });
}

val JsRanks::add(val part) {
    return guard([&] {
        ranks_.add(copy_numbers<std::uint8_t>(part, "values to be ranked"));
        return val::null();
    });
}

val JsRanks::tests() {
    return guard([&] {
        const RankTests found = ranks_.tests();
        val out = val::object();
        out.set("z", owned(found.z));
        out.set("auc", owned(found.auc));
        return out;
    });
}

val rank_parts(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "rank_parts", {"groups", "bounds"});
        const Analysis& of = analysis.inner();
        val out = val::array();
        for (const auto& part :
             phenolens::rank_parts(of.block(), of.kind(), o.array<std::int32_t>("groups"), o.array<std::int32_t>("bounds")))
            out.call<void>("push", owned(part));
        return out;
    });
}

val normal_tests(val z) {
    return guard([&] {
        const auto found = phenolens::normal_tests(copy_numbers<double>(z, "scores"));
        val out = val::object();
        out.set("p", owned(found.p));
        out.set("q", owned(found.q));
        return out;
    });
}

}  // namespace phenolens::bind
