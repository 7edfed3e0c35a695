#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "survey/group_sums.hpp"
#include "survey/group_tests.hpp"
#include "survey/variable_genes.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 60, kGenes = 90;

}  // namespace

TEST_CASE("sums of groups equal naive ones, and their F is the definition's", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 8);
    const auto logs = logs_of(dense, kGenes);
    std::vector<std::int32_t> group(kCells);
    // Group 2 has no cells, and every tenth cell no group.
    for (std::size_t cell = 0; cell < kCells; ++cell)
        group[cell] = cell % 10 == 9 ? -1 : cell % 3 == 2 ? 3 : static_cast<std::int32_t>(cell % 2);
    GroupSums whole(kGenes, 4);
    whole.add(block_of(dense, kGenes), ValueKind::counts, group);
    CHECK(whole.cells()[2] == 0);
    const auto anova = anova_of(whole);
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        std::vector<std::vector<double>> values(4);
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            if (group[cell] >= 0) values[static_cast<std::size_t>(group[cell])].push_back(logs[cell * kGenes + gene]);
        }
        double all = 0, cells = 0, between = 0, within = 0;
        for (const auto& own : values) {
            all += std::accumulate(own.begin(), own.end(), 0.0);
            cells += static_cast<double>(own.size());
        }
        for (std::size_t g = 0; g < 4; ++g) {
            const auto& own = values[g];
            check_close(whole.sum(gene, g), std::accumulate(own.begin(), own.end(), 0.0), 1e-5);
            check_close(whole.expressing(gene, g),
                        static_cast<double>(std::count_if(own.begin(), own.end(), [](double v) { return v > 0; })), tolerance::kDouble);
            if (own.empty()) continue;
            const double mean = std::accumulate(own.begin(), own.end(), 0.0) / static_cast<double>(own.size());
            between += static_cast<double>(own.size()) * (mean - all / cells) * (mean - all / cells);
            for (const double value : own) within += (value - mean) * (value - mean);
        }
        check_close(anova.f[gene], between / 2 / (within / (cells - 3)), 1e-4);
    }
    GroupSums merged(kGenes, 4);
    for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>{0, 7}, {7, 41}, {41, kCells}}) {
        GroupSums part(kGenes, 4);
        part.add(block_of(part_of(dense, kGenes, first, last), kGenes), ValueKind::counts, std::span(group).subspan(first, last - first));
        merged.merge(through_bytes(part));
    }
    // The same to the last digit, in whatever pieces the cells come.
    for (std::size_t gene = 0; gene < kGenes; ++gene)
        for (std::size_t g = 0; g < 4; ++g) {
            CHECK(merged.sum(gene, g) == whole.sum(gene, g));
            CHECK(merged.squares(gene, g) == whole.squares(gene, g));
        }
    check_all_close(anova_of(merged).f, anova.f, 1e-9);
    const auto tests = tests_of(merged, 3);
    check_all_close(tests.t, tests_of(whole, 3).t, 1e-9);
    check_error(ErrorCode::bad_input, "both sides need two", [&] { tests_of(whole, 2); });
    check_error(ErrorCode::memory, "fewer groups", [] { GroupSums(60000, 2000); });
    check_error(ErrorCode::internal, "was not counted", [] {
        GroupSums(2, 1).add(block_of({1, 2}, 2), ValueKind::counts, std::vector<std::int32_t>{7});
    });
}
