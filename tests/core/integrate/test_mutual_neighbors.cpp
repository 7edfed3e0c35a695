#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "graph/neighbors.hpp"
#include "integrate/batches.hpp"
#include "integrate/mixing.hpp"
#include "integrate/mutual_neighbors.hpp"
#include "parity/integrate_expected.hpp"

using namespace phenolens;

namespace {

double mixing(std::span<const float> values, const std::vector<std::int32_t>& batch) {
    return lisi_of(find_neighbors(values, batches::kCells, batches::kDims, {.k = 30}), batch).mixing;
}

}  // namespace

TEST_CASE("positions are those of scranpy's correct_mnn, and batches are mixed more", "[integrate]") {
    const auto cells = batches::cells();
    MutualNeighbors mutual(cells.values, batches::kDims, cells.batch, batches::kBatches, kMutualNeighbors);
    CHECK(mutual.left() == 2);
    CHECK(mutual.positions() == cells.values);
    CHECK(mutual.step() == 1);
    CHECK(mutual.step() == 0);
    CHECK(mutual.step() == 0);
    const auto found = mutual.positions();
    check_all_close(part_of(found, batches::kDims, 0, 40), expected::integrate::mutual_neighbors, 1e-5);
    CHECK(mixing(found, cells.batch) > 4 * mixing(cells.values, cells.batch));
}

TEST_CASE("the largest batch stays, cells that take no part stay, and a batch without cells is none", "[integrate]") {
    auto cells = batches::cells();
    cells.batch[2] = -1;
    cells.values[3 * batches::kDims] = std::numeric_limits<float>::infinity();
    MutualNeighbors mutual(cells.values, batches::kDims, cells.batch, batches::kBatches + 1, kMutualNeighbors);
    CHECK(mutual.left() == 2);
    while (mutual.step() > 0) {}
    const auto found = mutual.positions();
    for (std::size_t i = 0; i < batches::kCells; ++i) {
        const bool stays = cells.batch[i] == 0 || i == 2 || i == 3;
        CHECK((part_of(found, batches::kDims, i, i + 1) == part_of(cells.values, batches::kDims, i, i + 1)) == stays);
    }
}

TEST_CASE("what has no mutual neighbours is refused", "[integrate]") {
    const auto cells = batches::cells();
    const auto run = [&](const std::vector<std::int32_t>& codes, std::size_t batches, int k) {
        MutualNeighbors(cells.values, 8, codes, batches, k);
    };
    check_error(ErrorCode::bad_input, "nothing to integrate", [&] { run(std::vector<std::int32_t>(batches::kCells), 1, 15); });
    check_error(ErrorCode::bad_input, "at least one neighbour", [&] { run(cells.batch, 3, 0); });
    check_error(ErrorCode::internal, "beyond", [&] { run(cells.batch, 2, 15); });
    check_error(ErrorCode::internal, "do not fit", [&] { run({0, 1}, 2, 15); });
}
