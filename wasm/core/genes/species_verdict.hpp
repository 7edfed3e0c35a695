#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "genes/gene_names.hpp"
#include "genes/species.hpp"
#include "genes/vocabulary.hpp"

namespace phenolens {

/// A verdict on the species and one sentence with the numbers seen.
struct SpeciesVerdict {
    Species species = Species::unknown;
    std::string why = {};
    /// Of a mixed file: its species, human first, then by genes; empty otherwise.
    std::vector<Species> genomes = {};
    /// Of a mixed file: how many genes each has, and each gene's place among them, -1 for none.
    std::vector<std::size_t> genes_of = {};
    std::vector<std::int8_t> genome_of = {};
};

/// Judges by genomes named before genes (GRCh38_, mm10___), then by ids (ENSG, ENSMUSG, FBgn), then by how symbols are written (ACTB, Actb,
/// actb), by names that only one species has (Gm10000, HLA-A, RT1-A2, SLA-1, si:ch211, CG1234) and by mitochondrial ones (MT-, mt-, Mt-).
/// Two species with genes enough make the file mixed. Where nothing settles it, at least 30% of the names being symbols of a `vocabulary`,
/// as written, makes it the vocabulary's species.
SpeciesVerdict judge_species(const GeneNames& names, std::span<const VocabularyGene> vocabulary = {});

/// Judges a model's genes as a file's.
Species species_of(std::span<const VocabularyGene> vocabulary);

}  // namespace phenolens
