#include "support.hpp"

#include "base/normal.hpp"
#include "cells/rank_normal.hpp"
#include "parity/core_expected.hpp"

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
