#pragma once

#include <span>
#include <string>

#include "genes/gene_names.hpp"
#include "genes/vocabulary.hpp"

namespace phenolens {

enum class Species { human, mouse, unknown };

const char* name_of(Species species);

/// A verdict on the species and one sentence with the numbers seen.
struct SpeciesVerdict {
    Species species;
    std::string why;
};

/// Judges by Ensembl prefixes (ENSG, ENSMUSG) first, then by how symbols are written (ACTB or Actb, MT- or mt-).
/// Where neither settles it, at least 30% of the names being symbols of a (human) `vocabulary`, as written, makes it human.
SpeciesVerdict judge_species(const GeneNames& names, std::span<const VocabularyGene> vocabulary = {});

}  // namespace phenolens
