#include "support.hpp"

#include "explain/pruning.hpp"
#include "parity/pruning_expected.hpp"

using namespace phenolens;
namespace expects = expected::pruning;

namespace {

constexpr std::size_t kCells = 14, kGenes = 40, kClasses = 4;

LinearModel model_of(double temperature = 1) {
    const auto map = map_genes(read_gene_names(gene_ids(kGenes), {}), read_vocabulary(genes_tsv(kGenes)), true);
    return LinearModel(map, {floats(expects::weights), floats(expects::bias), std::vector<float>(kGenes)},
                       make_heads(std::vector<double>{kClasses}, std::vector<double>{temperature}), 0, ValueKind::counts,
                       Normalization::log1p, 1e4);
}

AttributionCells cells_of(std::size_t from, std::size_t to) {
    AttributionCells of;
    for (std::size_t cell = from; cell < to; ++cell) {
        of.cells.push_back(static_cast<std::int32_t>(cell - from));
        of.codes.push_back(expects::codes[cell]);
        of.against.push_back(expects::against[cell]);
        of.baselines.push_back(expects::baseline_row[cell]);
    }
    return of;
}

MatrixBlock cells(std::size_t from, std::size_t to) {
    const auto dense = floats(expects::counts);
    return make_dense_block(static_cast<std::int64_t>(from), to - from, kGenes,
                            std::span(dense).subspan(from * kGenes, (to - from) * kGenes), ValueKind::counts);
}

PruningPlan plan_of(std::size_t draws, std::size_t count = kCells) {
    return {floats(expects::ranking), std::vector<std::int32_t>(count, 0), expects::shares, draws, 3};
}

}  // namespace

TEST_CASE("pruned cells have the probabilities of scikit-learn's classifier, genes put to the baseline by attribution, its reverse, its "
          "sign and a ranking",
          "[pruning]") {
    auto model = model_of();
    const auto found = prune_linear(model, 0, floats(expects::baselines), cells(0, kCells), cells_of(0, kCells), plan_of(0));
    CHECK(found.orders == 4);
    check_all_close(found.whole, expects::whole, tolerance::kLogit);
    check_all_close(found.probability, expects::probability, tolerance::kLogit);
    CHECK(found.kept == expects::kept);
}

TEST_CASE("orders by chance take other genes in every draw, the same whatever the blocks, and all end at the baseline", "[pruning]") {
    auto model = model_of();
    const auto baselines = floats(expects::baselines);
    auto plan = plan_of(5);
    plan.shares = {1.0 / kGenes, 0.5, 1};
    const auto whole = prune_linear(model, 0, baselines, cells(0, kCells), cells_of(0, kCells), plan);
    REQUIRE(whole.orders == 9);
    const auto at = [&](std::size_t cell, std::size_t order, std::size_t share) {
        return whole.probability[(cell * 9 + order) * 3 + share];
    };
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        std::vector<float> half;
        for (std::size_t order = 0; order < 9; ++order) check_close(at(cell, order, 2), at(cell, 0, 2), tolerance::kLogit);
        for (std::size_t order = 4; order < 9; ++order) half.push_back(at(cell, order, 1));
        std::sort(half.begin(), half.end());
        CHECK(half.front() < half.back());
        // One gene taken away by chance is one gene taken away by a ranking that has it first.
        for (std::size_t order = 4; order < 9; ++order) {
            float nearest = 1;
            for (std::size_t gene = 0; gene < kGenes; ++gene) {
                PruningPlan one{std::vector<float>(kGenes), {0}, {1.0 / kGenes}, 0, 1};
                one.rankings[gene] = 1;
                const auto of = cells_of(cell, cell + 1);
                nearest = std::min(nearest, std::abs(prune_linear(model, 0, baselines, cells(cell, cell + 1), of, one).probability[3] -
                                                     at(cell, order, 0)));
            }
            CHECK(nearest < 1e-6);
        }
    }
    plan.rows.resize(5);
    const auto part = prune_linear(model, 0, baselines, cells(4, 9), cells_of(4, 9), plan);
    CHECK(std::vector<float>(whole.probability.begin() + 4 * 27, whole.probability.begin() + 9 * 27) == part.probability);
}

TEST_CASE("a cell with nothing to rank and an order that a cell has not are NaN; temperature softens", "[pruning]") {
    auto model = model_of();
    AttributionCells of{{0, 1}, {}, {}, {0, 1}, {-1, -1}, {0, 0}};
    std::vector<float> dense(2 * kGenes);
    dense[kGenes + 3] = 2;
    const auto found =
        prune_linear(model, 0, std::vector<float>(kGenes), block_of(dense, kGenes), of, {std::vector<float>(kGenes), {0, -1}, {0.5}, 1, 1});
    CHECK(std::isnan(found.whole[0]));
    CHECK(std::isnan(found.probability[0]));
    CHECK_FALSE(std::isnan(found.probability[5]));
    CHECK(std::isnan(found.probability[8]));
    auto soft = model_of(50);
    CHECK(prune_linear(soft, 0, floats(expects::baselines), cells(0, 1), cells_of(0, 1), plan_of(0, 1)).whole[0] ==
          Approx(0.25).margin(0.05));
}

TEST_CASE("what cannot be pruned is refused", "[pruning]") {
    auto model = model_of();
    const auto baselines = floats(expects::baselines);
    auto plan = plan_of(1);
    plan.shares = {0.5, 0.2};
    check_error(ErrorCode::bad_input, "must rise", [&] { prune_linear(model, 0, baselines, cells(0, kCells), cells_of(0, kCells), plan); });
    check_error(ErrorCode::internal, "not over the model's 40 genes",
                [&] { prune_linear(model, 0, std::span(baselines).first(7), cells(0, kCells), cells_of(0, kCells), plan_of(1)); });
    plan = plan_of(1);
    plan.rows[2] = 1;
    check_error(ErrorCode::internal, "does not exist",
                [&] { prune_linear(model, 0, baselines, cells(0, kCells), cells_of(0, kCells), plan); });
    CHECK(prune_linear(model, 0, baselines, cells(0, 1), {}, {{}, {}, {0.5}, 2, 1}).whole.empty());
}
