#include "results.hpp"

#include "convert.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

double number(std::size_t count) { return static_cast<double>(count); }

val to_js(const ReliabilityBin& bin) {
    val out = val::object();
    out.set("meanConfidence", bin.mean_confidence);
    out.set("shareRight", bin.share_right);
    out.set("cells", bin.cells);
    return out;
}

val to_js(const ClassMetrics& one) {
    val out = val::object();
    out.set("code", one.code);
    out.set("support", one.support);
    out.set("predicted", one.predicted);
    out.set("recall", bind::to_js(one.recall));
    out.set("precision", one.precision);
    out.set("f1", one.f1);
    return out;
}

val to_js(const ClassSummary& one) {
    val out = val::object();
    out.set("code", one.code);
    out.set("cells", one.cells);
    out.set("meanProbability", one.mean_probability);
    out.set("meanEntropy", one.mean_entropy);
    return out;
}

val to_js(const Interval& interval) { return bind::to_js(interval); }
val to_js(const Scores& scores) { return bind::to_js(scores); }

// Below all that it may call: the core's types live elsewhere, so that a template finds only what is declared before it.
template <typename Item> val list_of(const std::vector<Item>& items) {
    val list = val::array();
    for (const Item& item : items) list.call<void>("push", to_js(item));
    return list;
}

void set_species(val& out, const SpeciesVerdict& verdict) {
    out.set("species", std::string(name_of(verdict.species)));
    out.set("why", verdict.why);
    val genomes = val::array();
    for (std::size_t i = 0; i < verdict.genomes.size(); ++i) {
        val genome = val::object();
        genome.set("species", std::string(name_of(verdict.genomes[i])));
        genome.set("genes", number(verdict.genes_of[i]));
        genomes.call<void>("push", genome);
    }
    out.set("genomes", genomes);
}

}  // namespace

val to_js(const GenesVerdict& verdict) {
    val out = val::object();
    set_species(out, verdict.species);
    out.set("genes", number(verdict.genes));
    out.set("mitochondrial_genes", number(verdict.mitochondrial));
    out.set("ribosomal_genes", number(verdict.ribosomal));
    return out;
}

val to_js(const Matched& matched) {
    val by = val::object();
    by.set("ensembl", number(matched.map.by_ensembl));
    by.set("symbol", number(matched.map.by_symbol));
    by.set("folded", number(matched.map.by_folded));
    by.set("alias", number(matched.map.by_alias));
    val out = val::object();
    out.set("handle", number(matched.handle));
    out.set("found", number(matched.map.found));
    out.set("vocabulary", number(matched.map.vocabulary()));
    out.set("by", by);
    out.set("duplicates", number(matched.map.duplicates));
    set_species(out, matched.species);
    return out;
}

val to_js(const CellQuality& quality) {
    val out = val::object();
    out.set("totals", owned(quality.totals));
    out.set("detected", owned(quality.detected));
    out.set("mitochondrial", owned(quality.mitochondrial));
    out.set("genomes", owned(quality.genomes));
    return out;
}

val to_js(const Scores& scores) {
    val out = val::object();
    out.set("k", number(scores.k));
    out.set("top", owned(scores.top));
    out.set("probability", owned(scores.probability));
    out.set("entropy", owned(scores.entropy));
    out.set("rest", owned(scores.rest));
    out.set("restSquares", owned(scores.rest_squares));
    return out;
}

val to_js(const LinearPredictions& predictions) {
    val out = val::object();
    out.set("heads", list_of(predictions.heads));
    out.set("embedding", owned(predictions.embedding));
    out.set("dims", number(predictions.dims));
    return out;
}

val to_js(const EncodedCells& encoded) {
    val out = val::object();
    out.set("length", number(encoded.length));
    out.set("genes", owned(encoded.genes));
    out.set("values", owned(encoded.values));
    out.set("mask", owned(encoded.mask));
    out.set("lengths", owned(encoded.lengths));
    return out;
}

val to_js(const Components& components) {
    val out = val::object();
    out.set("mean", owned(components.mean));
    out.set("rotation", owned(components.rotation));
    out.set("explained", owned(components.explained));
    out.set("dims", number(components.dims));
    out.set("components", number(components.components));
    out.set("rows", components.rows);
    return out;
}

val to_js(const Distribution& d) {
    val out = val::object();
    out.set("min", d.min);
    out.set("q1", d.q1);
    out.set("median", d.median);
    out.set("q3", d.q3);
    out.set("max", d.max);
    out.set("mean", d.mean);
    out.set("edges", plain(d.edges));
    out.set("counts", plain(d.counts));
    return out;
}

val to_js(const Interval& interval) {
    val out = val::object();
    out.set("value", interval.value);
    out.set("low", interval.low);
    out.set("high", interval.high);
    return out;
}

val to_js(const Metrics& metrics) {
    val out = val::object();
    out.set("cells", metrics.cells);
    out.set("unpredicted", metrics.unpredicted);
    out.set("topK", list_of(metrics.top_k));
    out.set("balancedAccuracy", metrics.balanced_accuracy);
    out.set("macroF1", metrics.macro_f1);
    out.set("ece", metrics.ece);
    out.set("reliability", list_of(metrics.reliability));
    out.set("confusion", owned(metrics.confusion));
    out.set("perClass", list_of(metrics.per_class));
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
    out.set("pValue", comparison.p_value);
    return out;
}

val to_js(const HeadSummary& summary) {
    val out = val::object();
    out.set("cells", summary.cells);
    out.set("unpredicted", summary.unpredicted);
    out.set("meanProbability", summary.mean_probability);
    out.set("meanEntropy", summary.mean_entropy);
    out.set("meanEntropyNorm", summary.mean_entropy_norm);
    out.set("classes", list_of(summary.classes));
    return out;
}

val to_js(const ValueVerdict& verdict) {
    val out = val::object();
    out.set("kind", std::string(name_of(verdict.kind)));
    out.set("why", verdict.why);
    return out;
}

val to_js(const SurveyReport& report, std::size_t genes, std::size_t mitochondrial_genes) {
    val out = val::object();
    out.set("cells", report.cells);
    out.set("genes", number(genes));
    out.set("totals", to_js(report.totals));
    out.set("detected", to_js(report.detected));
    out.set("mitochondrial", to_js(report.mitochondrial));
    out.set("mitochondrialGenes", number(mitochondrial_genes));
    out.set("emptyCells", report.empty_cells);
    return out;
}

}  // namespace phenolens::bind
