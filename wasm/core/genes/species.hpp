#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "genes/gene_names.hpp"
#include "genes/vocabulary.hpp"

namespace phenolens {

/// Species that names of genes can tell. `mixed`: genes of two or more species in one file.
enum class Species : std::uint8_t {
    human,
    mouse,
    rat,
    zebrafish,
    pig,
    macaque,
    crab_eating_macaque,
    chimpanzee,
    gorilla,
    orangutan,
    marmoset,
    mouse_lemur,
    cow,
    sheep,
    horse,
    dog,
    cat,
    rabbit,
    opossum,
    platypus,
    chicken,
    frog,
    fly,
    worm,
    mixed,
    unknown,
};

/// In lower-case words: `human`, `crab-eating macaque`, `mixed`, `unknown`.
const char* name_of(Species species);

/// The species of a database id (Ensembl's ENSG, FlyBase's FBgn, WormBase's WBGene), unknown for any other name.
Species species_of_id(std::string_view name);

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
