#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "explain/attribution.hpp"
#include "explain/linear_attribution.hpp"
#include "genes/gene_map.hpp"
#include "stats/statistics.hpp"
#include "train/linear_training.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kGenes = 150, kClasses = 4, kCausal = 6;

struct Planted {
    std::vector<float> counts;
    std::vector<std::int32_t> codes;
};

/// Counts of cells whose class raises its own six genes (0 to 5 for class 0, 6 to 11 for class 1, ...); all else varies with depth and
/// three modules alone.
Planted plant(std::size_t cells, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    Planted out{std::vector<float>(cells * kGenes), std::vector<std::int32_t>(cells)};
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::size_t code = cell % kClasses;
        out.codes[cell] = static_cast<std::int32_t>(code);
        const double depth = std::exp(0.35 * normal(random));
        const double module[3] = {std::exp(0.4 * normal(random)), std::exp(0.4 * normal(random)), std::exp(0.4 * normal(random))};
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            double rate = (0.4 + static_cast<double>(gene * 7 % 23) / 10) * depth * module[gene % 3];
            if (gene / kCausal == code) rate *= 3;
            out.counts[cell * kGenes + gene] = static_cast<float>(std::poisson_distribution<int>(rate)(random));
        }
    }
    return out;
}

/// A model trained on some cells; AUROC of each class's mean attributions, in other cells, for the genes that make the class; their mean.
double recovery(const std::vector<std::int32_t>& labels, const Planted& learned, const Planted& unseen, bool is_trained = true) {
    const GeneMap map = map_genes(read_gene_names(gene_ids(kGenes), {}), read_vocabulary(genes_tsv(kGenes)), true);
    CellScores scores(map, ValueKind::counts, Normalization::rank_normal, 1e4);
    TrainingSample sample(kGenes, labels.size());
    std::vector<std::int32_t> rows(labels.size());
    std::iota(rows.begin(), rows.end(), 0);
    sample.add(sample_part(scores, block_of(learned.counts, kGenes), rows, 0));
    LinearRecipe recipe;
    recipe.choice = GeneChoice::all;
    recipe.components = 40;
    recipe.c = 0.1;
    const TrainedMap fit = train_linear(sample, labels, kClasses, recipe);
    LinearWeights weights{std::vector<float>(kGenes * kClasses), fit.bias, std::vector<float>(kGenes)};
    for (std::size_t j = 0; j < fit.genes.size(); ++j) {
        const auto gene = static_cast<std::size_t>(fit.genes[j]);
        weights.mean[gene] = fit.mean[j];
        std::copy_n(fit.weights.begin() + static_cast<std::ptrdiff_t>(j * kClasses), kClasses,
                    weights.weights.begin() + static_cast<std::ptrdiff_t>(gene * kClasses));
    }
    if (!is_trained) {
        std::mt19937 random(8);
        std::normal_distribution<float> normal;
        for (float& weight : weights.weights) weight = normal(random);
    }
    LinearModel model(map, weights, make_heads(std::vector<double>{kClasses}, std::vector<double>{1}), 0, ValueKind::counts);
    std::vector<std::int32_t> cells(unseen.codes.size());
    std::iota(cells.begin(), cells.end(), 0);
    const auto block = block_of(unseen.counts, kGenes);
    // Against the mean cell: what makes a class is what it has beyond the others.
    const auto all = model.scores(block, cells);
    std::vector<float> baseline(kGenes, 0);
    for (std::size_t i = 0; i < all.size(); ++i) baseline[i % kGenes] += all[i] / static_cast<float>(cells.size());
    AttributionSums sums(kClasses, 1, kGenes);
    const std::vector<std::int32_t> none(cells.size(), 0), alone(cells.size(), -1);
    LinearAttribution(0, baseline, kGenes).add(model, block, {cells, unseen.codes, none, unseen.codes, alone, none}, sums);
    double mean = 0;
    for (std::size_t code = 0; code < kClasses; ++code) {
        const auto found = sums.report(code, false).mean;
        const auto ranks = average_ranks(std::vector<double>(found.begin(), found.end()));
        double sum = 0;
        for (std::size_t j = 0; j < kGenes; ++j) {
            if (static_cast<std::size_t>(model.genes()[j]) / kCausal == code) sum += ranks[j];
        }
        mean += (sum - kCausal * (kCausal + 1) / 2.0) / (kCausal * (kGenes - kCausal)) / kClasses;
    }
    return mean;
}

}  // namespace

TEST_CASE("planted genes are found by a linear model's attributions, and not with shuffled labels or random weights") {
    const Planted learned = plant(1200, 1), unseen = plant(400, 2);
    CHECK(recovery(learned.codes, learned, unseen) >= 0.95);
    auto shuffled = learned.codes;
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(3));
    const double by_chance = recovery(shuffled, learned, unseen);
    INFO("shuffled " << by_chance);
    CHECK(by_chance < 0.75);
    const double untrained = recovery(learned.codes, learned, unseen, false);
    INFO("untrained " << untrained);
    CHECK(untrained < 0.75);
}
