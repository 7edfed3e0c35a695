#include "support.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "stats/pca.hpp"
#include "stats/statistics.hpp"
#include "survey/cell_projection.hpp"
#include "survey/gene_covariance.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 50, kGenes = 40;

}  // namespace

TEST_CASE("the covariance of sparse cells is that of dense ones, for both scales, masked and merged", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 6);
    const std::vector<std::int32_t> chosen = {0, 3, 4, 11, 20, 38};
    std::vector<std::uint8_t> mask(kCells, 1);
    for (std::size_t cell = 3; cell < kCells; cell += 7) mask[cell] = 0;
    for (const auto scale : {Normalization::log1p, Normalization::rank_normal}) {
        // Dense scores by their definitions; an empty cell has none by ranks.
        std::vector<std::vector<double>> rows;
        const auto logs = logs_of(dense, kGenes);
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            if (mask[cell] == 0) continue;
            std::vector<double> scores(logs.begin() + static_cast<std::ptrdiff_t>(cell * kGenes),
                                       logs.begin() + static_cast<std::ptrdiff_t>((cell + 1) * kGenes));
            if (scale == Normalization::rank_normal) {
                const bool empty = std::all_of(scores.begin(), scores.end(), [](double v) { return v == 0; });
                if (empty) continue;
                double squares = 0;
                scores = average_ranks(scores);
                for (double& score : scores) {
                    // The quantile by bisection of the tail.
                    const double p = score / (kGenes + 1);
                    double low = -10, high = 10;
                    for (int i = 0; i < 200; ++i) (normal_sf((low + high) / 2) > 1 - p ? low : high) = (low + high) / 2;
                    score = low;
                    squares += score * score;
                }
                for (double& score : scores) score *= std::sqrt(kGenes / squares);
            }
            std::vector<double> row;
            for (const std::int32_t gene : chosen) row.push_back(scores[static_cast<std::size_t>(gene)]);
            rows.push_back(row);
        }
        Covariance naive(chosen.size());
        for (const auto& row : rows) naive.add(std::vector<float>(row.begin(), row.end()));
        const auto expected = leading_components(naive, 4);
        GeneCovariance whole(ChosenScores(kGenes, chosen, scale));
        whole.add(block_of(dense, kGenes), ValueKind::counts, mask);
        CHECK(whole.cells() == static_cast<double>(rows.size()));
        const auto found = whole.components(4);
        check_all_close(found.variance, expected.variance, 1e-5);
        check_all_close(found.rotation, expected.rotation, 1e-4);
        GeneCovariance merged(ChosenScores(kGenes, chosen, scale));
        for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>{0, 1}, {1, 30}, {30, kCells}}) {
            GeneCovariance part(ChosenScores(kGenes, chosen, scale));
            part.add(block_of(part_of(dense, kGenes, first, last), kGenes), ValueKind::counts,
                     std::span(mask).subspan(first, last - first));
            ByteWriter writer;
            part.write(writer);
            const auto bytes = writer.take();
            ByteReader reader(bytes);
            merged.merge(GeneCovariance::read(reader));
        }
        check_all_close(merged.components(4).rotation, found.rotation, 1e-5);
        ChosenScores scores(kGenes, chosen, scale);
        const CellProjection projection(found.mean, found.rotation);
        const auto placed = projection.project(score_cells(scores, block_of(dense, kGenes), ValueKind::counts, mask));
        CHECK(std::isnan(placed[3 * 4]));
        // Kept while the covariance was gathered, the same to the bit, however the cells are cut; beyond the limit nothing is.
        GeneCovariance keeping(ChosenScores(kGenes, chosen, scale), 1'000'000), few(ChosenScores(kGenes, chosen, scale), 100);
        std::vector<float> kept;
        for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>{0, 7}, {7, kCells}}) {
            for (GeneCovariance* each : {&keeping, &few})
                each->add(block_of(part_of(dense, kGenes, first, last), kGenes), ValueKind::counts,
                          std::span(mask).subspan(first, last - first));
        }
        REQUIRE(keeping.kept().is_whole());
        for (const auto& block : keeping.kept().blocks()) {
            const auto part = projection.project(block);
            kept.insert(kept.end(), part.begin(), part.end());
        }
        REQUIRE(kept.size() == placed.size());
        for (std::size_t i = 0; i < placed.size(); ++i) CHECK((kept[i] == placed[i] || (std::isnan(kept[i]) && std::isnan(placed[i]))));
        CHECK_FALSE(few.kept().is_whole());
        CHECK(few.kept().blocks().empty());
        CHECK_FALSE(whole.kept().is_whole());
        // Started again, sums are those of what is added since; scores stay.
        keeping.restart();
        CHECK(keeping.cells() == 0);
        keeping.add(block_of(dense, kGenes), ValueKind::counts, mask);
        ByteWriter again, once;
        keeping.write(again);
        whole.write(once);
        CHECK(again.take() == once.take());
        CHECK(keeping.kept().blocks().size() == 3);
        double sum = 0, squares = 0;
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            if (std::isnan(placed[cell * 4])) continue;
            sum += placed[cell * 4];
            squares += static_cast<double>(placed[cell * 4]) * placed[cell * 4];
        }
        CHECK(std::abs(sum) < 1e-3);
        check_close(squares / (whole.cells() - 1), found.variance[0], 1e-4);
    }
    check_error(ErrorCode::bad_input, "each once", [&] { ChosenScores(kGenes, {3, 3}, Normalization::log1p); });
    check_error(ErrorCode::bad_input, "1 to 10,000", [&] { GeneCovariance(ChosenScores(kGenes, {}, Normalization::log1p)); });
    check_error(ErrorCode::bad_input, "at least two cells",
                [&] { GeneCovariance(ChosenScores(kGenes, chosen, Normalization::log1p)).components(2); });
}

TEST_CASE("standardized components are those of z-scored proportions; a gene that does not vary has no part", "[survey]") {
    auto dense = random_counts(kCells, kGenes, 9);
    std::vector<std::int32_t> chosen;
    for (std::int32_t gene = 0; gene < 12; ++gene) chosen.push_back(gene);
    for (std::size_t cell = 0; cell < kCells; ++cell) dense[cell * kGenes + 5] = 0;
    const auto logs = logs_of(dense, kGenes);
    std::vector<double> mean(12), deviation(12);
    for (std::size_t g = 0; g < 12; ++g) {
        for (std::size_t cell = 0; cell < kCells; ++cell) mean[g] += std::expm1(logs[cell * kGenes + g]) / kCells;
        for (std::size_t cell = 0; cell < kCells; ++cell) deviation[g] += std::pow(std::expm1(logs[cell * kGenes + g]) - mean[g], 2);
        deviation[g] = std::sqrt(deviation[g] / (kCells - 1));
    }
    Covariance naive(12);
    std::vector<float> rows;
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        std::vector<float> row;
        for (std::size_t g = 0; g < 12; ++g)
            row.push_back(deviation[g] > 0 ? static_cast<float>((std::expm1(logs[cell * kGenes + g]) - mean[g]) / deviation[g]) : 0);
        naive.add(row);
        rows.insert(rows.end(), row.begin(), row.end());
    }
    const auto expected = leading_components(naive, 3);
    GeneCovariance sums(ChosenScores(kGenes, chosen, Normalization::proportions));
    sums.add(block_of(dense, kGenes), ValueKind::counts);
    const auto found = sums.standardized_components(3);
    check_all_close(found.variance, expected.variance, 1e-5);
    CHECK(found.rotation[5] == 0);
    ChosenScores scores(kGenes, chosen, Normalization::proportions);
    const auto placed = CellProjection(found.mean, found.rotation).project(score_cells(scores, block_of(dense, kGenes), ValueKind::counts));
    check_all_close(placed, project(rows, expected.mean, expected.rotation), 1e-3);
}
