#include "support.hpp"

#include "genes/four_genes.hpp"
#include "genes/gene_map.hpp"

using namespace phenolens;

namespace {

GeneMap map_of(const std::string& ids, const std::vector<std::string>& alternatives = {}, bool fold = true) {
    return map_genes(read_gene_names(ids, alternatives), read_vocabulary(kVocabulary), fold);
}

}  // namespace

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
