#pragma once

#include <string>
#include <vector>

#include "cells/normalize.hpp"

namespace phenolens {

/// How a model reads a cell, in the words of its manifest; fields that an encoding does not use keep their defaults.
struct EncodingSpec {
    std::string name;
    double max_genes = 0;
    double target_sum = kTargetSum;
    /// polygene-bins: what is binned, `log1p` or `counts`.
    std::string scale = "log1p";
    /// polygene-bins: a value's bin is the number of edges at or below it.
    std::vector<double> edges = {};
    /// value-bins: bins with the one for zero, as scGPT counts them.
    double bins = 0;
};

/// gene-values: log1p values, genes that stand out first. polygene-bins: bins of fixed edges, genes in the vocabulary's order.
/// value-bins: bins of equal frequency within the cell, high values first. rank-tokens: genes by value over their scale, highest first.
enum class TokenReading { gene_values, polygene_bins, value_bins, rank_tokens };

/// An encoding whose fields have been checked.
struct Encoding {
    TokenReading reading = TokenReading::gene_values;
    std::size_t max_genes = 0;
    double target_sum = kTargetSum;
    bool of_counts = false;
    ExpressionBins edges{std::vector<double>{1}};
    int bins = 0;
};

/// Throws Error(model) for a name that is not known or a field that is out of range.
Encoding make_encoding(const EncodingSpec& spec);

}  // namespace phenolens
