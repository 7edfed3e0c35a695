#include "support.hpp"

#include "../../parity/doublets_expected.hpp"
#include "graph/blobs.hpp"
#include "graph/doublets.hpp"
#include "read/values.hpp"
#include "survey/cell_projection.hpp"
#include "survey/gene_covariance.hpp"

using namespace phenolens;

TEST_CASE("scores and errors are Scrublet's of the same doublets", "[graph]") {
    using namespace expected::doublets;
    const auto found = doublet_scores(floats(positions), floats(totals), 4, {.rate = 0.08, .seed = 5});
    CHECK(found.neighbors == 15);
    check_all_close(found.observed, observed, 1e-12);
    check_all_close(found.error, error, 1e-12);
    check_all_close(found.simulated, simulated, 1e-12);
    REQUIRE(found.threshold.has_value());
    check_close(*found.threshold, score_threshold[0], 1e-9);
}

TEST_CASE("the sum of two cells' counts lies between them, weighted by their totals", "[graph]") {
    const std::size_t cells = 60, genes = 50, dims = 5;
    auto dense = random_counts(cells, genes, 8);
    std::vector<std::int32_t> chosen;
    for (std::int32_t gene = 0; gene < 40; ++gene) chosen.push_back(gene);
    GeneCovariance sums(ChosenScores(genes, chosen, Normalization::proportions));
    sums.add(block_of(dense, genes), ValueKind::counts);
    const auto found = sums.standardized_components(dims);
    const CellProjection projection(found.mean, found.rotation);
    const auto place = [&](const std::vector<float>& counts) {
        ChosenScores scores(genes, chosen, Normalization::proportions);
        return projection.project(score_cells(scores, block_of(counts, genes), ValueKind::counts));
    };
    const auto positions = place(dense);
    for (std::size_t a = 0; a < 20; ++a) {
        const std::size_t b = 59 - a;
        std::vector<float> sum(genes);
        double totals[2] = {};
        for (std::size_t g = 0; g < genes; ++g) {
            sum[g] = dense[a * genes + g] + dense[b * genes + g];
            totals[0] += dense[a * genes + g];
            totals[1] += dense[b * genes + g];
        }
        const auto both = place(sum);
        for (std::size_t d = 0; d < dims; ++d) {
            const double between = (totals[0] * positions[a * dims + d] + totals[1] * positions[b * dims + d]) / (totals[0] + totals[1]);
            CHECK(std::abs(both[d] - between) < 1e-4);
        }
    }
}

TEST_CASE("planted doublets have higher scores than cells, the same for the same seed", "[graph]") {
    auto positions = blobs(200, 3, 6, 4);
    const std::size_t cells = 600, planted = 40;
    for (std::size_t i = 0; i < planted; ++i) {
        for (int d = 0; d < 6; ++d) positions.push_back((positions[i * 6 + d] + positions[(i + 300) * 6 + d]) / 2);
    }
    const std::vector<float> totals(cells + planted, 1000);
    const auto found = doublet_scores(positions, totals, 6, {.seed = 1});
    // Of pairs of a planted doublet and a cell, those in which the doublet has the larger score: its AUROC.
    double above = 0;
    for (std::size_t i = 0; i < cells; ++i) {
        for (std::size_t j = cells; j < cells + planted; ++j) above += found.observed[j] > found.observed[i];
    }
    CHECK(above / static_cast<double>(cells * planted) > 0.99);
    CHECK(doublet_scores(positions, totals, 6, {.seed = 1}).observed == found.observed);
    CHECK(doublet_scores(positions, totals, 6, {.seed = 2}).observed != found.observed);
}

TEST_CASE("doublets are refused of one cell, of cells without counts and at no rate", "[graph]") {
    const std::vector<float> two = {1, 2};
    check_error(ErrorCode::bad_input, "two cells", [] { doublet_scores(std::vector<float>{1}, std::vector<float>{1}, 1, {}); });
    check_error(ErrorCode::bad_input, "without counts", [&] { doublet_scores(two, std::vector<float>{1, 0}, 1, {}); });
    check_error(ErrorCode::bad_input, "between 0 and 1", [&] { doublet_scores(two, two, 1, {.rate = 1}); });
    check_error(ErrorCode::internal, "do not fit", [&] { doublet_scores(two, two, 2, {}); });
}
