#include "cells/encoding.hpp"

#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

TokenReading reading_of(const std::string& name) {
    if (name == "gene-values") return TokenReading::gene_values;
    if (name == "polygene-bins") return TokenReading::polygene_bins;
    if (name == "value-bins") return TokenReading::value_bins;
    if (name == "rank-tokens") return TokenReading::rank_tokens;
    if (name == "dense") return TokenReading::dense;
    throw Error(ErrorCode::model,
                sentence("The model's encoding is '", name, "'; known are gene-values, polygene-bins, value-bins, rank-tokens and dense."));
}

ReadScale scale_of(const EncodingSpec& spec, TokenReading reading) {
    if (spec.scale == "log1p") return ReadScale::log1p;
    if (spec.scale == "counts") return ReadScale::counts;
    if (reading == TokenReading::dense) {
        if (spec.scale == "log1p-counts") return ReadScale::log1p_counts;
        throw Error(ErrorCode::model, sentence("The model reads '", spec.scale, "'; known are log1p, counts and log1p-counts."));
    }
    throw Error(ErrorCode::model, sentence("The model's bins are of '", spec.scale, "'; known are log1p and counts."));
}

}  // namespace

Encoding make_encoding(const EncodingSpec& spec) {
    Encoding encoding;
    encoding.reading = reading_of(spec.name);
    const bool takes_all = encoding.reading == TokenReading::dense;
    if (!takes_all && !(spec.max_genes >= 1 && spec.max_genes <= 1e6))
        throw Error(ErrorCode::model, sentence("The model's max_genes is ", spec.max_genes, "; it needs at least 1."));
    if (!(spec.target_sum > 0) || !std::isfinite(spec.target_sum))
        throw Error(ErrorCode::model, sentence("The model's target_sum is ", spec.target_sum, "; it must be above zero."));
    encoding.max_genes = takes_all ? std::numeric_limits<std::size_t>::max() : static_cast<std::size_t>(spec.max_genes);
    encoding.target_sum = spec.target_sum;
    if (encoding.reading == TokenReading::polygene_bins) {
        encoding.scale = scale_of(spec, encoding.reading);
        encoding.edges = ExpressionBins(spec.edges);
    }
    if (encoding.reading == TokenReading::dense) {
        encoding.scale = scale_of(spec, encoding.reading);
        if (spec.total != "file" && spec.total != "model")
            throw Error(ErrorCode::model, sentence("The model's totals are of '", spec.total, "'; known are file and model."));
        encoding.total_of_model = spec.total == "model";
    }
    if (encoding.reading == TokenReading::value_bins) {
        if (!(spec.bins >= 3 && spec.bins <= 65536) || spec.bins != std::floor(spec.bins))
            throw Error(ErrorCode::model, sentence("The model asks for ", spec.bins, " value bins; it needs a whole number from 3."));
        encoding.bins = static_cast<int>(spec.bins);
    }
    return encoding;
}

}  // namespace phenolens
