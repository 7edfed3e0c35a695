#include "bind/cells/js_quality.hpp"

#include <algorithm>

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "cells/quality.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

double marked(const std::vector<std::uint8_t>& flags) { return static_cast<double>(std::count(flags.begin(), flags.end(), 1)); }

}  // namespace

val cell_quality(JsAnalysis& analysis) {
    return guard([&] {
        const Analysis& of = analysis.inner();
        const auto quality = measure_quality(of.block(), of.mitochondrial(), of.kind());
        const auto composition = measure_composition(of.block(), of.ribosomal(), of.kind());
        val out = val::object();
        out.set("totals", owned(quality.totals));
        out.set("detected", owned(quality.detected));
        out.set("mitochondrial", owned(quality.mitochondrial));
        out.set("ribosomal", owned(composition.ribosomal));
        out.set("top50", owned(composition.largest));
        out.set("mitochondrialGenes", marked(of.mitochondrial()));
        out.set("ribosomalGenes", marked(of.ribosomal()));
        return out;
    });
}

val outlier_limits(val options) {
    return guard([&] {
        const Options o(options, "outlier_limits", {"values", "mads", "logarithmic"});
        const auto found = phenolens::outlier_limits(o.array<float>("values"), o.number("mads"), o.flag("logarithmic", false));
        val out = val::object();
        out.set("median", found.median);
        out.set("mad", found.mad);
        out.set("low", found.low);
        out.set("high", found.high);
        return out;
    });
}

}  // namespace phenolens::bind
