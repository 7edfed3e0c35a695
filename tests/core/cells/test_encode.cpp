#include "support.hpp"

#include "cells/encode.hpp"
#include "parity/core_expected.hpp"

using namespace phenolens;

namespace {

TokenEncoder make_encoder(std::size_t genes, std::vector<float> scales, const EncodingSpec& encoding, ValueKind kind = ValueKind::counts) {
    const auto vocabulary = read_vocabulary(genes_tsv(genes));
    return {map_genes(read_gene_names(gene_ids(genes), {}), vocabulary, true), std::move(scales), make_encoding(encoding), kind};
}

TokenEncoder make_encoder(std::size_t genes, std::vector<float> scales, double max_genes, ValueKind kind = ValueKind::counts) {
    return make_encoder(genes, std::move(scales), EncodingSpec{"gene-values", max_genes}, kind);
}

/// The reference has 5 cells of 50 genes; `genes` and `values` hold the tokens of all, one cell after another.
void check_tokens(const EncodingSpec& encoding, const std::vector<std::int32_t>& lengths, const std::vector<std::int32_t>& genes,
                  const std::vector<double>& values) {
    const std::vector<float> dense(expected::encoded_counts.begin(), expected::encoded_counts.end());
    auto encoder = make_encoder(50, {expected::encoded_scales.begin(), expected::encoded_scales.end()}, encoding);
    const auto block = block_of(dense, 50);
    CHECK(encoder.token_counts(block) == lengths);
    const auto encoded = encoder.encode(block, std::vector<std::int32_t>{0, 1, 2, 3, 4});
    CHECK(encoded.lengths == lengths);
    std::size_t at = 0;
    for (std::size_t cell = 0; cell < lengths.size(); ++cell) {
        for (std::size_t i = 0; i < encoded.length; ++i) {
            const std::size_t slot = cell * encoded.length + i;
            const bool is_token = i < static_cast<std::size_t>(lengths[cell]);
            CHECK(encoded.mask[slot] == (is_token ? 1.0f : 0.0f));
            CHECK(encoded.genes[slot] == (is_token ? genes[at] : 50));
            CHECK(encoded.values[slot] == (is_token ? static_cast<float>(values[at]) : 0.0f));
            at += is_token;
        }
    }
}

}  // namespace

TEST_CASE("gene-values: tokens, their order and values equal the Python reference") {
    const std::vector<float> dense(expected::token_counts.begin(), expected::token_counts.end());
    auto encoder = make_encoder(40, {expected::token_scales.begin(), expected::token_scales.end()}, 12);
    const auto encoded = encoder.encode(block_of(dense, 40), std::vector<std::int32_t>{0, 1, 2});
    REQUIRE(encoded.length == 12);
    CHECK(encoded.genes == std::vector<std::int32_t>(expected::token_genes.begin(), expected::token_genes.end()));
    check_all_close(encoded.values, expected::token_values, tolerance::kFloat);
}

TEST_CASE("gene-values by hand: scale, ties by index, padding, any order of cells") {
    // Cell 0: G0 and G2 tie at 1 of 4; G3 has 2 but twice the scale.
    const std::vector<float> dense = {1, 0, 1, 2, 0, 0, 0, 0, 0, 9, 0, 0};
    auto encoder = make_encoder(4, {1, 1, 1, 2}, 10);
    const auto block = block_of(dense, 4);
    CHECK(encoder.token_counts(block) == std::vector<std::int32_t>{3, 0, 1});
    const auto encoded = encoder.encode(block, std::vector<std::int32_t>{2, 1, 0});
    CHECK(encoded.length == 3);
    CHECK(encoded.lengths == std::vector<std::int32_t>{1, 0, 3});
    CHECK(encoded.genes == std::vector<std::int32_t>{1, 4, 4, 4, 4, 4, 0, 2, 3});
    CHECK(encoded.mask == std::vector<float>{1, 0, 0, 0, 0, 0, 1, 1, 1});
    check_close(encoded.values[0], std::log1p(1e4), tolerance::kFloat);
    check_close(encoded.values[8], std::log1p(5e3), tolerance::kFloat);
}

TEST_CASE("gene-values: totals count genes outside the vocabulary too") {
    const auto vocabulary = read_vocabulary(genes_tsv(1));
    TokenEncoder encoder(map_genes(read_gene_names("G0\nOTHER", {}), vocabulary, true), {1}, make_encoding({"gene-values", 5}),
                         ValueKind::counts);
    const auto encoded = encoder.encode(block_of({1, 3}, 2), std::vector<std::int32_t>{0});
    REQUIRE(encoded.length == 1);
    check_close(encoded.values[0], std::log1p(2500.0), tolerance::kFloat);
}

TEST_CASE("gene-values of log1p input equal those of the counts") {
    const auto dense = random_counts(7, 30, 4);
    std::vector<float> logs = dense;
    for (std::size_t cell = 0; cell < 7; ++cell) {
        double total = 0;
        for (std::size_t gene = 0; gene < 30; ++gene) total += dense[cell * 30 + gene];
        for (std::size_t gene = 0; gene < 30; ++gene)
            logs[cell * 30 + gene] = total > 0 ? static_cast<float>(std::log1p(1e4 * dense[cell * 30 + gene] / total)) : 0;
    }
    std::vector<std::int32_t> cells = {0, 1, 2, 3, 4, 5, 6};
    const std::vector<float> scales(30, 1);
    const auto a = make_encoder(30, scales, 8).encode(block_of(dense, 30), cells);
    const auto b = make_encoder(30, scales, 8, ValueKind::log1p).encode(block_of(logs, 30, ValueKind::log1p), cells);
    CHECK(a.genes == b.genes);
    check_all_close(a.values, b.values, tolerance::kFloat);
}

TEST_CASE("polygene-bins equal the Python reference: fixed order, bin 0 left out, the first genes kept") {
    check_tokens({"polygene-bins", 9, 30, "log1p", expected::encoded_edges}, expected::binned_lengths, expected::binned_genes,
                 expected::binned_values);
}

TEST_CASE("polygene-bins of counts bin the counts") {
    auto encoder = make_encoder(4, {1, 1, 1, 1}, EncodingSpec{"polygene-bins", 3, 1e4, "counts", {2, 5}});
    const auto encoded = encoder.encode(block_of({1, 2, 4, 9}, 4), std::vector<std::int32_t>{0});
    CHECK(encoded.genes == std::vector<std::int32_t>{1, 2, 3});
    CHECK(encoded.values == std::vector<float>{1, 1, 2});
}

TEST_CASE("value-bins equal the Python reference, equal values in the middle of their bins") {
    check_tokens({"value-bins", 9, 1e4, "log1p", {}, 11}, expected::valued_lengths, expected::valued_genes, expected::valued_values);
}

TEST_CASE("rank-tokens equal the Python reference, and logarithms give the same ranks") {
    check_tokens({"rank-tokens", 9}, expected::ranked_lengths, expected::ranked_genes, expected::ranked_values);
    const std::vector<float> counts = {3, 0, 1, 1, 8}, scales = {3, 1, 1, 0.5f, 100};
    std::vector<float> logs;
    for (const float count : counts) logs.push_back(static_cast<float>(std::log1p(count)));
    const auto a = make_encoder(5, scales, EncodingSpec{"rank-tokens", 9}).encode(block_of(counts, 5), std::vector<std::int32_t>{0});
    const auto b = make_encoder(5, scales, EncodingSpec{"rank-tokens", 9}, ValueKind::log1p)
                       .encode(block_of(logs, 5, ValueKind::log1p), std::vector<std::int32_t>{0});
    CHECK(a.genes == std::vector<std::int32_t>{3, 0, 2, 4});
    CHECK(b.genes == a.genes);
}

TEST_CASE("gene-values: no cell, no token, and a cell that is not there") {
    auto encoder = make_encoder(4, {1, 1, 1, 1}, 2);
    const auto block = block_of(std::vector<float>(8), 4);
    CHECK(encoder.encode(block, {}).length == 0);
    CHECK(encoder.encode(block, std::vector<std::int32_t>{0, 1}).genes.empty());
    check_error(ErrorCode::internal, "outside the block", [&] { encoder.encode(block, std::vector<std::int32_t>{2}); });
}

TEST_CASE("dense: every gene above zero in the vocabulary's order, whatever max_genes says, as counts or ln(1 + count)") {
    const auto block = block_of({0, 3, 1, 8}, 4);
    const auto counts = make_encoder(4, {1, 1, 1, 1}, EncodingSpec{"dense", 0, 1e4, "counts"}).encode(block, std::vector<std::int32_t>{0});
    CHECK(counts.genes == std::vector<std::int32_t>{1, 2, 3});
    CHECK(counts.values == std::vector<float>{3, 1, 8});
    const auto logs =
        make_encoder(4, {9, 9, 9, 9}, EncodingSpec{"dense", 0, 1e4, "log1p-counts"}).encode(block, std::vector<std::int32_t>{0});
    check_all_close(logs.values, std::vector<double>{std::log1p(3.0), std::log1p(1.0), std::log1p(8.0)}, tolerance::kFloat);
    CHECK_THROWS_WITH(make_encoding({"dense", 0, 1e4, "square"}), "The model reads 'square'; known are log1p, counts and log1p-counts.");
    CHECK_THROWS_WITH(make_encoding({"dense", 0, 1e4, "log1p", {}, 0, "cell"}),
                      "The model's totals are of 'cell'; known are file and model.");
}

TEST_CASE("dense: totals of the model's genes alone, from counts and from logarithms that other genes had a part in") {
    const auto vocabulary = read_vocabulary(genes_tsv(2));
    const auto names = read_gene_names("G0\nOTHER\nG1", {});
    const EncodingSpec spec{"dense", 0, 1e4, "log1p", {}, 0, "model"};
    TokenEncoder encoder(map_genes(names, vocabulary, true), {1, 1}, make_encoding(spec), ValueKind::counts);
    const auto of_counts = encoder.encode(block_of({1, 6, 3}, 3), std::vector<std::int32_t>{0});
    check_all_close(of_counts.values, std::vector<double>{std::log1p(2500.0), std::log1p(7500.0)}, tolerance::kFloat);
    const std::vector<float> logs = {static_cast<float>(std::log1p(1000.0)), static_cast<float>(std::log1p(6000.0)),
                                     static_cast<float>(std::log1p(3000.0))};
    TokenEncoder of_logs(map_genes(names, vocabulary, true), {1, 1}, make_encoding(spec), ValueKind::log1p);
    check_all_close(of_logs.encode(block_of(logs, 3, ValueKind::log1p), std::vector<std::int32_t>{0}).values,
                    std::vector<double>{std::log1p(2500.0), std::log1p(7500.0)}, tolerance::kFloat);
}
