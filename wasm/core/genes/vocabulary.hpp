#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genes/gene_names.hpp"

namespace phenolens {

/// One gene of a model.
struct VocabularyGene {
    std::string symbol;
    std::string ensembl_id;
    std::vector<std::string> aliases;
    /// Divides values when tokens are ordered (encoding gene-values); 1 where unused.
    float scale = 1;
};

/// Reads genes.tsv: columns symbol, ensembl_id, aliases (pipe-separated), scale, in that order, first row the names.
/// Throws Error(model) naming the line.
std::vector<VocabularyGene> read_vocabulary(std::string_view genes_tsv);

/// genes.tsv of a file's genes, in its order: each gene once, by Ensembl id (version stripped) where it has one, else by symbol; genes
/// without a usable name are left out. Throws Error(bad_input) where no gene has a name.
std::string write_vocabulary(const GeneNames& names);

}  // namespace phenolens
