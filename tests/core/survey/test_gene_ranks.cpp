#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "stats/statistics.hpp"
#include "survey/gene_ranks.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 50, kGenes = 40;

}  // namespace

TEST_CASE("ranks of groups equal a naive count of pairs, however the cells are cut into blocks and genes into parts", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 12);
    const auto logs = logs_of(dense, kGenes);
    std::vector<std::int32_t> group(kCells);
    for (std::size_t cell = 0; cell < kCells; ++cell) group[cell] = cell % 11 == 10 ? -1 : static_cast<std::int32_t>(cell % 3);
    std::vector<double> cells(4, 0);
    for (const std::int32_t one : group)
        if (one >= 0) ++cells[static_cast<std::size_t>(one)];
    const std::vector<std::int32_t> bounds = {0, 13, static_cast<std::int32_t>(kGenes)};
    GeneRanks first(0, 13, cells), second(13, kGenes, cells);
    // Blocks in another order than the file's.
    for (const auto& [from, to] : {std::pair<std::size_t, std::size_t>{20, kCells}, {0, 20}}) {
        const auto parts = rank_parts(block_of(part_of(dense, kGenes, from, to), kGenes), ValueKind::counts,
                                      std::span(group).subspan(from, to - from), bounds);
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
