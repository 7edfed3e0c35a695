#include "support.hpp"

#include "genes/four_genes.hpp"
#include "genes/vocabulary.hpp"

using namespace phenolens;

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

TEST_CASE("a file's genes become a vocabulary: once each, by Ensembl id or symbol, unnamed ones left out") {
    const auto names = read_gene_names("ENSG00000075624.12\nGRCh38_CD3E\n\nCD3E\nENSG00000075624", {"ACTB\n\n\nCD3E\nACTB-2"});
    CHECK(write_vocabulary(names) == "symbol\tensembl_id\taliases\tscale\nACTB\tENSG00000075624\t\t1\nCD3E\t\t\t1\n");
    CHECK(read_vocabulary(write_vocabulary(names)).size() == 2);
    check_error(ErrorCode::bad_input, "no gene", [] { write_vocabulary(read_gene_names("\n", {})); });
}
