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
    /// polygene-bins: what is binned, `log1p` or `counts`. dense: what is read, `log1p`, `counts` or `log1p-counts`.
    std::string scale = "log1p";
    /// polygene-bins: a value's bin is the number of edges at or below it.
    std::vector<double> edges = {};
    /// value-bins: bins with the one for zero, as scGPT counts them.
    double bins = 0;
    /// dense, of log1p: the total that counts are divided by, of the `file`'s genes or of the `model`'s.
    std::string total = "file";
};

/// gene-values: log1p values, genes that stand out first. polygene-bins: bins of fixed edges, genes in the vocabulary's order.
/// value-bins: bins of equal frequency within the cell, high values first. rank-tokens: genes by value over their scale, highest first.
/// dense: every gene above zero, in the vocabulary's order, for models that read all genes at once (the others are zeros).
enum class TokenReading { gene_values, polygene_bins, value_bins, rank_tokens, dense };

/// What values are read as: ln(1 + target_sum count / total), counts, or ln(1 + count).
enum class ReadScale { log1p, counts, log1p_counts };

/// An encoding whose fields have been checked.
struct Encoding {
    TokenReading reading = TokenReading::gene_values;
    std::size_t max_genes = 0;
    double target_sum = kTargetSum;
    ReadScale scale = ReadScale::log1p;
    /// Totals are of the model's genes alone, not of all the file's.
    bool total_of_model = false;

    /// Values that stand for counts of molecules are needed.
    bool reads_counts() const { return scale != ReadScale::log1p; }

    ExpressionBins edges{std::vector<double>{1}};
    int bins = 0;
};

/// Throws Error(model) for a name that is not known or a field that is out of range.
Encoding make_encoding(const EncodingSpec& spec);

}  // namespace phenolens
