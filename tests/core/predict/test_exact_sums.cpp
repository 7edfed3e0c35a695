#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "explain/linear_attribution.hpp"
#include "genes/gene_map.hpp"
#include "genes/vocabulary.hpp"
#include "predict/linear.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kGenes = 40;

/// Weights of the size that uncalibrated descents give: decisions of some thousands.
StandardizedWeights weights_of(std::size_t classes, double size, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    StandardizedWeights out{std::vector<double>(kGenes * classes), std::vector<double>(classes), {}, {}, 10};
    for (double& weight : out.weights) weight = size * normal(random);
    for (double& bias : out.bias) bias = size * normal(random) - 50 * size;
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        out.mean.push_back(uniform(random));
        // Some scales are so small that the cut at 10 is met.
        out.scale.push_back(gene % 3 == 0 ? 0.05 + 0.1 * uniform(random) : 0.5 + uniform(random));
    }
    return out;
}

GeneMap map_of(const std::string& ids) { return map_genes(read_gene_names(ids, {}), read_vocabulary(genes_tsv(kGenes)), true, true); }

std::vector<Head> one_head(std::size_t classes, double temperature = 1) {
    return make_heads(std::vector<double>{static_cast<double>(classes)}, std::vector<double>{temperature}, {},
                      std::vector<std::string>{"logistic"});
}

/// A cell's standardized, cut scores of every gene; those that are not measured have none.
double score_of(const StandardizedWeights& weights, std::size_t gene, double count, double total) {
    const double score = (std::log1p(count / total * 1e4) - weights.mean[gene]) / weights.scale[gene];
    return std::min(score, weights.ceiling);
}

}  // namespace

TEST_CASE("decisions on standardized scores equal a naive sum to 1e-9, cut above and with genes missing") {
    std::string ids = "OTHER";
    for (std::size_t gene = 2; gene < kGenes; ++gene) ids += "\nG" + std::to_string(gene);
    const std::size_t columns = kGenes - 1, cells = 7;
    auto dense = random_counts(cells, columns, 4, 0.5);
    for (const std::size_t classes : {2u, 5u, 70u}) {
        const auto weights = weights_of(classes, 40, 3);
        LinearModel model(map_of(ids), weights, one_head(classes), 0, ValueKind::counts, 1e4);
        const auto block = block_of(dense, columns);
        const auto found = model.decisions(block, 0, cells);
        std::size_t cut = 0;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const float* counts = dense.data() + cell * columns;
            const double total = std::accumulate(counts, counts + columns, 0.0);
            for (std::size_t c = 0; c < classes; ++c) {
                if (total == 0) {
                    CHECK(std::isnan(found[cell * classes + c]));
                    continue;
                }
                double decision = weights.bias[c];
                for (std::size_t gene = 2; gene < kGenes; ++gene) {
                    const double score = score_of(weights, gene, counts[gene - 1], total);
                    cut += score == 10;
                    decision += weights.weights[gene * classes + c] * score;
                }
                CHECK(std::abs(found[cell * classes + c] - decision) < 1e-9);
            }
        }
        CHECK(cut > 0);
        CHECK(std::any_of(found.begin(), found.end(), [](double decision) { return decision < -1000; }));
    }
}

TEST_CASE("log1p values are read as they are") {
    const auto weights = weights_of(3, 1, 8);
    const auto counts = random_counts(3, kGenes, 5, 0.6);
    auto logs = counts;
    for (std::size_t cell = 0; cell < 3; ++cell) {
        const double total = std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(cell * kGenes),
                                             counts.begin() + static_cast<std::ptrdiff_t>((cell + 1) * kGenes), 0.0);
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            float& value = logs[cell * kGenes + gene];
            value = total > 0 ? static_cast<float>(std::log1p(value / total * 1e4)) : 0;
        }
    }
    const auto map = map_of(gene_ids(kGenes));
    LinearModel of_counts(map, weights, one_head(3), 0, ValueKind::counts, 1e4);
    LinearModel of_logs(map, weights, one_head(3), 0, ValueKind::log1p, 1e4);
    check_all_close(of_logs.decisions(block_of(logs, kGenes, ValueKind::log1p), 0, 3), of_counts.decisions(block_of(counts, kGenes), 0, 3),
                    tolerance::kLogit);
}

TEST_CASE("totals of the model's genes alone leave out what else a file measures, in counts and in logarithms") {
    std::string ids = "OTHER\n" + gene_ids(kGenes);
    const std::size_t columns = kGenes + 1, cells = 4;
    auto counts = random_counts(cells, columns, 9, 0.6);
    for (std::size_t cell = 0; cell < cells; ++cell) counts[cell * columns] = 25;
    const auto weights = weights_of(3, 1, 6);
    auto logs = counts;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const double whole = std::accumulate(counts.data() + cell * columns, counts.data() + (cell + 1) * columns, 0.0);
        for (std::size_t column = 0; column < columns; ++column) {
            float& value = logs[cell * columns + column];
            value = static_cast<float>(std::log1p(value / whole * 1e4));
        }
    }
    const auto own = Normalization::log1p_of_model;
    LinearModel of_counts(map_of(ids), weights, one_head(3), 0, ValueKind::counts, 1e4, own);
    LinearModel of_logs(map_of(ids), weights, one_head(3), 0, ValueKind::log1p, 1e4, own);
    const auto found = of_counts.decisions(block_of(counts, columns), 0, cells);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const float* values = counts.data() + cell * columns + 1;
        const double total = std::accumulate(values, values + kGenes, 0.0);
        for (std::size_t c = 0; c < 3; ++c) {
            if (total == 0) {
                // Whatever else it has, the cell has nothing that the model reads.
                CHECK(std::isnan(found[cell * 3 + c]));
                continue;
            }
            double decision = weights.bias[c];
            for (std::size_t gene = 0; gene < kGenes; ++gene)
                decision += weights.weights[gene * 3 + c] * score_of(weights, gene, values[gene], total);
            CHECK(std::abs(found[cell * 3 + c] - decision) < 1e-9);
        }
    }
    check_all_close(of_logs.decisions(block_of(logs, columns, ValueKind::log1p), 0, cells), found, tolerance::kLogit);
}

TEST_CASE("each class has its own logistic; entropy is that of the shares, at any size of decision") {
    Scores scores(3, 4, 3);
    const std::vector<double> plain{0.5, -1, 2, -3};
    score_logistic_cell(plain, 1, 0, scores);
    CHECK(scores.top[0] == 2);
    CHECK(scores.top[1] == 0);
    CHECK(scores.top[2] == 1);
    double sum = 0, entropy = 0;
    for (const double decision : plain) sum += 1 / (1 + std::exp(-decision));
    for (const double decision : plain) {
        const double share = 1 / (1 + std::exp(-decision)) / sum;
        entropy -= share * std::log(share);
    }
    check_close(scores.probability[0], 1 / (1 + std::exp(-2.0)), tolerance::kFloat);
    check_close(scores.entropy[0], entropy, tolerance::kFloat);
    check_close(scores.rest[0], 1 / (1 + std::exp(3.0)), tolerance::kFloat);
    check_close(scores.rest_squares[0], std::pow(1 / (1 + std::exp(3.0)), 2), tolerance::kFloat);
    // Floats hold no such difference, and exp(-3000) is 0: order and entropy are known all the same.
    score_logistic_cell(std::vector<double>{-3000.00002, -3000, -3001, -8000}, 1, 1, scores);
    CHECK(scores.top[3] == 1);
    CHECK(scores.top[4] == 0);
    CHECK(scores.probability[3] == 0);
    const double one = std::exp(-0.00002), other = std::exp(-1.0), z = 1 + one + other;
    check_close(scores.entropy[1], -(1 / z * std::log(1 / z) + one / z * std::log(one / z) + other / z * std::log(other / z)),
                tolerance::kFloat);
    // Two classes that are both sure share the entropy of two.
    score_logistic_cell(std::vector<double>{900, 1200, -1500, -3000}, 1, 2, scores);
    CHECK(scores.probability[6] == 1);
    CHECK(scores.probability[7] == 1);
    CHECK(scores.probability[8] == 0);
    check_close(scores.entropy[2], std::log(2.0), tolerance::kFloat);
}

TEST_CASE("classes above a threshold are told in order of class; softmax heads and empty cells have none") {
    const auto weights = weights_of(9, 0.4, 5);
    const std::size_t cells = 5;
    const auto dense = random_counts(cells, kGenes, 6, 0.5);
    LinearModel model(map_of(gene_ids(kGenes)), weights, one_head(9, 2), 0, ValueKind::counts, 1e4);
    const auto block = block_of(dense, kGenes);
    const auto decisions = model.decisions(block, 0, cells);
    const auto found = model.predict(block, 4, 0.01);
    REQUIRE(found.matched.size() == 1);
    std::size_t at = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        std::int32_t above = 0;
        for (std::size_t c = 0; c < 9; ++c) {
            if (!(1 / (1 + std::exp(-decisions[cell * 9 + c] / 2)) > 0.01)) continue;
            ++above;
            CHECK(found.matched[0].codes.at(at++) == c);
        }
        CHECK(found.matched[0].counts[cell] == above);
    }
    CHECK(found.matched[0].counts[cells / 2] == 0);
    CHECK(at == found.matched[0].codes.size());
    CHECK(model.predict(block).matched.empty());
    CHECK(found.heads[0].top[cells / 2 * 4] == kNoClass);
}

TEST_CASE("attributions of cut scores sum to the difference of the decisions") {
    const auto weights = weights_of(4, 2, 9);
    const std::size_t cells = 6;
    const auto dense = random_counts(cells, kGenes, 7, 0.6);
    LinearModel model(map_of(gene_ids(kGenes)), weights, one_head(4), 0, ValueKind::counts, 1e4);
    const auto block = block_of(dense, kGenes);
    LinearAttribution attribution(0, std::vector<float>(kGenes), kGenes);
    AttributionCells of;
    for (std::int32_t cell = 0; cell < static_cast<std::int32_t>(cells); ++cell) {
        if (cell == static_cast<std::int32_t>(cells / 2)) continue;
        of.cells.push_back(cell);
        of.codes.push_back(cell % 4);
        of.against.push_back(cell % 2 ? (cell + 1) % 4 : -1);
        of.baselines.push_back(0);
    }
    const auto rows = attribution.rows(model, block, of);
    const auto decisions = model.decisions(block, 0, cells);
    for (std::size_t i = 0; i < of.cells.size(); ++i) {
        const auto code = static_cast<std::size_t>(of.codes[i]);
        const auto* own = decisions.data() + static_cast<std::size_t>(of.cells[i]) * 4;
        double difference = own[code] - model.offset_of(0, of.codes[i], -1);
        if (of.against[i] >= 0) difference -= own[of.against[i]] - model.offset_of(0, of.against[i], -1);
        double sum = 0;
        for (std::size_t gene = 0; gene < kGenes; ++gene) sum += rows[i * kGenes + gene];
        check_close(sum, difference, tolerance::kLogit);
    }
}

TEST_CASE("genes as written: no other case, no alias, the first column alone") {
    const auto vocabulary = read_vocabulary("symbol\tensembl_id\taliases\tscale\nACTB\t\tBACT\t1\nCD4\t\t\t1\n");
    const auto names = read_gene_names("actb\nBACT\nCD4\nCD4\nOther", {});
    const auto strict = map_genes(names, vocabulary, true, true);
    CHECK(strict.vocabulary_of == std::vector<std::int32_t>{-1, -1, 1, -1, -1});
    CHECK(strict.found == 1);
    CHECK(strict.duplicates == 0);
    CHECK(map_genes(names, vocabulary, true).found == 2);
}

TEST_CASE("weights that cannot be are refused in a sentence") {
    auto weights = weights_of(2, 1, 1);
    const auto map = map_of(gene_ids(kGenes));
    weights.scale[3] = 0;
    check_error(ErrorCode::model, "scale that is not above zero",
                [&] { LinearModel(map, weights, one_head(2), 0, ValueKind::counts, 1e4); });
    weights.scale[3] = 1;
    weights.mean[3] = -20;
    check_error(ErrorCode::model, "below zero", [&] { LinearModel(map, weights, one_head(2), 0, ValueKind::counts, 1e4); });
    check_error(ErrorCode::model, "softmax or logistic, not 'probit'",
                [] { make_heads(std::vector<double>{2}, std::vector<double>{1}, {}, std::vector<std::string>{"probit"}); });
}
