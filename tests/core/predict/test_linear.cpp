#include "support.hpp"

#include <numeric>

#include "analysis.hpp"
#include "base/weights_file.hpp"
#include "parity/core_expected.hpp"
#include "predict/linear.hpp"
#include "stats/covariance.hpp"
#include "stats/pca.hpp"

using namespace phenolens;

namespace {

GeneMap map_to(const std::string& ids, std::size_t vocabulary) {
    return map_genes(read_gene_names(ids, {}), read_vocabulary(genes_tsv(vocabulary)), true);
}

}  // namespace

TEST_CASE("linear predictions equal the dense Python reference, from float16 weights and with genes missing") {
    std::string ids;
    for (int gene = 0; gene < 30; ++gene) {
        if (gene != 4 && gene != 17) ids += (ids.empty() ? "G" : "\nG") + std::to_string(gene);
    }
    std::vector<std::uint8_t> bytes;
    append(bytes, expected::linear_weights);
    append(bytes, std::vector<float>(expected::linear_bias.begin(), expected::linear_bias.end()));
    append(bytes, std::vector<float>(expected::linear_mean.begin(), expected::linear_mean.end()));
    const std::string vocabulary = genes_tsv(30);
    Analysis analysis;
    analysis.set_genes(ids, {}, ValueKind::counts);
    const auto matched =
        analysis.add_linear({vocabulary,
                             bytes,
                             {{"weights", "float16", {30, 5}, 0}, {"bias", "float32", {5}, 300}, {"mean", "float32", {30}, 320}},
                             {5},
                             {1.7},
                             0});
    CHECK(matched.map.found == 28);
    const std::vector<float> dense(expected::linear_counts.begin(), expected::linear_counts.end());
    analysis.load_dense(0, 6, 28, dense);
    const auto predictions = analysis.predict(matched.handle);
    check_all_close(predictions.embedding, expected::linear_logits, tolerance::kLogit);
    check_all_close(predictions.heads[0].entropy, expected::linear_entropy, tolerance::kLogit);
    for (std::size_t i = 0; i < 30; ++i) {
        const std::size_t code = predictions.heads[0].top[i];
        check_close(predictions.heads[0].probability[i], expected::linear_probabilities[i / 5 * 5 + code], tolerance::kLogit);
    }
}

TEST_CASE("sparse predictions equal a naive dense sum, for every width of head") {
    for (const std::size_t classes : {1u, 2u, 7u, 8u, 33u, 100u}) {
        const std::size_t genes = 90, cells = 5;
        const Weights weights(genes, classes, 6);
        const auto dense = random_counts(cells, genes, 8);
        LinearModel model(map_to(gene_ids(genes), genes), {weights.weights, weights.bias, weights.mean},
                          make_heads(std::vector<double>{static_cast<double>(classes)}, std::vector<double>{1}), 0, ValueKind::counts);
        const auto block = block_of(dense, genes);
        RankNormal rank(genes);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const auto logits = model.logits(block, cell, 1);
            CHECK(std::isnan(logits[0]) == (cell == cells / 2));
            if (cell == cells / 2) continue;
            RankNormalCell z;
            rank.transform(block.values_of(cell), z);
            for (std::size_t c = 0; c < classes; ++c) {
                double logit = weights.bias[c];
                std::size_t next = 0;
                for (std::size_t gene = 0; gene < genes; ++gene) {
                    const double score = dense[cell * genes + gene] > 0 ? static_cast<double>(z.zero) + z.difference[next++] : z.zero;
                    logit += weights.weights[gene * classes + c] * (score - weights.mean[gene]);
                }
                check_close(logits[c], logit, tolerance::kLogit);
            }
        }
    }
}

TEST_CASE("the cosine to the mean scores equals a dense one over the measured genes, and is told of no empty cell") {
    const std::size_t genes = 90, cells = 5;
    const Weights weights(genes, 3, 6);
    const auto dense = random_counts(cells, genes, 8);
    for (const auto normalization : {Normalization::rank_normal, Normalization::log1p}) {
        // The file measures the first 60 genes of the vocabulary.
        const std::size_t measured = 60;
        LinearModel model(map_to(gene_ids(measured), genes), {weights.weights, weights.bias, weights.mean},
                          make_heads(std::vector<double>{3}, std::vector<double>{1}), 0, ValueKind::counts, normalization);
        std::vector<float> part;
        for (std::size_t cell = 0; cell < cells; ++cell)
            for (std::size_t gene = 0; gene < measured; ++gene) part.push_back(dense[cell * genes + gene]);
        const auto block = block_of(part, measured);
        const auto found = model.predict(block).mean_cosine;
        REQUIRE(found.size() == cells);
        std::vector<std::int32_t> all(cells);
        std::iota(all.begin(), all.end(), 0);
        const auto scores = model.scores(block, all);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            double product = 0, own = 0, mean = 0;
            for (std::size_t i = 0; i < measured; ++i) {
                const double score = scores[cell * measured + i], expected = weights.mean[static_cast<std::size_t>(model.genes()[i])];
                product += score * expected;
                own += score * score;
                mean += expected * expected;
            }
            check_close(found[cell], product / std::sqrt(own * mean), tolerance::kLogit);
        }
        CHECK(std::isnan(found[cells / 2]));
    }
}

TEST_CASE("predictions do not change when counts are scaled or logged") {
    const std::size_t genes = 50;
    const Weights weights(genes, 4, 2);
    const auto dense = random_counts(9, genes, 3);
    auto logs = dense;
    for (float& value : logs) value = std::log1p(0.7f * value);
    const std::string vocabulary = genes_tsv(genes);
    std::vector<std::vector<float>> embeddings;
    for (const auto kind : {ValueKind::counts, ValueKind::log1p}) {
        Analysis analysis;
        analysis.set_genes(gene_ids(genes), {}, kind);
        analysis.add_linear({vocabulary, weights.bytes(), weights.tensors(), {3, 1}, {1, 2}, 0});
        analysis.load_dense(0, 9, genes, kind == ValueKind::counts ? dense : logs);
        const auto predictions = analysis.predict(0);
        REQUIRE(predictions.heads.size() == 2);
        CHECK(predictions.heads[1].probability[0] == 1);
        CHECK(predictions.heads[0].top[4 * 3] == kNoClass);
        check_close(predictions.heads[0].entropy[4], std::log(3.0), tolerance::kFloat);
        CHECK(std::isnan(predictions.embedding[4 * 3]));
        embeddings.push_back(predictions.embedding);
    }
    check_all_close(embeddings[0], embeddings[1], tolerance::kLogit);
}

TEST_CASE("an embedding of more than 64 classes keeps nearly all of the logits' spread") {
    const std::size_t genes = 120, classes = 90, cells = 200;
    Weights weights(genes, classes, 4);
    // Classes come in families, as cell types do: logits then lie near a few directions.
    for (std::size_t i = 0; i < weights.weights.size(); ++i)
        weights.weights[i] = 0.02f * weights.weights[i] + weights.weights[i / classes * classes + i % classes % 12];
    const auto block = block_of(random_counts(cells, genes, 12), genes);
    LinearModel model(map_to(gene_ids(genes), genes), {weights.weights, weights.bias, weights.mean},
                      make_heads(std::vector<double>{90}, std::vector<double>{1}), 0, ValueKind::counts);
    const auto predictions = model.predict(block);
    REQUIRE(predictions.dims == 64);
    double whole = 0, kept = 0;
    const auto logits = model.logits(block, 0, cells);
    for (std::size_t cell = 1; cell < cells; ++cell) {
        if (cell == cells / 2) continue;
        for (std::size_t c = 0; c < classes; ++c) whole += std::pow(logits[c] - logits[cell * classes + c], 2);
        for (std::size_t d = 0; d < 64; ++d) kept += std::pow(predictions.embedding[d] - predictions.embedding[cell * 64 + d], 2);
    }
    CHECK(kept / whole > 0.99);
    CHECK(kept / whole < 1.0001);
}

TEST_CASE("an embedding of many classes lies along the same directions whatever genes a file has") {
    const std::size_t genes = 120, measured = 80, classes = 90, cells = 6;
    const Weights weights(genes, classes, 5);
    LinearModel model(map_to(gene_ids(measured), genes), {weights.weights, weights.bias, weights.mean},
                      make_heads(std::vector<double>{90}, std::vector<double>{1}), 0, ValueKind::counts);
    const auto block = block_of(random_counts(cells, measured, 13), measured);
    const auto predictions = model.predict(block);
    const auto logits = model.logits(block, 0, cells);
    Covariance gram(classes);
    const std::span<const float> all = weights.weights;
    for (std::size_t gene = 0; gene < genes; ++gene) gram.add(all.subspan(gene * classes, classes));
    const auto directions = leading_components(gram, 64).rotation;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (std::isnan(predictions.embedding[cell * 64])) continue;
        for (std::size_t d = 0; d < 64; ++d) {
            double sum = 0;
            for (std::size_t c = 0; c < classes; ++c) sum += logits[cell * classes + c] * directions[d * classes + c];
            check_close(predictions.embedding[cell * 64 + d], sum, tolerance::kLogit);
        }
    }
}
