#include "support.hpp"

#include <numeric>

#include "genes/gene_map.hpp"
#include "parity/ranking_expected.hpp"
#include "train/gene_ranking.hpp"
#include "train/linear_training.hpp"

using namespace phenolens;
namespace expects = expected::ranking;

namespace {

constexpr std::size_t kGenes = 14, kClasses = 3;

TrainingSample sample() {
    const std::vector<float> dense(expects::counts.begin(), expects::counts.end());
    CellScores scores(map_genes(read_gene_names(gene_ids(kGenes), {}), read_vocabulary(genes_tsv(kGenes)), true), ValueKind::counts,
                      Normalization::log1p, 1e4);
    TrainingSample out(kGenes, expects::labels.size());
    std::vector<std::int32_t> rows(expects::labels.size());
    std::iota(rows.begin(), rows.end(), 0);
    out.add(sample_part(scores, block_of(dense, kGenes), rows, 0));
    return out;
}

}  // namespace

TEST_CASE("genes are ranked as scikit-learn and SciPy rank them") {
    const auto cells = sample();
    check_all_close(rank_genes(cells, expects::labels, kClasses, Ranking::anova, 1), expects::anova, 1e-5);
    check_all_close(rank_genes(cells, expects::labels, kClasses, Ranking::variance, 1), expects::variance, 1e-5);
    check_all_close(rank_genes(cells, expects::labels, kClasses, Ranking::rank_sum, 1), expects::rank_sum, 1e-9);
    check_all_close(rank_genes(cells, expects::labels, kClasses, Ranking::mutual_information, 1), expects::mutual_information, 1e-9);
}

TEST_CASE("a ranking by weights puts the genes that make the classes first; one by chance is the seed's") {
    const auto cells = sample();
    const auto weights = rank_genes(cells, expects::labels, kClasses, Ranking::weights, 1);
    double causal = 0, others = 0;
    for (std::size_t gene = 0; gene + 1 < kGenes; ++gene) (gene < 6 ? causal : others) += weights[gene] / (gene < 6 ? 6 : 7);
    CHECK(causal > 1.5 * others);
    CHECK(rank_genes(cells, expects::labels, kClasses, Ranking::random, 4) ==
          rank_genes(cells, expects::labels, kClasses, Ranking::random, 4));
    CHECK(rank_genes(cells, expects::labels, kClasses, Ranking::random, 4) !=
          rank_genes(cells, expects::labels, kClasses, Ranking::random, 5));
}

TEST_CASE("rankings see no cell that takes no part, and a model can be trained on the genes listed") {
    const auto cells = sample();
    auto codes = expects::labels;
    std::fill(codes.begin() + 40, codes.end(), -1);
    auto other = expects::counts;
    for (std::size_t i = 40 * kGenes; i < other.size(); ++i) other[i] = 9;
    const std::vector<float> changed(other.begin(), other.end());
    CellScores scores(map_genes(read_gene_names(gene_ids(kGenes), {}), read_vocabulary(genes_tsv(kGenes)), true), ValueKind::counts,
                      Normalization::log1p, 1e4);
    TrainingSample second(kGenes, codes.size());
    std::vector<std::int32_t> rows(codes.size());
    std::iota(rows.begin(), rows.end(), 0);
    second.add(sample_part(scores, block_of(changed, kGenes), rows, 0));
    for (const Ranking ranking :
         {Ranking::anova, Ranking::variance, Ranking::rank_sum, Ranking::mutual_information, Ranking::weights, Ranking::attribution}) {
        check_all_close(rank_genes(cells, codes, kClasses, ranking, 1), rank_genes(second, codes, kClasses, ranking, 1),
                        tolerance::kDouble);
    }
    LinearRecipe recipe;
    recipe.choice = GeneChoice::list;
    recipe.list = {4, 0, 4, 1};
    recipe.components = 0;
    CHECK(train_linear(cells, codes, kClasses, recipe).genes == std::vector<std::int32_t>{0, 1, 4});
    recipe.list = {14};
    check_error(ErrorCode::bad_input, "are not the sample's", [&] { train_linear(cells, codes, kClasses, recipe); });
    check_error(ErrorCode::bad_input, "there are fewer",
                [&] { rank_genes(cells, std::vector<std::int32_t>(70, 0), kClasses, Ranking::anova, 1); });
    check_error(ErrorCode::bad_input, "not by 'luck'", [] { ranking_of("luck"); });
}
