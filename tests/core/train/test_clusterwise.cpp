#include "support.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "explain/linear_attribution.hpp"
#include "explain/pruning.hpp"
#include "genes/gene_map.hpp"
#include "predict/heads.hpp"
#include "train/clusterwise.hpp"
#include "train/linear_training.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kGenes = 60, kCells = 600;

struct Patients {
    std::vector<float> counts;
    /// Sick or healthy, and the kind of cell, which no label tells.
    std::vector<std::int32_t> state, kind;
};

/// Two kinds of cells with genes of their own. In the first kind the sick raise genes 40 to 49 and lower 50 to 59, in the second the other
/// way round.
Patients patients(unsigned seed) {
    std::mt19937 random(seed);
    Patients out;
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        const bool is_sick = random() % 2 == 0, is_first = random() % 2 == 0;
        out.state.push_back(is_sick);
        out.kind.push_back(is_first);
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            double rate = 1;
            if (gene < 20) rate = is_first == (gene < 10) ? 8 : 0.3;
            if (gene >= 40) rate = (gene < 50) == (is_sick == is_first) ? 2.5 : 0.6;
            out.counts.push_back(static_cast<float>(std::poisson_distribution<int>(rate)(random)));
        }
    }
    return out;
}

GeneMap map_to_genes() { return map_genes(read_gene_names(gene_ids(kGenes), {}), read_vocabulary(genes_tsv(kGenes)), true); }

std::vector<std::int32_t> every() {
    std::vector<std::int32_t> all(kCells);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

TrainingSample sample_of(const Patients& data) {
    CellScores scores(map_to_genes(), ValueKind::counts, Normalization::rank_normal, 1e4);
    TrainingSample sample(kGenes, kCells);
    sample.add(sample_part(scores, block_of(data.counts, kGenes), every(), 0));
    return sample;
}

LinearRecipe recipe_of(Classifier classifier) {
    LinearRecipe recipe;
    recipe.choice = GeneChoice::all;
    recipe.components = 12;
    recipe.classifier = classifier;
    return recipe;
}

double accuracy(const std::vector<float>& logits, const std::vector<std::int32_t>& truth) {
    double right = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) right += (logits[2 * i + 1] > logits[2 * i]) == (truth[i] == 1);
    return right / static_cast<double>(truth.size());
}

LinearModel model_of(const TrainedMap& map) {
    const std::size_t columns = map.bias.size();
    LinearWeights weights{std::vector<float>(kGenes * columns), map.bias, std::vector<float>(kGenes)};
    for (std::size_t j = 0; j < map.genes.size(); ++j) {
        const auto gene = static_cast<std::size_t>(map.genes[j]);
        weights.mean[gene] = map.mean[j];
        std::copy_n(map.weights.begin() + static_cast<std::ptrdiff_t>(j * columns), columns,
                    weights.weights.begin() + static_cast<std::ptrdiff_t>(gene * columns));
    }
    return LinearModel(map_to_genes(), weights,
                       make_heads(std::vector<double>{2}, std::vector<double>{1}, std::vector<double>{static_cast<double>(map.clusters)}),
                       0, ValueKind::counts);
}

}  // namespace

TEST_CASE("a state whose genes turn round between cell types is told cluster by cluster, and by no one regression") {
    const auto learned = patients(1), unseen = patients(2);
    const auto sample = sample_of(learned), other = sample_of(unseen);
    const auto one = train_linear(sample, learned.state, 2, recipe_of(Classifier::softmax));
    CHECK(accuracy(map_logits(one, other, every()), unseen.state) < 0.65);
    const auto map = train_linear(sample, learned.state, 2, recipe_of(Classifier::clusterwise));
    CHECK(map.clusters >= 2);
    CHECK(map.bias.size() == map.clusters * 3);
    CHECK(accuracy(map_logits(map, other, every()), unseen.state) > 0.9);
    // Again, the same.
    CHECK(train_linear(sample, learned.state, 2, recipe_of(Classifier::clusterwise)).weights == map.weights);
    auto nothing = learned.state;
    std::mt19937 random(5);
    std::shuffle(nothing.begin(), nothing.end(), random);
    CHECK(accuracy(map_logits(train_linear(sample, nothing, 2, recipe_of(Classifier::clusterwise)), other, every()), unseen.state) < 0.62);
}

TEST_CASE("a cluster's regression is that of its cells alone, and its gate the nearest mean") {
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    constexpr std::size_t width = 4;
    std::vector<float> features;
    std::vector<std::int32_t> codes, kind;
    for (std::size_t cell = 0; cell < 300; ++cell) {
        kind.push_back(static_cast<std::int32_t>(cell % 3));
        // The third kind has one class: it gets the classes' shares.
        codes.push_back(cell % 3 == 2 ? 0 : static_cast<std::int32_t>(random() % 2));
        for (std::size_t k = 0; k < width; ++k)
            features.push_back(normal(random) + (k == cell % 3 ? 12.0f : 0) +
                               (k == 3 ? (cell % 3 == 0 ? 1.0f : -1.0f) * static_cast<float>(codes.back()) : 0));
    }
    const auto fit = fit_clusterwise(features, width, codes, 2, {}, 1);
    REQUIRE(fit.clusters == 3);
    const auto logits = softmax_logits(fit.columns, features);
    const double sick = static_cast<double>(std::count(codes.begin(), codes.end(), 1));
    const double shares[2] = {std::log(101.0 / (301 - sick)), std::log(1 / (sick + 1))};
    const Head head{0, 2, 1, 3, 0};
    for (std::int32_t of = 0; of < 3; ++of) {
        std::vector<float> rows;
        std::vector<std::int32_t> own, cells;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (kind[i] != of) continue;
            rows.insert(rows.end(), features.begin() + static_cast<std::ptrdiff_t>(i * width),
                        features.begin() + static_cast<std::ptrdiff_t>((i + 1) * width));
            own.push_back(codes[i]);
            cells.push_back(static_cast<std::int32_t>(i));
        }
        const auto alone = of == 2 ? std::vector<float>() : softmax_logits(fit_softmax(rows, width, own, 2), rows);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto cell = static_cast<std::size_t>(cells[i]);
            const auto sums = std::span(logits).subspan(cell * 9, 9);
            const std::size_t at = head.column_of(0, head.cluster_of(sums));
            for (std::size_t c = 0; c < 2; ++c) check_close(sums[at + c], of == 2 ? shares[c] : alone[i * 2 + c], 1e-4);
        }
    }
    // One kind of cells makes one cluster: a plain regression.
    std::vector<float> same(200 * 2);
    for (float& value : same) value = normal(random);
    std::vector<std::int32_t> either(200);
    for (std::size_t i = 0; i < 200; ++i) either[i] = same[2 * i] > 0;
    const auto plain = fit_clusterwise(same, 2, either, 2, {}, 1);
    if (plain.clusters == 0) CHECK(plain.columns.coefficients == fit_softmax(same, 2, either, 2).coefficients);
}

TEST_CASE("a model with clusters says what its training says, explains each cell by its own cluster's weights, and is pruned by them") {
    const auto learned = patients(1), unseen = patients(2);
    const auto map = train_linear(sample_of(learned), learned.state, 2, recipe_of(Classifier::clusterwise));
    auto model = model_of(map);
    const auto block = block_of(unseen.counts, kGenes);
    const auto logits = model.logits(block, 0, kCells);
    check_all_close(logits, map_logits(map, sample_of(unseen), every()), tolerance::kLogit * 10);
    const auto clusters = model.clusters(block, every(), 0);
    CHECK(std::set<std::int32_t>(clusters.begin(), clusters.end()).size() == map.clusters);
    const std::vector<std::int32_t> none(kCells, 0), alone(kCells, -1);
    const std::vector<float> baseline(kGenes, 0);
    AttributionSums sums(1, 1, kGenes);
    LinearAttribution attribution(0, baseline, kGenes);
    const AttributionCells of{every(), none, none, unseen.state, alone, none};
    const auto explained = attribution.add(model, block, of, sums);
    const auto rows = attribution.rows(model, block, of);
    const std::vector<std::int32_t> some{41, 3};
    const auto few = attribution.rows_of(model, block, of, some);
    std::vector<double> mean(kGenes);
    for (std::size_t i = 0; i < kCells; ++i) {
        const auto row = std::span(rows).subspan(i * kGenes, kGenes);
        check_close(explained.at_cell[i], logits[2 * i + static_cast<std::size_t>(unseen.state[i])], 1e-3);
        check_close(std::accumulate(row.begin(), row.end(), 0.0), static_cast<double>(explained.at_cell[i]) - explained.at_baseline[i],
                    1e-3);
        check_close(few[2 * i], row[41], tolerance::kFloat);
        check_close(few[2 * i + 1], row[3], tolerance::kFloat);
        for (std::size_t gene = 0; gene < kGenes; ++gene) mean[gene] += row[gene] / static_cast<double>(kCells);
    }
    check_all_close(sums.report(0, false).mean, mean, 1e-4);
    const auto pruned =
        prune_linear(model, 0, baseline, block, {{5, 6}, {0, 0}, {0, 0}, {unseen.state[5], unseen.state[6]}, {-1, -1}, {0, 0}},
                     {{}, {}, {0, 0.5}, 1, 1});
    for (std::size_t i = 0; i < 2; ++i) {
        const std::size_t code = static_cast<std::size_t>(unseen.state[5 + i]);
        const double difference = static_cast<double>(logits[2 * (5 + i) + code]) - logits[2 * (5 + i) + 1 - code];
        check_close(pruned.whole[i], 1 / (1 + std::exp(-difference)), 1e-4);
    }
    check_error(ErrorCode::internal, "no cluster 99", [&] { model.weights_of(0, 0, -1, 99); });
    check_error(ErrorCode::internal, "not one of the block", [&] { model.clusters(block, std::vector<std::int32_t>{9999}, 0); });
    check_error(ErrorCode::model, "needs 2 to 1,000",
                [] { make_heads(std::vector<double>{2}, std::vector<double>{1}, std::vector<double>{1}); });
    check_error(ErrorCode::model, "clusters for 2", [] {
        make_heads(std::vector<double>{2}, std::vector<double>{1}, std::vector<double>{0, 0});
    });
}
