#include "support.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>

#include "graph/neighbors.hpp"
#include "integrate/batches.hpp"
#include "integrate/mixing.hpp"
#include "integrate/leading_search.hpp"
#include "integrate/mutual_neighbors.hpp"
#include "parity/integrate_expected.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#include <mnncorrect/mnncorrect.hpp>
#pragma GCC diagnostic pop

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
    double share = 0;
    while (mutual.step()) {
        CHECK(mutual.share() >= share);
        share = mutual.share();
    }
    CHECK(mutual.share() == 1);
    CHECK(mutual.left() == 0);
    CHECK_FALSE(mutual.step());
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
    while (mutual.step()) {}
    const auto found = mutual.positions();
    for (std::size_t i = 0; i < batches::kCells; ++i) {
        const bool stays = cells.batch[i] == 0 || i == 2 || i == 3;
        CHECK((part_of(found, batches::kDims, i, i + 1) == part_of(cells.values, batches::kDims, i, i + 1)) == stays);
    }
}

TEST_CASE("steps give what the library gives in one call", "[integrate]") {
    const auto cells = batches::cells();
    // Batch after batch, as the library takes them; 4 components are few, so that cells are near one another's.
    for (const std::size_t dims : {std::size_t{4}, batches::kDims}) {
        const std::size_t count = cells.values.size() / dims;
        std::vector<std::int32_t> codes(count);
        for (std::size_t i = 0; i < count; ++i) codes[i] = static_cast<std::int32_t>(i * 4 / count);
        std::vector<int> sizes(4);
        for (const auto code : codes) ++sizes[static_cast<std::size_t>(code)];
        const auto own = [&](double comparisons) {
            MutualNeighbors mutual(cells.values, dims, codes, 4, kMutualNeighbors, comparisons);
            while (mutual.step()) {}
            return mutual.positions();
        };
        std::vector<float> expected(cells.values.size());
        mnncorrect::Options<int, float> options;
        options.num_neighbors = kMutualNeighbors;
        options.builder = std::make_shared<LeadingSearch>();
        mnncorrect::compute(dims, sizes, cells.values.data(), expected.data(), options);
        CHECK(own(kComparisonsAStep) == expected);
        // A few cells at a time.
        CHECK(own(1000) == expected);
    }
}

TEST_CASE("a batch of one or five cells, equal batches, and batches far apart are merged", "[integrate]") {
    const auto cells = batches::cells();
    const auto merged = [&](std::span<const float> values, const std::vector<std::int32_t>& codes) {
        MutualNeighbors mutual(values, batches::kDims, codes, 2, kMutualNeighbors);
        while (mutual.step()) {}
        return mutual.positions();
    };
    for (const std::size_t few : {1, 5}) {
        std::vector<std::int32_t> codes(batches::kCells);
        std::fill_n(codes.begin(), few, 1);
        const auto found = merged(cells.values, codes);
        CHECK(std::all_of(found.begin(), found.end(), [](float value) { return std::isfinite(value); }));
        CHECK(part_of(found, batches::kDims, few, batches::kCells) == part_of(cells.values, batches::kDims, few, batches::kCells));
        CHECK_FALSE(part_of(found, batches::kDims, 0, few) == part_of(cells.values, batches::kDims, 0, few));
    }
    // The same cells twice lie where they lay.
    std::vector<float> twice(cells.values);
    twice.insert(twice.end(), cells.values.begin(), cells.values.end());
    std::vector<std::int32_t> codes(2 * batches::kCells);
    std::fill(codes.begin() + batches::kCells, codes.end(), 1);
    check_all_close(merged(twice, codes), twice, 1e-4);
    // Moved far away, they come back.
    auto moved = twice;
    for (std::size_t i = batches::kCells; i < 2 * batches::kCells; ++i) moved[i * batches::kDims] += 1000;
    const auto back = merged(moved, codes);
    for (std::size_t i = 0; i < 2 * batches::kCells; ++i)
        CHECK(std::abs(back[i * batches::kDims] - back[((i + batches::kCells) % (2 * batches::kCells)) * batches::kDims]) < 300);
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
