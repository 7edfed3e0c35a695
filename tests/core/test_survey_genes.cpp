#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "../parity/survey_expected.hpp"
#include "base/bytes.hpp"
#include "stats/density.hpp"
#include "stats/loess.hpp"
#include "stats/statistics.hpp"
#include "survey/cell_projection.hpp"
#include "survey/gene_covariance.hpp"
#include "survey/gene_ranks.hpp"
#include "survey/variable_genes.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 50, kGenes = 40;

std::vector<float> part_of(const std::vector<float>& dense, std::size_t first, std::size_t last) {
    return {dense.begin() + static_cast<std::ptrdiff_t>(first * kGenes), dense.begin() + static_cast<std::ptrdiff_t>(last * kGenes)};
}

/// Dense log1p(CP10K) by its definition.
std::vector<double> logs_of(const std::vector<float>& dense) {
    std::vector<double> out(dense.size());
    for (std::size_t cell = 0; cell * kGenes < dense.size(); ++cell) {
        double total = 0;
        for (std::size_t g = 0; g < kGenes; ++g) total += dense[cell * kGenes + g];
        for (std::size_t g = 0; g < kGenes && total > 0; ++g) out[cell * kGenes + g] = std::log1p(1e4 * dense[cell * kGenes + g] / total);
    }
    return out;
}

}  // namespace

TEST_CASE("loess equals skmisc's, between vertices and with ties", "[survey]") {
    using namespace survey_expected;
    check_all_close(loess(loess_x, loess_y, 0.3), loess_fitted, 1e-9);
    check_all_close(loess(tied_x, tied_y, 0.3), tied_fitted, 1e-9);
    check_all_close(loess(tied_x, tied_y, 0.75), tied_fitted_wide, 1e-9);
}

TEST_CASE("loess of a parabola is the parabola; too few points are refused", "[survey]") {
    std::vector<double> x, y;
    for (int i = 0; i < 200; ++i) {
        x.push_back(std::sin(i));
        y.push_back(3 - 2 * x.back() + x.back() * x.back());
    }
    check_all_close(loess(x, y, 0.3), y, 1e-3);
    check_error(ErrorCode::bad_input, "at least", [] { loess(std::vector<double>(5, 1), std::vector<double>(5, 1), 0.3); });
    check_error(ErrorCode::bad_input, "one place", [] {
        std::vector<double> same(100, 1.0);
        same[0] = 0;
        loess(same, same, 0.3);
    });
}

TEST_CASE("dispersions are z-scored within twenty bins of the mean", "[survey]") {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> uniform(0.1, 60);
    std::vector<double> mean, variance;
    for (int i = 0; i < 300; ++i) {
        mean.push_back(i % 50 == 0 ? 0 : uniform(random));
        variance.push_back(mean.back() * uniform(random));
    }
    const auto found = dispersion_scores(mean, variance);
    const double low = *std::min_element(found.mean.begin(), found.mean.end()),
                 high = *std::max_element(found.mean.begin(), found.mean.end());
    for (std::size_t gene = 0; gene < mean.size(); ++gene) {
        if (mean[gene] == 0) {
            CHECK(std::isnan(found.score[gene]));
            continue;
        }
        const auto bin = [&](std::size_t other) { return std::max(0.0, std::ceil((found.mean[other] - low) / (high - low) * 20) - 1); };
        double sum = 0, squares = 0, genes = 0;
        for (std::size_t other = 0; other < mean.size(); ++other) {
            if (mean[other] == 0 || bin(other) != bin(gene)) continue;
            const double dispersion = std::log(variance[other] / mean[other]);
            ++genes;
            sum += dispersion;
            squares += dispersion * dispersion;
        }
        const double deviation = std::sqrt((squares - sum * sum / genes) / (genes - 1));
        check_close(found.score[gene], genes < 2 ? 1 : (std::log(variance[gene] / mean[gene]) - sum / genes) / deviation, 1e-8);
    }
    CHECK(dispersion_scores(std::vector<double>{}, std::vector<double>{}).score.empty());
    CHECK(dispersion_scores(std::vector<double>{2.0}, std::vector<double>{1.0}).score == std::vector<double>{1});
}

TEST_CASE("a gene that does not vary expects a variance of one; where none varies it is said", "[survey]") {
    check_error(ErrorCode::bad_input, "No gene varies", [] { expected_variance(std::vector<double>(30, 1), std::vector<double>(30, 0)); });
    std::vector<double> mean, variance;
    for (int i = 1; i <= 40; ++i) {
        mean.push_back(i);
        variance.push_back(i == 7 ? 0 : i * 1.5);
    }
    const auto expected = expected_variance(mean, variance);
    CHECK(expected[6] == 1);
    check_close(expected[20], 21 * 1.5, 1e-6);
}

TEST_CASE("the leading eigenpairs of a large matrix are those it was made of, also of an odd number of dims", "[survey]") {
    for (const std::size_t dims : {400u, 301u}) {
        // A known spectrum, turned by reflections.
        std::vector<double> values(dims), matrix(dims * dims, 0);
        for (std::size_t i = 0; i < dims; ++i)
            values[i] = 30 * std::exp(-0.05 * static_cast<double>(i)) + 1e-3 * static_cast<double>(dims - i);
        for (std::size_t i = 0; i < dims; ++i) matrix[i * dims + i] = values[i];
        std::mt19937 random(9);
        std::normal_distribution<double> normal;
        for (int round = 0; round < 3; ++round) {
            std::vector<double> v(dims), left(dims);
            double length = 0;
            for (double& one : v) {
                one = normal(random);
                length += one * one;
            }
            for (double& one : v) one /= std::sqrt(length);
            for (std::size_t i = 0; i < dims; ++i)
                left[i] = std::inner_product(v.begin(), v.end(), matrix.begin() + static_cast<std::ptrdiff_t>(i * dims), 0.0);
            const double middle = std::inner_product(v.begin(), v.end(), left.begin(), 0.0);
            for (std::size_t i = 0; i < dims; ++i) {
                for (std::size_t j = 0; j < dims; ++j)
                    matrix[i * dims + j] += -2 * v[i] * left[j] - 2 * left[i] * v[j] + 4 * middle * v[i] * v[j];
            }
        }
        const auto found = components_of(matrix, std::vector<double>(dims, 0), 100, 10);
        check_all_close(found.variance, std::vector<double>(values.begin(), values.begin() + 10), 1e-9);
        for (std::size_t k = 0; k < 10; ++k) {
            for (std::size_t i = 0; i < dims; ++i) {
                double product = 0;
                for (std::size_t j = 0; j < dims; ++j) product += matrix[i * dims + j] * found.rotation[k * dims + j];
                REQUIRE(std::abs(product - found.variance[k] * found.rotation[k * dims + i]) < 1e-5);
            }
        }
    }
}

TEST_CASE("the covariance of sparse cells is that of dense ones, for both scales, masked and merged", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 6);
    const std::vector<std::int32_t> chosen = {0, 3, 4, 11, 20, 38};
    std::vector<std::uint8_t> mask(kCells, 1);
    for (std::size_t cell = 3; cell < kCells; cell += 7) mask[cell] = 0;
    for (const auto scale : {Normalization::log1p, Normalization::rank_normal}) {
        // Dense scores by their definitions; an empty cell has none by ranks.
        std::vector<std::vector<double>> rows;
        const auto logs = logs_of(dense);
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
            part.add(block_of(part_of(dense, first, last), kGenes), ValueKind::counts, std::span(mask).subspan(first, last - first));
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
                each->add(block_of(part_of(dense, first, last), kGenes), ValueKind::counts, std::span(mask).subspan(first, last - first));
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

TEST_CASE("ranks of groups equal a naive count of pairs, however the cells are cut into blocks and genes into parts", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 12);
    const auto logs = logs_of(dense);
    std::vector<std::int32_t> group(kCells);
    for (std::size_t cell = 0; cell < kCells; ++cell) group[cell] = cell % 11 == 10 ? -1 : static_cast<std::int32_t>(cell % 3);
    std::vector<double> cells(4, 0);
    for (const std::int32_t one : group)
        if (one >= 0) ++cells[static_cast<std::size_t>(one)];
    const std::vector<std::int32_t> bounds = {0, 13, static_cast<std::int32_t>(kGenes)};
    GeneRanks first(0, 13, cells), second(13, kGenes, cells);
    // Blocks in another order than the file's.
    for (const auto& [from, to] : {std::pair<std::size_t, std::size_t>{20, kCells}, {0, 20}}) {
        const auto parts =
            rank_parts(block_of(part_of(dense, from, to), kGenes), ValueKind::counts, std::span(group).subspan(from, to - from), bounds);
        REQUIRE(parts.size() == 2);
        first.add(parts[0]);
        second.add(parts[1]);
        check_error(ErrorCode::internal, "other genes", [&, &one = parts[0]] { second.add(one); });
    }
    const auto low = first.tests(), high = second.tests();
    const double all = std::accumulate(cells.begin(), cells.end(), 0.0);
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        std::vector<double> values;
        std::vector<std::int32_t> of;
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            if (group[cell] < 0) continue;
            values.push_back(static_cast<float>(logs[cell * kGenes + gene]));
            of.push_back(group[cell]);
        }
        const auto ranks = average_ranks(values);
        double ties = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double same = static_cast<double>(std::count(values.begin(), values.end(), values[i]));
            ties += same * same - 1;
        }
        for (std::size_t g = 0; g < 4; ++g) {
            double sum = 0, more = 0;
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (of[i] != static_cast<std::int32_t>(g)) continue;
                sum += ranks[i];
                for (std::size_t j = 0; j < values.size(); ++j) {
                    if (of[j] != of[i]) more += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
                }
            }
            const double own = cells[g], deviation = std::sqrt((1 - ties / (all * all * all - all)) * own * (all - own) * (all + 1) / 12);
            const auto& tests = gene < 13 ? low : high;
            const std::size_t at = (gene < 13 ? gene : gene - 13) * 4 + g;
            check_close(tests.z[at], deviation > 0 ? (sum - own * (all + 1) / 2) / deviation : 0, 1e-6);
            check_close(tests.auc[at], own > 0 ? more / (own * (all - own)) : NAN, tolerance::kFloat);
        }
    }
}

TEST_CASE("a density is SciPy's, and nothing where values do not vary", "[survey]") {
    using namespace survey_expected;
    check_all_close(kernel_density(std::vector<float>(density_values.begin(), density_values.end()), density_places), density, 1e-5);
    CHECK(kernel_density(std::vector<float>{2, 2, 2}, std::vector<double>{2}) == std::vector<double>{0});
    CHECK(kernel_density({}, std::vector<double>{2}) == std::vector<double>{0});
}
