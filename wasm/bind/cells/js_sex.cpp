#include "bind/cells/js_sex.hpp"

#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "cells/sex.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

const char* name_of(Sex sex) {
    switch (sex) {
    case Sex::female: return "female";
    case Sex::male: return "male";
    case Sex::unmeasured: return "unmeasured";
    case Sex::few: return "few";
    case Sex::mixed: return "mixed";
    case Sex::maybe_mixed: return "maybe-mixed";
    case Sex::both: return "both";
    }
    throw Error(ErrorCode::internal, "A verdict on sex has no name.");
}

}  // namespace

val sex_counts(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "sex_counts", {"genes"});
        const Analysis& of = analysis.inner();
        const auto counts = count_sex_genes(of.block(), o.array<std::uint8_t>("genes"), of.kind());
        val out = val::object();
        out.set("x", owned(counts.x));
        out.set("y", owned(counts.y));
        return out;
    });
}

val sex_of_cells(val options) {
    return guard([&] {
        const Options o(options, "sex_of_cells", {"x", "y"});
        const auto x = o.array<float>("x"), y = o.array<float>("y");
        if (x.size() != y.size()) throw Error(ErrorCode::internal, "Counts of sex genes are of different cells.");
        std::vector<std::uint8_t> codes(x.size());
        for (std::size_t i = 0; i < x.size(); ++i) codes[i] = static_cast<std::uint8_t>(sex_of_cell(x[i], y[i]));
        return owned(codes);
    });
}

val judge_sex(val options) {
    return guard([&] {
        const Options o(options, "judge_sex", {"x", "y", "totals", "hasX", "hasY", "isOneDonor", "areCounts"});
        const SexOptions asked{o.flag("hasX", false), o.flag("hasY", false), o.flag("isOneDonor", false), o.flag("areCounts", true)};
        const auto found = phenolens::judge_sex(o.array<float>("x"), o.array<float>("y"), o.array<float>("totals"), asked);
        val out = val::object();
        out.set("verdict", std::string(name_of(found.sex)));
        out.set("cells", static_cast<double>(found.cells));
        out.set("x", found.x);
        out.set("y", found.y);
        out.set("total", found.total);
        out.set("xOnly", static_cast<double>(found.x_only));
        out.set("yOnly", static_cast<double>(found.y_only));
        out.set("both", static_cast<double>(found.both));
        out.set("expectedBoth", found.expected_both);
        out.set("pExclusive", found.p_exclusive);
        return out;
    });
}

}  // namespace phenolens::bind
