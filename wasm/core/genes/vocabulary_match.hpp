#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "genes/gene_map.hpp"
#include "genes/gene_names.hpp"
#include "genes/species_verdict.hpp"
#include "genes/vocabulary.hpp"

namespace phenolens {

/// What a vocabulary finds in a file; `species` is judged with the vocabulary's own names to compare with.
struct VocabularyMatch {
    GeneMap map;
    SpeciesVerdict species;
};

/// Finds the file's genes in a vocabulary, case folded unless the file is of mouse. `judged` is what the names alone said of the file's
/// species: only where they did not tell it, the vocabulary is asked. Throws Error(internal) before the file's genes are known.
VocabularyMatch match_vocabulary(const GeneNames& names, const SpeciesVerdict& judged, std::span<const VocabularyGene> vocabulary,
                                 bool as_written = false);

/// 1 for every column of the file that holds a gene of the vocabulary.
std::vector<std::uint8_t> known_columns(const GeneNames& names, std::string_view genes_tsv, bool as_written = false);

}  // namespace phenolens
