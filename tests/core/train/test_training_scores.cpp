#include "support.hpp"

#include "train/simulated.hpp"
#include "train/training_scores.hpp"

using namespace phenolens;
using namespace phenolens::simulated;

TEST_CASE("cells are scored to train on as the sample's scores are, over the genes that the file measures") {
    const auto data = simulate(9, 30, 2, 4);
    const auto block = block_of(data.dense, 30);
    TrainingScores scores(read_gene_names(gene_ids(30), {}), ValueKind::counts, genes_tsv(40), Normalization::log1p, 1e4);
    CHECK(scores.genes().size() == 30);
    CellScores by_hand(map_genes(read_gene_names(gene_ids(30), {}), read_vocabulary(genes_tsv(40)), true), ValueKind::counts,
                       Normalization::log1p, 1e4);
    const auto rows = rows_from(2, 7);
    CHECK(scores.part(block, ValueKind::counts, rows, 3) == sample_part(by_hand, block, rows, 3));
}

TEST_CASE("what cannot be trained on is refused, and so is a block of another matrix") {
    const auto names = read_gene_names(gene_ids(30), {});
    const auto start = [&](ValueKind kind, const std::string& tsv) { return TrainingScores(names, kind, tsv, Normalization::log1p, 1e4); };
    check_error(ErrorCode::unsupported, "centred or scaled", [&] { start(ValueKind::scaled, genes_tsv(30)); });
    check_error(ErrorCode::unsupported, "no gene of the vocabulary",
                [&] { start(ValueKind::counts, "symbol\tensembl_id\taliases\tscale\nX\t\t\t1\n"); });
    auto scores = start(ValueKind::counts, genes_tsv(30));
    const std::vector<std::int32_t> cells = {0};
    check_error(ErrorCode::internal, "the block has 31",
                [&] { scores.part(block_of(std::vector<float>(31, 1), 31), ValueKind::counts, cells, 0); });
    check_error(ErrorCode::internal, "of log1p",
                [&] { scores.part(block_of(std::vector<float>(30, 1), 30, ValueKind::log1p), ValueKind::log1p, cells, 0); });
}
