#include "bind/analysis_results.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/record.hpp"
#include "bind/stats/results.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

void set_species(val& out, const SpeciesVerdict& verdict) {
    out.set("species", std::string(name_of(verdict.species)));
    out.set("why", verdict.why);
    val genomes = val::array();
    for (std::size_t i = 0; i < verdict.genomes.size(); ++i) {
        val genome = val::object();
        genome.set("species", std::string(name_of(verdict.genomes[i])));
        genome.set("genes", static_cast<double>(verdict.genes_of[i]));
        genomes.call<void>("push", genome);
    }
    out.set("genomes", genomes);
}

}  // namespace

val to_js(const GenesVerdict& verdict) {
    val out = val::object();
    set_species(out, verdict.species);
    out.set("genes", static_cast<double>(verdict.genes));
    out.set("mitochondrial_genes", static_cast<double>(verdict.mitochondrial));
    out.set("ribosomal_genes", static_cast<double>(verdict.ribosomal));
    return out;
}

val to_js(const Matched& matched) {
    val by = val::object();
    by.set("ensembl", static_cast<double>(matched.map.by_ensembl));
    by.set("symbol", static_cast<double>(matched.map.by_symbol));
    by.set("folded", static_cast<double>(matched.map.by_folded));
    by.set("alias", static_cast<double>(matched.map.by_alias));
    val out = val::object();
    out.set("handle", static_cast<double>(matched.handle));
    out.set("found", static_cast<double>(matched.map.found));
    out.set("vocabulary", static_cast<double>(matched.map.vocabulary()));
    out.set("by", by);
    out.set("duplicates", static_cast<double>(matched.map.duplicates));
    out.set("fitted", matched.is_fitted);
    out.set("carried", owned(matched.carried));
    set_species(out, matched.species);
    return out;
}

val to_js(const CellQuality& quality) {
    val out = val::object();
    out.set("totals", owned(quality.totals));
    out.set("detected", owned(quality.detected));
    out.set("mitochondrial", owned(quality.mitochondrial));
    out.set("whole", owned(quality.whole));
    out.set("genomes", owned(quality.genomes));
    return out;
}

val to_js(const Scores& scores) {
    val out = val::object();
    out.set("k", static_cast<double>(scores.k));
    out.set("top", owned(scores.top));
    out.set("probability", owned(scores.probability));
    out.set("entropy", owned(scores.entropy));
    out.set("rest", owned(scores.rest));
    out.set("restSquares", owned(scores.rest_squares));
    return out;
}

val to_js(const LinearPredictions& predictions) {
    val out = val::object();
    out.set("heads", listed(predictions.heads, [](const Scores& scores) { return to_js(scores); }));
    const auto matched = listed(predictions.matched, [](const MatchedClasses& one) {
        val head = val::object();
        head.set("counts", owned(one.counts));
        head.set("codes", owned(one.codes));
        return head;
    });
    if (!predictions.matched.empty()) out.set("matched", matched);
    if (!predictions.score.empty()) {
        out.set("score", owned(predictions.score));
        out.set("delta", owned(predictions.delta));
        out.set("overMedian", owned(predictions.over_median));
    }
    out.set("embedding", owned(predictions.embedding));
    out.set("dims", static_cast<double>(predictions.dims));
    out.set("meanCosine", owned(predictions.mean_cosine));
    return out;
}

val to_js(const EncodedCells& encoded) {
    val out = val::object();
    out.set("length", static_cast<double>(encoded.length));
    out.set("genes", owned(encoded.genes));
    out.set("values", owned(encoded.values));
    out.set("mask", owned(encoded.mask));
    out.set("lengths", owned(encoded.lengths));
    return out;
}

val to_js(const SurveyReport& report, std::size_t genes, std::size_t mitochondrial_genes) {
    val out = val::object();
    out.set("cells", report.cells);
    out.set("genes", static_cast<double>(genes));
    out.set("totals", to_js(report.totals));
    out.set("detected", to_js(report.detected));
    out.set("mitochondrial", to_js(report.mitochondrial));
    out.set("mitochondrialGenes", static_cast<double>(mitochondrial_genes));
    out.set("emptyCells", report.empty_cells);
    return out;
}

}  // namespace phenolens::bind
