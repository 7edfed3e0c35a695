#include "support.hpp"

#include <cmath>

#include "cells/quality.hpp"
#include "genes/gene_map.hpp"
#include "genes/genome.hpp"
#include "genes/species_verdict.hpp"
#include "genes/telling_names.hpp"

using namespace phenolens;

namespace {

using Words = std::vector<std::string>;

/// Symbols of no family, as a species writes them: a stem, two letters and a digit.
Words symbols(const std::string& stem, int count) {
    const char first = stem.back() >= 'a' ? 'a' : 'A';
    Words names;
    for (int i = 0; i < count; ++i) {
        const std::string letters = {static_cast<char>(first + i % 26), static_cast<char>(first + i / 26 % 26)};
        names.push_back(stem + letters + std::to_string(i % 9 + 1));
    }
    return names;
}

Words prefixed(const std::string& prefix, const Words& names) {
    Words all;
    for (const auto& name : names) all.push_back(prefix + name);
    return all;
}

GeneNames of(const Words& first, const Words& second = {}, const Words& third = {}) {
    GeneNames names;
    names.columns.resize(1);
    for (const Words& words : {first, second, third}) names.columns[0].insert(names.columns[0].end(), words.begin(), words.end());
    return names;
}

Species told(const Words& first, const Words& second = {}, const Words& third = {}) {
    return judge_species(of(first, second, third)).species;
}

std::size_t marked(const std::vector<bool>& genes) { return static_cast<std::size_t>(std::count(genes.begin(), genes.end(), true)); }

const Words kHuman = symbols("AB", 200), kMouse = symbols("Xy", 100);

}  // namespace

TEST_CASE("a genome before a gene's name is split off, whatever stands between") {
    for (const char* name : {"GRCh38_CD3D", "GRCh38-CD3D", "hg19_CD3D", "HUMAN_CD3D", "GRCh38_______CD3D", "GRCh38:CD3D"}) {
        CHECK(split_genome(name).species == Species::human);
        CHECK(split_genome(name).name == "CD3D");
    }
    CHECK(split_genome("mm10---Cd3d").species == Species::mouse);
    CHECK(split_genome("mRatBN7.2_Cd3d").name == "Cd3d");
    for (const char* name : {"CD3D", "GRCh38", "GRCh38_", "HUMAND"}) CHECK(split_genome(name).name == name);
}

TEST_CASE("two genomes are noticed by prefix, by id and by writing, and each gene has its species") {
    for (const auto& [human, mouse] : std::vector<std::pair<std::string, std::string>>{
             {"GRCh38_", "mm10___"}, {"hg19_", "mm10_"}, {"GRCh38-", "mm10---"}, {"HUMAN_", "MOUSE_"}, {"", ""}}) {
        INFO(human);
        const auto verdict = judge_species(of(prefixed(human, kHuman), prefixed(mouse, kMouse), prefixed(mouse, {"mt-Nd1"})));
        REQUIRE(verdict.species == Species::mixed);
        CHECK(verdict.genomes == std::vector<Species>{Species::human, Species::mouse});
        CHECK(verdict.genes_of == std::vector<std::size_t>{200, 101});
        CHECK(verdict.genome_of[0] == 0);
        CHECK(verdict.genome_of[250] == 1);
        CHECK(verdict.genome_of[300] == 1);
    }
}

TEST_CASE("a human reading frame is not taken for a mouse's gene") {
    const auto verdict = judge_species(of(kHuman, kMouse, {"C1orf159", "HLA-A", "H2-K1"}));
    REQUIRE(verdict.species == Species::mixed);
    CHECK(verdict.genes_of == std::vector<std::size_t>{202, 101});
}

TEST_CASE("a few genes of a second genome are noticed where their genome is named, and are chance where it is not") {
    const Words human = symbols("AB", 650), mouse = symbols("Xy", 12);
    CHECK(told(prefixed("GRCh38_", human), prefixed("mm10___", mouse)) == Species::mixed);
    CHECK(told(human, mouse) == Species::human);
}

TEST_CASE("clones and sequences in capitals do not make a mouse's file mixed") {
    Words clones;
    for (int i = 0; i < 120; ++i) clones.push_back("AC" + std::to_string(149000 + i) + ".1");
    CHECK(told(kMouse, clones, {"mt-Nd1"}) == Species::mouse);
    CHECK(is_clone("RP11-206L10.2"));
    CHECK_FALSE(is_clone("CD3D"));
}

TEST_CASE("genes of one species of a mixed file alone meet a model's vocabulary") {
    const auto vocabulary = read_vocabulary("symbol\tensembl_id\taliases\tscale\nACTB\tENSG00000075624\t\t1\n");
    CHECK(map_genes(of({"Actb"}), vocabulary, true).found == 1);
    CHECK(map_genes(of({"Actb"}), vocabulary, true, false, std::vector<std::uint8_t>{0}).found == 0);
}

TEST_CASE("counts by species are those of a naive sum") {
    const MatrixBlock block = make_block({0, 3, 3, {0, 3, 3, 4}, {0, 1, 2, 2}, {2, 3, 5, 7}}, ValueKind::counts);
    CHECK(count_genomes(block, std::vector<std::int8_t>{0, 1, -1}, 2, ValueKind::counts) == std::vector<float>{2, 3, 0, 0, 0, 0});
    const auto logarithms = count_genomes(block, std::vector<std::int8_t>{0, 0, 1}, 2, ValueKind::log1p);
    check_close(logarithms[0], std::expm1(2.0) + std::expm1(3.0), tolerance::kFloat);
    check_close(logarithms[5], std::expm1(7.0), tolerance::kFloat);
    CHECK(count_genomes(block, {}, 0, ValueKind::counts).empty());
}

TEST_CASE("species beyond man and mouse are told by ids") {
    const std::vector<std::pair<std::string, Species>> known = {
        {"ENSRNOG00000000010", Species::rat}, {"ENSDARG00000000010", Species::zebrafish},
        {"ENSSSCG00000000010", Species::pig}, {"ENSMMUG00000000010", Species::macaque},
        {"FBgn0000010", Species::fly},        {"WBGene00000010", Species::worm},
        {"ENSCAFG00845000010", Species::dog}, {"ENSXYZG00000000010", Species::unknown}};
    for (const auto& [id, species] : known) {
        INFO(id);
        CHECK(species_of_id(id) == species);
        Words ids;
        for (int i = 10; i < 40; ++i) ids.push_back(id.substr(0, id.size() - 2) + std::to_string(i));
        CHECK(told(ids) == species);
    }
    CHECK(std::string(name_of(Species::crab_eating_macaque)) == "crab-eating macaque");
}

TEST_CASE("species beyond man and mouse are told by how symbols are written and by names that they alone have") {
    CHECK(told(kMouse, {"Mt-nd1", "Mt-co1"}) == Species::rat);
    CHECK(told(kMouse, {"RT1-A2", "RT1-Da"}) == Species::rat);
    CHECK(told(symbols("xy", 100), {"mt-nd1", "si:ch211-1a2.3"}) == Species::zebrafish);
    CHECK(told(kHuman, {"SLA-1", "SLA-DRA"}) == Species::pig);
    CHECK(told(kHuman, {"MAMU-A", "MAMU-DRA"}) == Species::macaque);
    CHECK(told(kHuman, {"C10H15orf48", "C1H1orf21", "C8H4orf33"}) == Species::unknown);
    Words fly = symbols("Ab", 60);
    for (int i = 0; i < 20; ++i) fly.push_back("CG" + std::to_string(1230 + i));
    CHECK(told(fly, {"mt:ND1"}) == Species::fly);
    CHECK(told(kHuman, {"HLA-A", "SLA-1", "HLA-B", "HLA-C", "HLA-DRA", "SLA-2"}) == Species::human);
}

TEST_CASE("mouse genes in capitals are found by names that only mouse has") {
    const Words telling = {"GM10000", "0610007P14RIK", "GM2000", "H2-K1", "H2-AB1", "ZFP318", "LY6C2", "CCL9", "TRP53", "KLRA7", "CES1D"};
    for (const auto& name : telling) {
        INFO(name);
        CHECK(telling_species(name) == Species::mouse);
    }
    const auto verdict = judge_species(of(kHuman, telling, {"MT-ND1"}));
    CHECK(verdict.species == Species::mouse);
    CHECK(verdict.why.find("in capitals") != std::string::npos);
    for (const char* human : {"GM2A", "H2AZ1", "ZFP36", "TP53", "GMFG", "LY6E"}) {
        INFO(human);
        CHECK(telling_species(human) == Species::unknown);
    }
}

TEST_CASE("human genes in small letters are found by names that only man has") {
    Words small = symbols("ab", 100);
    for (int i = 0; i < 12; ++i) small.push_back("hla-" + std::string(1, static_cast<char>('a' + i)));
    CHECK(told(small) == Species::human);
}

TEST_CASE("mitochondrial genes are known by every spelling") {
    const Words genes = {"ND1", "ND2", "CO1", "CO2", "ATP8", "ATP6", "CO3", "ND3", "ND4L", "ND4", "ND5", "ND6", "CYB"};
    for (const char* prefix : {"MT-", "MT.", "MT_", "mt-", "mt:", "Mt-", "GRCh38_MT-", ""}) {
        INFO(prefix);
        CHECK(marked(mitochondrial_genes(of(prefixed(prefix, genes), {"MTOR", "MT1A", "MT2A", "MT.X", "ACTB"}))) == 13);
    }
    CHECK(marked(mitochondrial_genes(of({"COX1", "COX2", "ACTB"}))) == 0);
    CHECK(marked(mitochondrial_genes(of({"ENSG00000198888", "ENSMUSG00000064341.1", "ENSG00000000003"}))) == 2);
}

TEST_CASE("genes of ribosomal proteins are known by symbol in any case and by id") {
    CHECK(marked(ribosomal_genes(of({"RPS3", "Rpl10", "rpl10", "RpL32", "ENSG00000149273", "RPA1", "ENSG00000198888"}))) == 5);
}

TEST_CASE("a share of genes that no name tells is missing, not 0") {
    const MatrixBlock block = make_block({0, 1, 2, {0, 1}, {0}, {2}}, ValueKind::counts);
    CHECK(std::isnan(measure_quality(block, {0, 0}, ValueKind::counts).mitochondrial[0]));
    CHECK(measure_quality(block, {0, 1}, ValueKind::counts).mitochondrial[0] == 0);
    CHECK(std::isnan(measure_composition(block, {0, 0}, ValueKind::counts).ribosomal[0]));
    CHECK(measure_composition(block, {1, 0}, ValueKind::counts).ribosomal[0] == 1);
}
