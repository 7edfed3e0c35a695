#include "support.hpp"

#include <sstream>

#include "base/exact.hpp"
#include "base/text.hpp"
#include "genes/gene_map.hpp"
#include "genes/species.hpp"

using namespace phenolens;

namespace {

const std::string kVocabulary = "symbol\tensembl_id\taliases\tscale\n"
                                "ACTB\tENSG00000075624\tPS1TP5BP1\t1.5\n"
                                "C1orf43\tENSG00000143612\tNICE-3|HSPC012\t1\n"
                                "MARCHF1\tENSG00000145416\tMARCH1|ACTB\t1\n"
                                "TBCE\tENSG00000284770\t\t1\r\n";

GeneMap map_of(const std::string& ids, const std::vector<std::string>& alternatives = {}, bool fold = true) {
    return map_genes(read_gene_names(ids, alternatives), read_vocabulary(kVocabulary), fold);
}

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

TEST_CASE("numbers are written as people read them") {
    CHECK(sentence(1234567, " and ", -1234, " and ", 999, " and ", 0.12345) == "1,234,567 and -1,234 and 999 and 0.1235");
    CHECK(in_words(std::nan("")) == "NaN");
    CHECK(split("a\n\nb\n", '\n').size() == 4);
}

TEST_CASE("numbers that a type cannot hold are refused") {
    CHECK(convert_numbers<std::int32_t, double>(std::vector<double>{3, -4}, "x") == std::vector<std::int32_t>{3, -4});
    for (const double wrong : {1.5, 2147483648.0, -2147483649.0, 1e300, std::nan("")}) {
        check_error(ErrorCode::bad_file, "at place 1", [&] { convert_numbers<std::int32_t, double>(std::vector<double>{0, wrong}, "x"); });
    }
    CHECK(is_exact<std::int64_t>(9007199254740992.0));
    CHECK_FALSE(is_exact<std::int64_t>(9223372036854775808.0));
    CHECK_FALSE(is_exact<std::int32_t>(std::int64_t{1} << 31));
}

TEST_CASE("a vocabulary is read line by line") {
    const auto genes = read_vocabulary(kVocabulary);
    REQUIRE(genes.size() == 4);
    CHECK(genes[0].scale == 1.5f);
    CHECK(genes[1].aliases == std::vector<std::string>{"NICE-3", "HSPC012"});
    check_error(ErrorCode::model, "begin with the columns", [] { read_vocabulary("gene\nACTB"); });
    check_error(ErrorCode::model, "Line 2 of the model's genes.tsv has 2 columns",
                [] { read_vocabulary("symbol\tensembl_id\taliases\tscale\nA\tB"); });
    check_error(ErrorCode::model, "scale '0'", [] { read_vocabulary("symbol\tensembl_id\taliases\tscale\nA\tB\t\t0"); });
    check_error(ErrorCode::model, "lists no gene", [] { read_vocabulary("symbol\tensembl_id\taliases\tscale\n"); });
}

TEST_CASE("Ensembl ids are known without their version") {
    CHECK(ensembl_id("ENSG00000075624.17") == "ENSG00000075624");
    CHECK(ensembl_id("ENSG00000075624_PAR_Y") == "ENSG00000075624");
    CHECK(ensembl_id("ENSMUSG00000029580") == "ENSMUSG00000029580");
    for (const char* other : {"ACTB", "ENSG123", "ENST00000075624", "ENSG00000075624x", "ENSA", ""}) CHECK(ensembl_id(other).empty());
    CHECK(without_genome("GRCh38_ACTB") == "ACTB");
    CHECK(without_genome("mm10___Actb") == "Actb");
    CHECK(without_genome("GRCh38") == "GRCh38");
}

TEST_CASE("genes are found by id, symbol, case and alias") {
    const GeneMap map = map_of("ENSG00000075624.3\nC1ORF43\nMARCH1\nNOTHING\nTBCE");
    CHECK(map.vocabulary_of == std::vector<std::int32_t>{0, 1, 2, -1, 3});
    CHECK(map.found == 4);
    CHECK(std::vector<std::size_t>{map.by_ensembl, map.by_folded, map.by_alias, map.by_symbol} == std::vector<std::size_t>(4, 1));
}

TEST_CASE("a symbol is never taken for another gene's alias") { CHECK(map_of("ACTB").vocabulary_of[0] == 0); }

TEST_CASE("a mouse file's symbols do not pass for human ones") {
    CHECK(map_of("Actb\nTbce", {}, false).found == 0);
    CHECK(map_of("Actb\nTbce", {}, true).found == 2);
}

TEST_CASE("the strongest evidence of all columns of names counts") {
    const GeneMap map = map_of("x\ny\nTBCE", {"ENSG00000143612\n\nENSG00000999999", "ACTB\nMARCHF1\nTBCE"});
    CHECK(map.vocabulary_of == std::vector<std::int32_t>{1, 2, 3});
}

TEST_CASE("weaker evidence yields to stronger, equal evidence is a duplicate") {
    const GeneMap weaker = map_of("MARCH1\nMARCHF1\nMARCHF1");
    CHECK(weaker.vocabulary_of == std::vector<std::int32_t>{-1, 2, 2});
    CHECK(weaker.found == 1);
    CHECK(weaker.duplicates == 1);
}

TEST_CASE("duplicate columns are summed, log1p ones as the counts they stand for") {
    const GeneMap map = map_of("ACTB\nTBCE\nACTB\nOTHER\nACTB");
    const std::vector<std::int32_t> indices = {0, 1, 2, 3, 4};
    MeasuredValues out;
    GeneGatherer(map, ValueKind::counts).gather(indices, std::vector<float>{1, 5, 2, 9, 4}, out);
    CHECK(out.genes == std::vector<std::int32_t>{0, 3});
    CHECK(out.values == std::vector<float>{7, 5});
    GeneGatherer logs(map, ValueKind::log1p);
    for (int again = 0; again < 2; ++again) {
        logs.gather(indices, std::vector<float>{std::log1p(1.0f), 1, std::log1p(2.0f), 0, 0}, out);
        REQUIRE(out.genes == std::vector<std::int32_t>{0, 3});
        check_close(out.values[0], std::log1p(3.0), tolerance::kFloat);
    }
    CHECK(logs.count(indices, std::vector<float>{0, 0, 2, 3, 0}) == 1);
}

TEST_CASE("columns of names must be as long as the ids") {
    check_error(ErrorCode::bad_input, "has 1 names for 2 genes", [] { read_gene_names("a\nb", {"x"}); });
    check_error(ErrorCode::bad_input, "names no gene", [] { read_gene_names("", {}); });
    CHECK(read_gene_names(" a \r\nb", {}).columns[0][0] == "a");
}

TEST_CASE("mitochondrial genes are known by symbol and by id") {
    const auto found = mitochondrial_genes(read_gene_names(
        "MT-CO1\nENSG00000198804.2\nmt-Co1\nENSMUSG00000065947\nMTOR\nENSG00000198803\nENSMUSG00000064362\nGRCh38_MT-ND1", {}));
    CHECK(found == std::vector<bool>{true, true, true, true, false, false, false, true});
}

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
