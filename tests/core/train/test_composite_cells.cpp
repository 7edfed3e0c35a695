#include "support.hpp"

#include <set>

#include "train/composite_cells.hpp"
#include "train/simulated.hpp"

using namespace phenolens;
using namespace phenolens::simulated;

namespace {

constexpr std::size_t kGenes = 200, kClasses = 3;

std::vector<std::int32_t> reversed() {
    std::vector<std::int32_t> numbers(kGenes);
    for (std::size_t j = 0; j < kGenes; ++j) numbers[j] = static_cast<std::int32_t>(kGenes - 1 - j);
    return numbers;
}

}  // namespace

TEST_CASE("a composite's values are values of its class, gene by gene, and it is none of the cells") {
    const auto made = simulate(120, kGenes, kClasses, 5);
    const auto sample = sample_of(made.dense, kGenes, Normalization::rank_normal);
    const auto cells = composite_cells(sample, made.codes, kClasses, reversed(), kGenes, Normalization::rank_normal);
    CHECK(cells.genes == kGenes);
    REQUIRE(cells.cells.size() > 290);
    REQUIRE(cells.cells.size() < 310);
    // Naive places of every cell's values among its distinct ones, by vocabulary gene.
    std::set<std::vector<int>> real;
    std::vector<std::vector<int>> places;
    for (std::size_t i = 0; i < 120; ++i) {
        const std::set<float> distinct(made.dense.begin() + static_cast<std::ptrdiff_t>(i * kGenes),
                                       made.dense.begin() + static_cast<std::ptrdiff_t>((i + 1) * kGenes));
        std::vector<int> row(kGenes);
        for (std::size_t j = 0; j < kGenes; ++j) {
            const float value = made.dense[i * kGenes + j];
            const int below = static_cast<int>(std::distance(distinct.begin(), distinct.find(value)));
            row[kGenes - 1 - j] = value > 0 ? below + (*distinct.begin() > 0) : 0;
        }
        real.insert(row);
        places.push_back(row);
    }
    std::vector<bool> ever(kClasses);
    for (const auto& cell : cells.cells) {
        std::vector<int> row(kGenes);
        for (std::size_t k = 0; k < cell.genes.size(); ++k) row[static_cast<std::size_t>(cell.genes[k])] = cell.amounts[k];
        CHECK(!real.contains(row));
        // Some class has, of every gene, a cell with this value.
        std::size_t classes = 0;
        for (std::size_t c = 0; c < kClasses; ++c) {
            bool is_possible = true;
            for (std::size_t j = 0; j < kGenes && is_possible; ++j) {
                bool is_there = false;
                for (std::size_t i = 0; i < 120; ++i) is_there |= made.codes[i] == static_cast<std::int32_t>(c) && places[i][j] == row[j];
                is_possible = is_there;
            }
            classes += is_possible;
            ever[c] = ever[c] || is_possible;
        }
        CHECK(classes >= 1);
    }
    for (std::size_t c = 0; c < kClasses; ++c) CHECK(ever[c]);
}

TEST_CASE("composites depend on the seed alone, keep to a number of values, and leave out classes of few cells") {
    const auto made = simulate(90, kGenes, kClasses, 6);
    const auto sample = sample_of(made.dense, kGenes, Normalization::log1p);
    const auto in_parts = sample_of(made.dense, kGenes, Normalization::log1p, 7);
    const auto of = [&](const TrainingSample& from, CompositeOptions options, const std::vector<std::int32_t>& codes) {
        return write_panel_cells(composite_cells(from, codes, kClasses, reversed(), kGenes, Normalization::log1p, options));
    };
    CHECK(of(sample, {}, made.codes) == of(in_parts, {}, made.codes));
    CHECK(of(sample, {}, made.codes) != of(sample, {.seed = 2}, made.codes));
    const auto small = of(sample, {.values = 2000}, made.codes);
    const auto read = read_panel_cells(small, kGenes);
    std::size_t values = 0;
    for (const auto& cell : read.cells) values += cell.genes.size();
    CHECK(values > 1500);
    CHECK(values < 2500);
    auto rare = std::vector<std::int32_t>(90, -1);
    for (std::size_t i = 0; i < 4; ++i) rare[i] = 0;
    CHECK(read_panel_cells(of(sample, {}, rare), kGenes).cells.empty());
    rare[4] = 0;
    CHECK(read_panel_cells(of(sample, {}, rare), kGenes).cells.size() == 300);
    check_error(ErrorCode::bad_input, "do not fit the vocabulary", [&] {
        composite_cells(sample, made.codes, kClasses, std::vector<std::int32_t>(kGenes, 200), kGenes, Normalization::log1p);
    });
}
