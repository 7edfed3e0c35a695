#include "support.hpp"

#include <algorithm>

#include "survey/gene_ranks.hpp"
#include "survey/group_sums.hpp"
#include "survey/group_tests.hpp"

using namespace phenolens;

TEST_CASE("a gene that neither side varies in has t 0 and p 1", "[survey]") {
    GroupSums sums(2, 2);
    sums.add(block_of({0, 1, 0, 2, 0, 3, 0, 5}, 2), ValueKind::log1p, std::vector<std::int32_t>{0, 0, 1, 1});
    const auto found = tests_of(sums, 0);
    CHECK(found.t[0] == 0);
    CHECK(found.p[0] == 1);
    CHECK(found.log_fold_change[0] == 0);
    // Welch by hand: means 1.5 and 4, variances 0.5 and 2.
    check_close(found.t[1], -2.5 / std::sqrt(0.25 + 1), tolerance::kDouble);
    CHECK(found.fraction[1] == 1);
}

TEST_CASE("some groups against some others are tested as the two groups they make together", "[survey]") {
    constexpr std::size_t kCells = 60, kGenes = 15;
    const auto block = block_of(random_counts(kCells, kGenes, 5), kGenes);
    std::vector<std::int32_t> five(kCells), two(kCells);
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        five[cell] = static_cast<std::int32_t>(cell % 5);
        two[cell] = five[cell] == 4 ? -1 : five[cell] % 2;
    }
    GroupSums apart(kGenes, 5), together(kGenes, 2);
    apart.add(block, ValueKind::counts, five);
    together.add(block, ValueKind::counts, two);
    const std::size_t own[] = {1, 3}, rest[] = {0, 2}, none[] = {5};
    const GroupTests found = tests_between(apart, own, rest), wanted = tests_of(together, 1);
    CHECK(found.cells == wanted.cells);
    check_all_close(found.t, wanted.t, tolerance::kDouble);
    check_all_close(found.p, wanted.p, tolerance::kDouble);
    check_all_close(found.q, wanted.q, tolerance::kDouble);
    check_all_close(found.log_fold_change, wanted.log_fold_change, tolerance::kDouble);
    check_error(ErrorCode::internal, "was not counted", [&] { tests_between(apart, own, none); });
}

TEST_CASE("over independent cells of one population 5 in 100 genes have p < .05, by Welch's t and by ranks", "[null]") {
    std::mt19937 random(20261206);
    constexpr std::size_t kCells = 240, kGenes = 3000;
    for (const double dispersion : {0.0, 1.0}) {
        std::vector<float> dense(kCells * kGenes);
        std::vector<std::int32_t> group(kCells);
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            const double rate = gene % 3 == 0 ? 0.3 : gene % 3 == 1 ? 1 : 4;
            for (std::size_t cell = 0; cell < kCells; ++cell) {
                const double mean = dispersion > 0 ? std::gamma_distribution<double>(1 / dispersion, rate * dispersion)(random) : rate;
                dense[cell * kGenes + gene] = static_cast<float>(std::poisson_distribution<int>(mean)(random));
            }
        }
        for (std::size_t cell = 0; cell < kCells; ++cell) group[cell] = cell % 3 == 0 ? 0 : 1;
        const auto block = block_of(dense, kGenes);
        GroupSums sums(kGenes, 2);
        sums.add(block, ValueKind::counts, group);
        const std::vector<std::int32_t> bounds = {0, static_cast<std::int32_t>(kGenes)};
        GeneRanks ranks(0, kGenes, sums.cells());
        ranks.add(rank_parts(block, ValueKind::counts, group, bounds)[0]);
        const auto z = ranks.tests().z;
        std::vector<double> own;
        for (std::size_t gene = 0; gene < kGenes; ++gene) own.push_back(z[2 * gene]);
        for (const auto& p : {tests_of(sums, 0).p, normal_tests(own).p}) {
            const auto called = static_cast<double>(std::count_if(p.begin(), p.end(), [](double one) { return one < 0.05; }));
            INFO(called << " of " << kGenes << ", dispersion " << dispersion);
            // 99.9% of what chance gives.
            CHECK(std::abs(called - 0.05 * kGenes) < 3.3 * std::sqrt(0.05 * 0.95 * kGenes));
        }
    }
}
