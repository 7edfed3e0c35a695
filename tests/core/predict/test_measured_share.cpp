#include "support.hpp"

#include "predict/measured_share.hpp"

using namespace phenolens;

TEST_CASE("the share of a head's weight on measured genes counts what tells its classes apart, by hand") {
    // Two heads of two and three classes; G1 and G3 of five genes are measured.
    const auto map = map_genes(read_gene_names("G1\nG3", {}), read_vocabulary(genes_tsv(5)), true);
    const auto heads = make_heads(std::vector<double>{2, 3}, std::vector<double>{1, 1});
    const std::vector<double> weights{1, -1, 0, 0, 3,  //
                                      2, 0,  5, 5, 5,  //
                                      0, 4,  1, 0, 2,  //
                                      7, 7,  3, 0, 0,  //
                                      0, 0,  0, 0, 0};
    // |weight - mean| summed: head one 2, 2, 4, 0, 0; head two 4, 0, 2, 4, 0.
    check_all_close(measured_share<double>(weights, heads, map), std::vector<double>{2.0 / 8, 4.0 / 10}, 1e-12);
    const std::vector<float> none(25, 1);
    CHECK(measured_share<float>(none, heads, map) == std::vector<double>{0, 0});
}
