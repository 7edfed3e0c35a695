#include "support.hpp"

#include "../../parity/doublets_expected.hpp"
#include "survey/above_poisson.hpp"
#include "survey/cells_above.hpp"

using namespace phenolens;

TEST_CASE("v scores and the genes kept are Scrublet's", "[survey]") {
    using namespace expected::doublets;
    const auto found = phenolens::v_scores(mean, variance);
    check_all_close(found, expected::doublets::v_scores, 1e-9);
    CHECK(above_poisson_genes(found, cells_above) == genes);
}

TEST_CASE("genes that do not vary have no v score; where fewer than two vary it is said", "[survey]") {
    const std::vector<double> mean = {1, 0, 2, 3}, variance = {2, 0, 0, 9};
    const auto found = phenolens::v_scores(mean, variance);
    CHECK(std::isnan(found[1]));
    CHECK(std::isnan(found[2]));
    CHECK(found[3] > 0);
    CHECK(above_poisson_genes(std::vector<double>(3, NAN), std::vector<double>(3, 9)).empty());
    check_error(ErrorCode::bad_input, "Fewer than two genes vary",
                [] { phenolens::v_scores(std::vector<double>{1.0}, std::vector<double>{1.0}); });
}

TEST_CASE("cells are counted by counts per 10,000, of counts and of logarithms, masked and merged", "[survey]") {
    const std::size_t genes = 30, cells = 40;
    const auto dense = random_counts(cells, genes, 3);
    std::vector<std::uint8_t> mask(cells, 1);
    mask[4] = mask[9] = 0;
    std::vector<double> naive(genes);
    const auto logs = logs_of(dense, genes);
    for (std::size_t i = 0; i < dense.size(); ++i) {
        if (mask[i / genes] != 0 && std::expm1(logs[i]) >= 250) ++naive[i % genes];
    }
    CellsAbove whole(genes, 250), merged(genes, 250), of_logs(genes, 250);
    whole.add(block_of(dense, genes), ValueKind::counts, mask);
    CHECK(whole.cells() == naive);
    of_logs.add(block_of(floats(logs), genes, ValueKind::log1p), ValueKind::log1p, mask);
    CHECK(of_logs.cells() == naive);
    for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>{0, 11}, {11, cells}}) {
        CellsAbove part(genes, 250);
        part.add(block_of(part_of(dense, genes, first, last), genes), ValueKind::counts, std::span(mask).subspan(first, last - first));
        merged.merge(through_bytes(part));
    }
    CHECK(merged.cells() == naive);
    check_error(ErrorCode::internal, "other genes", [&] { CellsAbove(2, 1).add(block_of(dense, genes), ValueKind::counts); });
}
