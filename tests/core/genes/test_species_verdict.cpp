#include "support.hpp"

#include <sstream>

#include "genes/four_genes.hpp"
#include "genes/species_verdict.hpp"

using namespace phenolens;

namespace {

/// Some names, and then more: the prefix with a letter that changes, in the prefix's own case, and a digit.
std::string repeat(const std::vector<std::string>& names, const std::string& prefix, int times) {
    std::ostringstream text;
    for (const auto& name : names) text << name << "\n";
    const char first = prefix.back() >= 'a' ? 'a' : 'A';
    for (int i = 0; i < times; ++i) text << prefix << static_cast<char>(first + i % 20) << i / 20 << "\n";
    std::string all = text.str();
    all.pop_back();
    return all;
}

SpeciesVerdict species_of(const std::string& ids, const std::vector<std::string>& alternatives = {}) {
    return judge_species(read_gene_names(ids, alternatives));
}

}  // namespace

TEST_CASE("species: Ensembl prefixes decide") {
    std::string human, mouse, fish;
    for (int i = 10; i < 60; ++i) {
        human += (human.empty() ? "" : "\n") + ("ENSG000001000" + std::to_string(i));
        mouse += (mouse.empty() ? "" : "\n") + ("ENSMUSG000001000" + std::to_string(i));
        fish += (fish.empty() ? "" : "\n") + ("ENSDARG000001000" + std::to_string(i));
    }
    CHECK(species_of(human).species == Species::human);
    CHECK(species_of(mouse).species == Species::mouse);
    CHECK(species_of(mouse).why == "50 of 50 genes have mouse Ensembl ids (ENSMUSG).");
    CHECK(species_of(fish).species == Species::zebrafish);
    CHECK(species_of(human + "\n" + mouse).species == Species::mixed);
    CHECK(species_of(human + "\n" + mouse).why == "Of 100 genes 50 human and 50 mouse ones by their Ensembl ids: the file mixes species.");
    CHECK(species_of(repeat({}, "gene", 50), {mouse}).species == Species::mouse);
}

TEST_CASE("species: else the way symbols are written") {
    CHECK(species_of(repeat({"MT-CO1", "C1orf43"}, "ABC", 40)).species == Species::human);
    CHECK(species_of(repeat({"mt-Co1", "1700001C02Rik"}, "Abc", 40)).species == Species::mouse);
    // Capitals alone do not make mt- genes human, nor the other way round.
    CHECK(species_of(repeat({"mt-Co1"}, "ABC", 40)).species == Species::unknown);
    CHECK(species_of(repeat({"MT-CO1"}, "Abc", 40)).species == Species::unknown);
    CHECK(species_of(repeat({"Mt-nd1"}, "Abc", 40)).species == Species::rat);
    CHECK(species_of(repeat({}, "12", 40)).species == Species::unknown);
    std::string numbered = "Gene0";
    for (int i = 1; i < 40; ++i) numbered += "\nGene" + std::to_string(i);
    CHECK(species_of(numbered).species == Species::unknown);
    CHECK(species_of(numbered).why.find("no gene symbols") != std::string::npos);
    // A few ids among symbols do not decide.
    CHECK(species_of(repeat({"ENSG00000100010", "ENSG00000100011", "ENSG00000100012"}, "Abc", 40)).species == Species::mouse);
    CHECK(species_of("ACTB\nGAPDH").species == Species::unknown);
}

TEST_CASE("species: else the vocabulary's own symbols") {
    const auto names = read_gene_names("ACTB\nTBCE\nQ9", {});
    CHECK(judge_species(names).species == Species::unknown);
    CHECK(judge_species(names, read_vocabulary(kVocabulary)).species == Species::human);
    CHECK(judge_species(read_gene_names("Actb\nTbce\nQ9", {}), read_vocabulary(kVocabulary)).species == Species::unknown);
}
