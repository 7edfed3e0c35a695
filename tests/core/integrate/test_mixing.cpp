#include "support.hpp"

#include "integrate/batches.hpp"
#include "integrate/mixing.hpp"
#include "parity/integrate_expected.hpp"

using namespace phenolens;

namespace {

/// scib-metrics counts the cell among its neighbours.
Neighbors nearest(const std::vector<float>& values, int with_itself) {
    return find_neighbors(values, batches::kCells, batches::kDims, {.k = with_itself - 1});
}

}  // namespace

TEST_CASE("LISI, kBET and connectivity are those of scib-metrics", "[integrate]") {
    using namespace expected::integrate;
    const auto cells = batches::cells();
    const auto near = nearest(cells.values, 30);
    const auto by_batch = lisi_of(near, cells.batch);
    check_all_close(std::vector<float>(by_batch.values.begin(), by_batch.values.begin() + 40), lisi, 1e-4);
    CHECK(by_batch.categories == 3);
    check_close(by_batch.mixing, ilisi[0], 1e-4);
    check_close(1 - lisi_of(near, cells.type).mixing, clisi[0], 1e-4);
    const auto found = kbet_of(near, cells.batch);
    check_close(found.acceptance, kbet[0], 1e-9);
    check_close(found.statistic, kbet[1], 1e-6);
    check_close(found.p, kbet[2], 1e-6);
    check_close(connectivity_of(nearest(cells.values, 4), cells.type).mean, connectivity[0], 1e-9);
}

TEST_CASE("neighbours all of one category are mixed once, half and half twice; cells without a category do not count", "[integrate]") {
    const Neighbors near = {2, {1, 2, 0, 2, 0, 1, 0, 1}, {1, 1, 1, 1, 1, 1, 1, 1}};
    CHECK(lisi_of(near, std::vector<std::int32_t>{0, 0, 1, 0}, 2).values == std::vector<float>{2, 2, 1, 1});
    const auto left_out = lisi_of(near, std::vector<std::int32_t>{0, -1, 1, -1}, 2);
    CHECK(left_out.values[0] == 1);
    CHECK(std::isnan(left_out.values[1]));
    CHECK(std::isnan(lisi_of(near, std::vector<std::int32_t>{0, 0, 0, 0}, 2).mixing));
    CHECK(std::isnan(kbet_of(near, std::vector<std::int32_t>{2, 2, 2, -1}).acceptance));
    check_error(ErrorCode::internal, "different cells", [&] { lisi_of(near, std::vector<std::int32_t>{0}); });
}

TEST_CASE("parts are strongly connected: an arrow in one direction alone does not join", "[integrate]") {
    // 0 and 1 point at each other, 2 at 0, 3 at 2.
    const Neighbors near = {1, {1, 0, 0, 2}, {1, 1, 1, 1}};
    const auto found = connectivity_of(near, std::vector<std::int32_t>{0, 0, 0, 2});
    check_close(found.shares[0], 2.0 / 3, 1e-12);
    CHECK(std::isnan(found.shares[1]));
    CHECK(found.shares[2] == 1);
    check_close(found.mean, 5.0 / 6, 1e-12);
}

TEST_CASE("a sample's share of neighbours of the own type, beside what chance gives, by counting", "[integrate]") {
    const auto cells = batches::cells();
    const auto near = nearest(cells.values, 11);
    const auto found = own_type_shares(near, cells.type, cells.batch, 4);
    std::vector<double> same(3), size(3);
    for (std::size_t i = 0; i < batches::kCells; ++i) {
        for (std::size_t j = 0; j < 10; ++j) same[cells.batch[i]] += cells.type[near.index[i * 10 + j]] == cells.type[i];
        size[cells.batch[i]] += 1;
    }
    for (std::size_t s = 0; s < 3; ++s) {
        check_close(found.share[s], same[s] / size[s] / 10, 1e-12);
        CHECK(found.cells[s] == size[s]);
        CHECK(found.share[s] > 2 * found.expected[s]);
    }
    CHECK(std::isnan(found.share[3]));
    check_error(ErrorCode::internal, "beyond", [&] { own_type_shares(near, cells.type, cells.batch, 2); });
}
