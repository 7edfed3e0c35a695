#include "support.hpp"

#include <cmath>
#include <numeric>

#include "genes/gene_map.hpp"
#include "parity/ranking_expected.hpp"
#include "train/class_attribution.hpp"
#include "train/gene_ranking.hpp"

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

LinearRecipe recipe() {
    LinearRecipe out;
    out.choice = GeneChoice::all;
    out.components = 8;
    return out;
}

}  // namespace

TEST_CASE("a class's attributions add up to how far its mean logit is from that of all cells") {
    const auto cells = sample();
    std::vector<std::int32_t> codes = expects::labels, rows;
    // Cells that take no part.
    std::fill(codes.begin(), codes.begin() + 5, -1);
    for (std::size_t i = 5; i < codes.size(); ++i) rows.push_back(static_cast<std::int32_t>(i));
    const auto found = class_attributions(cells, codes, kClasses, recipe());
    REQUIRE(found.size() == kClasses * kGenes);
    const auto logits = map_logits(train_linear(cells, codes, kClasses, recipe()), cells, rows);
    for (std::size_t c = 0; c < kClasses; ++c) {
        double of_class = 0, count = 0, of_all = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double logit = logits[i * kClasses + c];
            of_all += logit / static_cast<double>(rows.size());
            if (codes[i + 5] != static_cast<std::int32_t>(c)) continue;
            of_class += logit;
            ++count;
        }
        const double sum = std::accumulate(found.begin() + static_cast<std::ptrdiff_t>(c * kGenes),
                                           found.begin() + static_cast<std::ptrdiff_t>((c + 1) * kGenes), 0.0);
        CHECK(std::abs(sum - (of_class / count - of_all)) < 1e-4);
    }
    const auto ranked = rank_genes(cells, codes, kClasses, Ranking::attribution, 1);
    // Genes 0 to 5 make the classes.
    double causal = 0, others = 0;
    for (std::size_t gene = 0; gene + 1 < kGenes; ++gene) (gene < 6 ? causal : others) += ranked[gene] / (gene < 6 ? 6 : 7);
    CHECK(causal > 3 * others);
}

TEST_CASE("a class without cells has no attributions, and recipes without one weight per gene and class are refused") {
    const auto cells = sample();
    auto codes = expects::labels;
    for (auto& code : codes) code = code == 2 ? -1 : code;
    const auto found = class_attributions(cells, codes, kClasses, recipe());
    CHECK(std::all_of(found.begin() + 2 * kGenes, found.end(), [](float value) { return value == 0; }));
    auto clusterwise = recipe();
    clusterwise.classifier = Classifier::clusterwise;
    check_error(ErrorCode::bad_input, "choose another recipe", [&] { class_attributions(cells, codes, kClasses, clusterwise); });
}
