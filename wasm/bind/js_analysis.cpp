#include "bind/js_analysis.hpp"

#include <numeric>
#include <utility>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/exact.hpp"
#include "base/text.hpp"
#include "bind/analysis_results.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/stats/results.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

std::size_t handle_of(double handle) {
    if (!is_exact<std::int32_t>(handle) || handle < 0)
        throw Error(ErrorCode::internal, "A model's handle is the number that adding it returned.");
    return static_cast<std::size_t>(handle);
}

std::size_t size_of(const Options& o, const char* field) {
    const std::int64_t size = o.whole(field);
    if (!is_exact<std::int32_t>(size))
        throw Error(ErrorCode::bad_input, std::string("The option '") + field + "' is too large for one block.");
    return static_cast<std::size_t>(size);
}

std::vector<TensorInfo> tensors_of(const Options& o) {
    const val list = o.list("tensors");
    std::vector<TensorInfo> tensors;
    for (std::size_t i = 0; i < list["length"].as<std::size_t>(); ++i) {
        const Options tensor(list[i], "A tensor", {"name", "dtype", "shape", "offset"});
        tensors.push_back({tensor.text("name"), tensor.text("dtype"), tensor.numbers("shape"), tensor.number("offset")});
    }
    return tensors;
}

std::vector<std::int32_t> cells_of(const Options& o) {
    if (o.has("cells")) return o.array<std::int32_t>("cells");
    std::vector<std::int32_t> cells(size_of(o, "count"));
    std::iota(cells.begin(), cells.end(), static_cast<std::int32_t>(size_of(o, "first")));
    return cells;
}

AttributionCells explained_cells(const Options& o) {
    AttributionCells of;
    of.cells = o.array<std::int32_t>("cells");
    of.codes = o.array<std::int32_t>("codes");
    of.against = o.array<std::int32_t>("against");
    of.baselines = o.array<std::int32_t>("baselines");
    return of;
}

}  // namespace

val JsAnalysis::set_genes(val options) {
    return guard([&] {
        const Options o(options, "set_genes", {"ids", "alternatives", "values"});
        return to_js(analysis_.set_genes(o.text("ids"), o.texts("alternatives"), value_kind(o.text("values"))));
    });
}

val JsAnalysis::add_linear(val options) {
    return guard([&] {
        const Options o(options, "add_linear",
                        {"genes_tsv", "normalization", "scale", "target_sum", "weights", "tensors", "heads", "temperatures", "clusters",
                         "embedding_head"});
        if (o.has("scale") && o.text("scale") != "norm")
            throw Error(ErrorCode::model, "The model's rank-normal scale is '" + o.text("scale") + "'; only 'norm' is known.");
        const auto genes = o.text("genes_tsv");
        const auto weights = o.array<std::uint8_t>("weights");
        const std::size_t head = o.has("embedding_head") ? size_of(o, "embedding_head") : 0;
        const auto normalization = o.has("normalization") ? normalization_of(o.text("normalization")) : Normalization::rank_normal;
        const double target_sum = o.has("target_sum") ? o.number("target_sum") : 1e4;
        return to_js(analysis_.add_linear({genes, weights, tensors_of(o), o.numbers("heads"), o.numbers("temperatures"), head,
                                           normalization, target_sum, o.has("clusters") ? o.numbers("clusters") : std::vector<double>()}));
    });
}

val JsAnalysis::add_encoder(val options) {
    return guard([&] {
        const Options o(options, "add_encoder",
                        {"genes_tsv", "name", "max_genes", "target_sum", "scale", "edges", "bins", "heads", "temperatures"});
        EncodingSpec encoding{o.text("name"), o.number("max_genes")};
        if (o.has("target_sum")) encoding.target_sum = o.number("target_sum");
        if (o.has("scale")) encoding.scale = o.text("scale");
        if (o.has("edges")) encoding.edges = o.numbers("edges");
        if (o.has("bins")) encoding.bins = o.number("bins");
        const auto genes = o.text("genes_tsv");
        return to_js(analysis_.add_encoder({genes, std::move(encoding), o.numbers("heads"), o.numbers("temperatures")}));
    });
}

val JsAnalysis::known_columns(val options) {
    return guard([&] {
        const Options o(options, "known_columns", {"genes_tsv"});
        return owned(analysis_.known_columns(o.text("genes_tsv")));
    });
}

val JsAnalysis::load(val options) {
    return guard([&] {
        const Options o(options, "load", {"first", "cells", "genes", "indptr", "indices", "values"});
        CsrInput input{o.whole("first"),
                       size_of(o, "cells"),
                       size_of(o, "genes"),
                       o.array<std::int64_t>("indptr"),
                       o.array<std::int32_t>("indices"),
                       o.array<float>("values")};
        analysis_.load(std::move(input));
        return val::null();
    });
}

val JsAnalysis::load_dense(val options) {
    return guard([&] {
        const Options o(options, "load_dense", {"first", "cells", "genes", "values"});
        analysis_.load_dense(o.whole("first"), size_of(o, "cells"), size_of(o, "genes"), o.array<float>("values"));
        return val::null();
    });
}

val JsAnalysis::survey() { return survey(val::object()); }

val JsAnalysis::survey(val options) {
    return guard([&] {
        const Options o(options, "survey", {"genes"});
        return to_js(analysis_.survey(o.flag("genes", false)));
    });
}

val JsAnalysis::predict(double handle) {
    return guard([&] { return to_js(analysis_.predict(handle_of(handle))); });
}

val JsAnalysis::token_counts(double handle) {
    return guard([&] { return owned(analysis_.token_counts(handle_of(handle))); });
}

val JsAnalysis::encode(double handle, val options) {
    return guard([&] {
        const Options o(options, "encode", {"first", "count", "cells"});
        return to_js(analysis_.encode(handle_of(handle), cells_of(o)));
    });
}

val JsAnalysis::score(double handle, val options) {
    return guard([&] {
        const Options o(options, "score", {"head", "logits", "empty"});
        const auto empty = o.has("empty") ? o.array<std::uint8_t>("empty") : std::vector<std::uint8_t>();
        return to_js(analysis_.score(handle_of(handle), size_of(o, "head"), o.array<float>("logits"), empty));
    });
}

val JsAnalysis::add_embedding(double handle, val options) {
    return guard([&] {
        const Options o(options, "add_embedding", {"values", "dims"});
        analysis_.add_embedding(handle_of(handle), o.array<float>("values"), size_of(o, "dims"));
        return val::null();
    });
}

val JsAnalysis::components(double handle, val options) {
    return guard([&] {
        const Options o(options, "components", {"components"});
        return to_js(analysis_.components(handle_of(handle), size_of(o, "components")));
    });
}

val JsAnalysis::start_attribution(double handle, val options) {
    return guard([&] {
        const Options o(options, "start_attribution", {"head", "groups", "parts", "baselines"});
        auto baselines = o.has("baselines") ? o.array<float>("baselines") : std::vector<float>();
        return owned(analysis_.start_attribution(handle_of(handle), size_of(o, "head"), size_of(o, "groups"), size_of(o, "parts"),
                                                 std::move(baselines)));
    });
}

val JsAnalysis::linear_scores(double handle, val options) {
    return guard([&] {
        const Options o(options, "linear_scores", {"cells"});
        return owned(analysis_.linear_scores(handle_of(handle), o.array<std::int32_t>("cells")));
    });
}

val JsAnalysis::attribute_linear(val options) {
    return guard([&] {
        const Options o(options, "attribute_linear", {"cells", "groups", "parts", "codes", "against", "baselines"});
        const auto of = explained_cells(o);
        const auto logits = analysis_.attribute_linear(
            {of.cells, o.array<std::int32_t>("groups"), o.array<std::int32_t>("parts"), of.codes, of.against, of.baselines});
        val out = val::object();
        out.set("atCell", owned(logits.at_cell));
        out.set("atBaseline", owned(logits.at_baseline));
        return out;
    });
}

val JsAnalysis::attribution_rows(val options) {
    return guard([&] {
        const Options o(options, "attribution_rows", {"cells", "codes", "against", "baselines", "genes"});
        return owned(o.has("genes") ? analysis_.attribution_rows(explained_cells(o), o.array<std::int32_t>("genes"))
                                    : analysis_.attribution_rows(explained_cells(o)));
    });
}

val JsAnalysis::prune_linear(val options) {
    return guard([&] {
        const Options o(options, "prune_linear", {"cells", "codes", "against", "baselines", "rankings", "rows", "shares", "draws", "seed"});
        const auto draws = o.whole("draws");
        if (draws > 1000) throw Error(ErrorCode::bad_input, sentence(draws, " orders by chance were asked for; at most 1,000 are drawn."));
        const PruningPlan plan{o.array<float>("rankings"), o.array<std::int32_t>("rows"), o.numbers("shares"),
                               static_cast<std::size_t>(draws), static_cast<std::uint64_t>(o.whole("seed"))};
        const auto found = analysis_.prune_linear(explained_cells(o), plan);
        val out = val::object();
        out.set("orders", found.orders);
        out.set("whole", owned(found.whole));
        out.set("probability", owned(found.probability));
        out.set("kept", owned(found.kept));
        return out;
    });
}

val JsAnalysis::add_attributions(val options) {
    return guard([&] {
        const Options o(options, "add_attributions", {"groups", "parts", "lengths", "genes", "values"});
        const auto groups = o.array<std::int32_t>("groups"), parts = o.array<std::int32_t>("parts"),
                   lengths = o.array<std::int32_t>("lengths"), genes = o.array<std::int32_t>("genes");
        const auto values = o.array<float>("values");
        if (parts.size() != groups.size() || lengths.size() != groups.size() || values.size() != genes.size())
            throw Error(ErrorCode::internal, "Attributions are not said for every cell.");
        std::size_t at = 0;
        for (std::size_t cell = 0; cell < groups.size(); ++cell) {
            const auto length = static_cast<std::size_t>(lengths[cell]);
            if (groups[cell] < 0 || parts[cell] < 0 || lengths[cell] < 0 || length > genes.size() - at)
                throw Error(ErrorCode::internal, "Attributions are not said for every cell.");
            analysis_.attributions().add(static_cast<std::size_t>(groups[cell]), static_cast<std::size_t>(parts[cell]),
                                         {genes.data() + at, length}, {values.data() + at, length});
            at += length;
        }
        return val::null();
    });
}

val JsAnalysis::start_sets(val options) {
    return guard([&] {
        const Options o(options, "start_sets", {"top", "genes", "lengths"});
        const std::size_t top = o.has("top") ? size_of(o, "top") : AucellScorer::usual_top(analysis_.genes());
        analysis_.start_sets(top, {o.array<std::int32_t>("genes"), o.array<std::int32_t>("lengths")});
        return val(static_cast<double>(top));
    });
}

val JsAnalysis::score_sets() {
    return guard([&] { return owned(analysis_.score_sets()); });
}

val JsAnalysis::attribution_state() {
    return guard([&] {
        ByteWriter writer;
        analysis_.attributions().write(writer);
        return owned(writer.take());
    });
}

val JsAnalysis::state() {
    return guard([&] { return owned(analysis_.state()); });
}

val JsAnalysis::training_vocabulary() {
    return guard([&] { return val(analysis_.training_vocabulary()); });
}

val JsAnalysis::start_training(val options) {
    return guard([&] {
        const Options o(options, "start_training", {"genes_tsv", "normalization", "target_sum"});
        return owned(analysis_.start_training(o.text("genes_tsv"), normalization_of(o.text("normalization")),
                                              o.has("target_sum") ? o.number("target_sum") : 1e4));
    });
}

val JsAnalysis::training_part(val options) {
    return guard([&] {
        const Options o(options, "training_part", {"cells", "first_row"});
        return owned(analysis_.training_part(o.array<std::int32_t>("cells"), size_of(o, "first_row")));
    });
}

val JsAnalysis::merge(val state) {
    return guard([&] {
        analysis_.merge(copy_numbers<std::uint8_t>(state, "state of another lane"));
        return val::null();
    });
}

val JsAnalysis::report() {
    return guard([&] { return to_js(analysis_.report(), analysis_.genes(), analysis_.mitochondrial_genes()); });
}

val JsAnalysis::gene_moments() {
    return guard([&] {
        const GeneMoments& moments = analysis_.gene_moments();
        val out = val::object();
        out.set("cells", moments.cells());
        out.set("mean", owned(moments.mean()));
        out.set("variance", owned(moments.variance()));
        out.set("detected", owned(std::vector<float>(moments.detected().begin(), moments.detected().end())));
        return out;
    });
}

}  // namespace phenolens::bind
