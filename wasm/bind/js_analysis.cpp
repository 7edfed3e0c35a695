#include "bind/js_analysis.hpp"

#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "base/exact.hpp"
#include "bind/analysis_results.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/stats/results.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

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
    std::vector<std::int32_t> cells(o.size("count"));
    std::iota(cells.begin(), cells.end(), static_cast<std::int32_t>(o.size("first")));
    return cells;
}

}  // namespace

std::size_t handle_of(double handle) {
    if (!is_exact<std::int32_t>(handle) || handle < 0)
        throw Error(ErrorCode::internal, "A model's handle is the number that adding it returned.");
    return static_cast<std::size_t>(handle);
}

std::uint64_t JsAnalysis::next_file() {
    static std::uint64_t files = 0;
    return ++files;
}

Analysis& JsAnalysis::started_on(std::uint64_t file) {
    if (file != file_) throw Error(ErrorCode::internal, "This was started on another file, matrix or set of models; start it again.");
    return analysis_;
}

val JsAnalysis::set_genes(val options) {
    return guard([&] {
        const Options o(options, "set_genes", {"ids", "alternatives", "values"});
        const auto verdict = analysis_.set_genes(o.text("ids"), o.texts("alternatives"), value_kind(o.text("values")));
        file_ = next_file();
        return to_js(verdict);
    });
}

val JsAnalysis::add_linear(val options) {
    return guard([&] {
        const Options o(options, "add_linear",
                        {"genes_tsv", "normalization", "scale", "target_sum", "weights", "tensors", "heads", "temperatures", "clusters",
                         "links", "ceiling", "as_written", "embedding_head", "panel"});
        if (o.has("scale") && o.text("scale") != "norm")
            throw Error(ErrorCode::model, "The model's rank-normal scale is '" + o.text("scale") + "'; only 'norm' is known.");
        const auto genes = o.text("genes_tsv");
        const auto weights = o.array<std::uint8_t>("weights");
        const std::size_t head = o.has("embedding_head") ? o.size("embedding_head") : 0;
        const auto normalization = o.has("normalization") ? normalization_of(o.text("normalization")) : Normalization::rank_normal;
        const double target_sum = o.has("target_sum") ? o.number("target_sum") : 1e4;
        const auto clusters = o.has("clusters") ? o.numbers("clusters") : std::vector<double>();
        const auto links = o.has("links") ? o.texts("links") : std::vector<std::string>();
        const double ceiling = o.has("ceiling") ? o.number("ceiling") : 0;
        const auto panel = o.has("panel") ? o.array<std::uint8_t>("panel") : std::vector<std::uint8_t>();
        return to_js(analysis_.add_linear({genes, weights, tensors_of(o), o.numbers("heads"), o.numbers("temperatures"), head,
                                           normalization, target_sum, clusters, links, ceiling, o.flag("as_written", false), panel}));
    });
}

val JsAnalysis::add_encoder(val options) {
    return guard([&] {
        const Options o(
            options, "add_encoder",
            {"genes_tsv", "name", "max_genes", "target_sum", "scale", "edges", "bins", "total", "heads", "temperatures", "as_written"});
        EncodingSpec encoding{o.text("name"), o.has("max_genes") ? o.number("max_genes") : 0};
        if (o.has("target_sum")) encoding.target_sum = o.number("target_sum");
        if (o.has("scale")) encoding.scale = o.text("scale");
        if (o.has("edges")) encoding.edges = o.numbers("edges");
        if (o.has("bins")) encoding.bins = o.number("bins");
        if (o.has("total")) encoding.total = o.text("total");
        const auto genes = o.text("genes_tsv");
        return to_js(analysis_.add_encoder(
            {genes, std::move(encoding), o.numbers("heads"), o.numbers("temperatures"), o.flag("as_written", false)}));
    });
}

val JsAnalysis::add_reference(val options) {
    return guard([&] {
        const Options o(
            options, "add_reference",
            {"genes_tsv", "weights", "tensors", "labels", "classes", "temperature", "scale", "quantile", "fine_tune", "as_written"});
        const auto genes = o.text("genes_tsv");
        const auto weights = o.array<std::uint8_t>("weights");
        const auto scale = o.text("scale");
        return to_js(analysis_.add_reference({genes, weights, tensors_of(o), o.array<std::int32_t>("labels"),
                                              o.size("classes", kMostClasses), o.number("temperature"), profile_scale(scale),
                                              ReferenceOptions{o.number("quantile"), o.number("fine_tune")}, o.flag("as_written", false)}));
    });
}

val JsAnalysis::load(val options) {
    return guard([&] {
        const Options o(options, "load", {"first", "cells", "genes", "indptr", "indices", "values"});
        CsrInput input{
            o.whole("first"),        o.size("cells"), o.size("genes"), o.array<std::int64_t>("indptr"), o.array<std::int32_t>("indices"),
            o.array<float>("values")};
        analysis_.load(std::move(input));
        return val::null();
    });
}

val JsAnalysis::load_dense(val options) {
    return guard([&] {
        const Options o(options, "load_dense", {"first", "cells", "genes", "values"});
        analysis_.load_dense(o.whole("first"), o.size("cells"), o.size("genes"), o.array<float>("values"));
        return val::null();
    });
}

val JsAnalysis::thin(val options) {
    return guard([&] {
        const Options o(options, "thin", {"sizes", "seed", "half"});
        const auto half = o.size("half");
        if (half > 1) throw Error(ErrorCode::internal, "Counts have two halves, 0 and 1.");
        analysis_.thin(o.array<double>("sizes"), static_cast<std::uint64_t>(o.whole("seed")),
                       half == 0 ? CountHalf::first : CountHalf::second);
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

val JsAnalysis::predict(double handle) { return predict(handle, val::object()); }

val JsAnalysis::predict(double handle, val options) {
    return guard([&] {
        const Options o(options, "predict", {"threshold"});
        const auto threshold = o.has("threshold") ? std::optional(o.number("threshold")) : std::nullopt;
        return to_js(analysis_.predict(handle_of(handle), threshold));
    });
}

val JsAnalysis::decisions(double handle) {
    return guard([&] { return owned(analysis_.decisions(handle_of(handle))); });
}

val JsAnalysis::token_counts(double handle) {
    return guard([&] { return owned(analysis_.token_counts(handle_of(handle))); });
}

val JsAnalysis::measured(double handle) {
    return guard([&] { return owned(analysis_.measured(handle_of(handle))); });
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
        return to_js(analysis_.score(handle_of(handle), o.size("head"), o.array<float>("logits"), empty));
    });
}

val JsAnalysis::add_embedding(double handle, val options) {
    return guard([&] {
        const Options o(options, "add_embedding", {"values", "dims"});
        analysis_.add_embedding(handle_of(handle), o.array<float>("values"), o.size("dims"));
        return val::null();
    });
}

val JsAnalysis::components(double handle, val options) {
    return guard([&] {
        const Options o(options, "components", {"components"});
        return to_js(analysis_.components(handle_of(handle), o.size("components")));
    });
}

val JsAnalysis::state() {
    return guard([&] { return owned(analysis_.state()); });
}

val JsAnalysis::merge(val state) {
    return guard([&] {
        analysis_.merge(copy_numbers<std::uint8_t>(state, "state of another lane"));
        return val::null();
    });
}

val JsAnalysis::report() {
    return guard([&] { return to_js(analysis_.report(), analysis_.names().genes(), analysis_.mitochondrial_genes()); });
}

}  // namespace phenolens::bind
