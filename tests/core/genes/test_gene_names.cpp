#include "support.hpp"

#include "genes/gene_names.hpp"

using namespace phenolens;

TEST_CASE("Ensembl ids are known without their version") {
    CHECK(ensembl_id("ENSG00000075624.17") == "ENSG00000075624");
    CHECK(ensembl_id("ENSG00000075624_PAR_Y") == "ENSG00000075624");
    CHECK(ensembl_id("ENSMUSG00000029580") == "ENSMUSG00000029580");
    for (const char* other : {"ACTB", "ENSG123", "ENST00000075624", "ENSG00000075624x", "ENSA", ""}) CHECK(ensembl_id(other).empty());
    CHECK(without_genome("GRCh38_ACTB") == "ACTB");
    CHECK(without_genome("mm10___Actb") == "Actb");
    CHECK(without_genome("GRCh38") == "GRCh38");
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

TEST_CASE("ribosomal genes are known by their names, whatever the genome before them", "[survey]") {
    const auto found = ribosomal_genes(read_gene_names("RPS6\nRPL10A\nGRCh38_RPLP0\nRp1\nRPE\nRps3", {}));
    CHECK(found == std::vector<bool>{true, true, true, false, false, true});
}
