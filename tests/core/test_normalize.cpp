#include "support.hpp"

#include "../parity/core_expected.hpp"
#include "base/normal.hpp"
#include "cells/normalize.hpp"
#include "cells/rank_normal.hpp"

using namespace phenolens;

namespace {

/// Dense scores of a cell by the sparse transform.
std::vector<double> dense_scores(const std::vector<float>& cell) {
    std::vector<float> values;
    for (const float value : cell) {
        if (value > 0) values.push_back(value);
    }
    RankNormal rank(cell.size());
    RankNormalCell out;
    rank.transform(values, out);
    std::vector<double> dense;
    std::size_t next = 0;
    for (const float value : cell) dense.push_back(value > 0 ? static_cast<double>(out.zero) + out.difference[next++] : out.zero);
    return dense;
}

/// Average ranks by counting, one gene against all.
std::vector<double> naive_scores(const std::vector<float>& cell) {
    std::vector<double> z;
    double squares = 0;
    for (const float value : cell) {
        double below = 0, same = 0;
        for (const float other : cell) {
            below += other < value;
            same += other == value;
        }
        z.push_back(normal_quantile((below + (same + 1) / 2) / static_cast<double>(cell.size() + 1)));
        squares += z.back() * z.back();
    }
    for (double& score : z) score *= std::sqrt(static_cast<double>(cell.size()) / squares);
    return z;
}

std::vector<float> row(const std::vector<double>& dense, std::size_t at, std::size_t genes) {
    return {dense.begin() + static_cast<std::ptrdiff_t>(at * genes), dense.begin() + static_cast<std::ptrdiff_t>((at + 1) * genes)};
}

}  // namespace

TEST_CASE("the normal quantile equals SciPy's") {
    for (std::size_t i = 0; i < expected::quantile_p.size(); ++i)
        check_close(normal_quantile(expected::quantile_p[i]), expected::quantile_z[i], tolerance::kDouble);
    CHECK(std::isinf(normal_quantile(0)));
    CHECK(std::isinf(normal_quantile(1)));
}

TEST_CASE("rank-normal scores equal SciPy's, of counts, of large numbers and of logarithms") {
    for (std::size_t cell = 0; cell < 4; ++cell) {
        const auto counts = row(expected::dense_counts, cell, 60);
        const std::vector<double> scores(expected::ranked.begin() + static_cast<std::ptrdiff_t>(cell * 60),
                                         expected::ranked.begin() + static_cast<std::ptrdiff_t>((cell + 1) * 60));
        check_all_close(dense_scores(counts), scores, tolerance::kFloat);
        check_all_close(dense_scores(row(expected::logged, cell, 60)), scores, tolerance::kFloat);
    }
}

TEST_CASE("rank-normal scores equal a naive recomputation") {
    std::mt19937 random(9);
    for (int round = 0; round < 40; ++round) {
        std::vector<float> cell(1 + random() % 200);
        const bool whole = round % 2 == 0;
        for (float& value : cell)
            value = random() % 3 == 0 ? 0 : whole ? static_cast<float>(1 + random() % 6) : static_cast<float>(random() % 1000) * 1.37f;
        cell[0] = 3;
        if (cell.size() > 1)
            cell[1] = 4;
        else
            continue;
        check_all_close(dense_scores(cell), naive_scores(cell), tolerance::kFloat);
    }
}

TEST_CASE("rank-normal by hand: two genes of three") {
    // Ranks 1, 2, 3 of 3 genes: p = 1/4, 1/2, 3/4; scores -a, 0, a with mean square 1.
    const auto scores = dense_scores({0, 5, 9});
    check_all_close(scores, std::vector<double>{-std::sqrt(1.5), 0, std::sqrt(1.5)}, tolerance::kFloat);
}

TEST_CASE("rank-normal scores have mean square 1 whatever the panel, and keep none of the cell before") {
    RankNormal rank(500);
    RankNormalCell first, again, between;
    std::vector<float> values(120);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(1 + i % 9);
    REQUIRE(rank.transform(values, first));
    REQUIRE(rank.transform(std::vector<float>{1, 1023, 1024, 7.5f}, between));
    REQUIRE(rank.transform(values, again));
    CHECK(first.difference == again.difference);
    double squares = 380.0 * first.zero * first.zero;
    for (const float difference : first.difference) squares += std::pow(first.zero + difference, 2);
    check_close(squares / 500, 1, tolerance::kFloat);
}

TEST_CASE("a cell with nothing to rank has no scores") {
    RankNormal rank(3);
    RankNormalCell out;
    CHECK_FALSE(rank.transform({}, out));
    CHECK_FALSE(rank.transform(std::vector<float>{2, 2, 2}, out));
    CHECK(out.difference == std::vector<float>(3, 0));
    CHECK_FALSE(RankNormal(1).transform(std::vector<float>{5}, out));
    check_error(ErrorCode::internal, "More values", [&] { rank.transform(std::vector<float>(4, 1), out); });
}

TEST_CASE("log1p equals scanpy's") {
    for (std::size_t cell = 0; cell < 4; ++cell) {
        const auto counts = row(expected::dense_counts, cell, 60);
        std::vector<float> out(60);
        log1p_values(counts, cell_total(counts, ValueKind::counts), kTargetSum, ValueKind::counts, out);
        check_all_close(out, row(expected::logged, cell, 60), tolerance::kFloat);
        check_close(cell_total(out, ValueKind::log1p), 1e4, 1e-5);
    }
}

TEST_CASE("log1p brings logarithms of counts per 10,000 to another target") {
    std::vector<float> out(2);
    log1p_values(std::vector<float>{0.5f, 2}, 0, 1e6, ValueKind::log1p, out);
    check_close(out[0], std::log1p(std::expm1(0.5) * 100), tolerance::kFloat);
    check_close(out[1], std::log1p(std::expm1(2.0) * 100), tolerance::kFloat);
}

TEST_CASE("log1p leaves an empty cell empty and logarithms as they are") {
    std::vector<float> out(2, 7);
    log1p_values(std::vector<float>{0, 0}, 0, 1e4, ValueKind::counts, out);
    CHECK(out == std::vector<float>{0, 0});
    log1p_values(std::vector<float>{0.5f, 2}, 0, 1e4, ValueKind::log1p, out);
    CHECK(out == std::vector<float>{0.5f, 2});
    log1p_values(std::vector<float>{0.5f, 31.5f}, 32, 1e4, ValueKind::fractional_counts, out);
    check_close(out[0], std::log1p(0.5e4 / 32), tolerance::kFloat);
}

TEST_CASE("PolyGene's bins equal numpy's digitize") {
    const ExpressionBins bins(expected::bin_edges);
    for (std::size_t i = 0; i < expected::bin_values.size(); ++i)
        CHECK(bins.bin_of(static_cast<float>(expected::bin_values[i])) == expected::bins_of_51[i]);
    check_error(ErrorCode::model, "no edges", [] { ExpressionBins({}); });
    check_error(ErrorCode::model, "the edge 1 after 2", [] { ExpressionBins({2, 1}); });
    check_error(ErrorCode::model, "rise from above zero", [] { ExpressionBins({0, 1}); });
}

TEST_CASE("equal-frequency bins by hand") {
    CHECK(equal_frequency_bins({}, 5).empty());
    // One value spans every bin: the lower middle of 1 to 4.
    CHECK(equal_frequency_bins(std::vector<float>{7}, 5) == std::vector<float>{2});
    CHECK(equal_frequency_bins(std::vector<float>{1, 2, 3, 4}, 5) == std::vector<float>{1, 2, 3, 4});
    CHECK(equal_frequency_bins(std::vector<float>{4, 1, 9, 4}, 4) == std::vector<float>{2, 1, 3, 2});
}
