#include "js_sums.hpp"

#include <algorithm>
#include <utility>

#include "bytes.hpp"
#include "convert.hpp"
#include "error.hpp"
#include "guard.hpp"
#include "quality.hpp"
#include "variable_genes.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

std::vector<std::uint8_t> as_bytes(const std::vector<bool>& flags) { return {flags.begin(), flags.end()}; }

double marked(const std::vector<std::uint8_t>& flags) { return static_cast<double>(std::count(flags.begin(), flags.end(), 1)); }

val to_js(const VariableGenes& genes) {
    val out = val::object();
    out.set("mean", owned(genes.mean));
    out.set("spread", owned(genes.spread));
    out.set("score", owned(genes.score));
    return out;
}

}  // namespace

template <typename Sums>
Sums& JsSums::gathered() {
    if (auto* sums = std::get_if<Sums>(&sums_)) return *sums;
    throw Error(ErrorCode::internal, "Sums of another kind were gathered.");
}

val JsSums::start(val options) {
    return guard([&] {
        const Options o(options, "start", {"of", "genes"});
        const auto genes = static_cast<std::size_t>(o.whole("genes"));
        const std::string of = o.text("of");
        if (of == "counts") sums_ = CountSums(genes);
        else throw Error(ErrorCode::internal, "There are no sums of '" + of + "'.");
        return val::null();
    });
}

val JsSums::add(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "add", {"mask"});
        const auto mask = o.has("mask") ? o.array<std::uint8_t>("mask") : std::vector<std::uint8_t>();
        const Analysis& of = analysis.inner();
        gathered<CountSums>().add(of.block(), of.kind(), mask);
        return val::null();
    });
}

val JsSums::state() {
    return guard([&] {
        ByteWriter writer;
        gathered<CountSums>().write(writer);
        return owned(writer.take());
    });
}

val JsSums::merge(val state) {
    return guard([&] {
        const auto bytes = copy_numbers<std::uint8_t>(state, "state of sums");
        ByteReader reader(bytes);
        gathered<CountSums>().merge(CountSums::read(reader));
        if (!reader.at_end()) reader.fail();
        return val::null();
    });
}

val JsSums::variable_genes(val options) {
    return guard([&] {
        const Options o(options, "variable_genes", {"flavour"});
        const std::string flavour = o.text("flavour");
        const auto& sums = gathered<CountSums>();
        if (flavour == "seurat") return to_js(dispersion_scores(sums.normalized_mean(), sums.normalized_variance()));
        throw Error(ErrorCode::bad_input, "Variable genes are ranked by seurat, seurat_v3 or anova, not by '" + flavour + "'.");
    });
}

val cell_quality(JsAnalysis& analysis) {
    return guard([&] {
        const Analysis& of = analysis.inner();
        const auto ribosomal = as_bytes(ribosomal_genes(of.names()));
        const auto quality = measure_quality(of.block(), of.mitochondrial(), of.kind());
        const auto composition = measure_composition(of.block(), ribosomal, of.kind());
        val out = val::object();
        out.set("totals", owned(quality.totals));
        out.set("detected", owned(quality.detected));
        out.set("mitochondrial", owned(quality.mitochondrial));
        out.set("ribosomal", owned(composition.ribosomal));
        out.set("top50", owned(composition.largest));
        out.set("mitochondrialGenes", marked(of.mitochondrial()));
        out.set("ribosomalGenes", marked(ribosomal));
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
