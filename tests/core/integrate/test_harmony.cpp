#include "support.hpp"

#include <numeric>

#include "graph/neighbors.hpp"
#include "integrate/batches.hpp"
#include "integrate/harmony.hpp"
#include "integrate/mixing.hpp"
#include "parity/integrate_expected.hpp"

using namespace phenolens;

namespace {

void finish(Harmony& harmony) {
    double share = 0;
    while (harmony.step()) {
        CHECK(harmony.share() >= share);
        share = harmony.share();
    }
    CHECK(harmony.share() == 1);
}

/// Mean LISI as harmonypy takes it: 90 neighbours, perplexity 30.
double mean_lisi(std::span<const float> values, const std::vector<std::int32_t>& codes) {
    const auto near = find_neighbors(values, batches::kCells, batches::kDims, {.k = 90});
    const auto found = lisi_of(near, codes, 30).values;
    return std::accumulate(found.begin(), found.end(), 0.0) / static_cast<double>(found.size());
}

}  // namespace

TEST_CASE("over seeds, objective and LISI are harmonypy's", "[integrate]") {
    using namespace expected::integrate;
    const auto cells = batches::cells();
    const auto compare = [&](const std::vector<std::int32_t>& codes, std::vector<std::size_t> levels, const std::vector<double>& objective,
                             const std::vector<double>& lisi) {
        double first = 0, last = 0;
        std::vector<double> mixed(lisi.size());
        const int seeds = 8;
        for (int seed = 0; seed < seeds; ++seed) {
            Harmony harmony(cells.values, batches::kDims, codes, levels, {.seed = static_cast<std::uint64_t>(seed)});
            finish(harmony);
            first += harmony.objectives().front() / seeds;
            last += harmony.objectives().back() / seeds;
            mixed[0] += mean_lisi(harmony.positions(), cells.batch) / seeds;
            if (mixed.size() == 3) mixed[1] += mean_lisi(harmony.positions(), cells.condition) / seeds;
            mixed.back() += mean_lisi(harmony.positions(), cells.type) / seeds;
        }
        CHECK(std::abs(first / objective[0] - 1) < 0.01);
        CHECK(std::abs(last / objective[1] - 1) < 0.01);
        for (std::size_t i = 0; i < lisi.size(); ++i) CHECK(std::abs(mixed[i] - lisi[i]) < 0.05);
    };
    compare(cells.batch, {batches::kBatches}, batch_objective, batch_lisi);
    compare(cells.both(), {batches::kBatches, batches::kConditions}, both_objective, both_lisi);
    CHECK(std::abs(mean_lisi(cells.values, cells.batch) - lisi_before[0]) < 0.001);
}

TEST_CASE("the same seed gives the same, cells without a batch or a position stay, and positions are the last correction's",
          "[integrate]") {
    auto cells = batches::cells();
    cells.batch[5] = -1;
    cells.values[7 * batches::kDims + 2] = std::numeric_limits<float>::quiet_NaN();
    Harmony one(cells.values, batches::kDims, cells.batch, {batches::kBatches}, {.seed = 3}),
        other(cells.values, batches::kDims, cells.batch, {batches::kBatches}, {.seed = 3});
    CHECK(one.cells() == batches::kCells - 2);
    CHECK(one.clusters() == 30);
    CHECK(part_of(one.positions(), batches::kDims, 0, 5) == part_of(cells.values, batches::kDims, 0, 5));
    while (one.corrections() == 0) one.step();
    const auto after_one = one.positions();
    CHECK(part_of(after_one, batches::kDims, 5, 6) == part_of(cells.values, batches::kDims, 5, 6));
    CHECK(after_one[7 * batches::kDims] == cells.values[7 * batches::kDims]);
    CHECK(after_one[0] != cells.values[0]);
    finish(one);
    finish(other);
    CHECK(part_of(one.positions(), batches::kDims, 8, 900) == part_of(other.positions(), batches::kDims, 8, 900));
    CHECK(one.converged());
    CHECK(one.objectives().size() == static_cast<std::size_t>(one.corrections()) + 1);
    CHECK_FALSE(one.step());
}

TEST_CASE("what cannot be integrated is said", "[integrate]") {
    const auto cells = batches::cells();
    const auto run = [&](HarmonyOptions options) { Harmony(cells.values, batches::kDims, cells.batch, {batches::kBatches}, options); };
    check_error(ErrorCode::bad_input, "sigma is above 0", [&] { run({.sigma = 0}); });
    check_error(ErrorCode::bad_input, "2 values of theta for 1", [&] { run({.theta = {1, 2}}); });
    check_error(ErrorCode::bad_input, "lambda is above 0", [&] { run({.ridge = {.penalty = -1.0}}); });
    check_error(ErrorCode::bad_input, "900 cells for 901 clusters", [&] { run({.clusters = 901}); });
    check_error(ErrorCode::bad_input, "at least once", [&] { run({.corrections = 0}); });
    check_error(ErrorCode::internal, "do not fit", [&] { Harmony(cells.values, 7, cells.batch, {batches::kBatches}, {}); });
    check_error(ErrorCode::bad_input, "nothing to integrate",
                [&] { Harmony(cells.values, batches::kDims, std::vector<std::int32_t>(batches::kCells), {1}, {}); });
}
