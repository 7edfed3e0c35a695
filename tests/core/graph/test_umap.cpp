#include "support.hpp"

#include <algorithm>
#include <cstdio>

#include "graph/blobs.hpp"
#include "graph/golden.hpp"
#include "graph/neighbors.hpp"
#include "graph/umap.hpp"

using namespace phenolens;

namespace {

std::vector<float> first_two(const std::vector<float>& values, int dims) {
    std::vector<float> start;
    for (std::size_t i = 0; i < values.size(); i += dims) start.insert(start.end(), {values[i], values[i + 1]});
    return start;
}

}  // namespace

TEST_CASE("the layout curve equals umap-learn's least-squares fit") {
    // umap.umap_.find_ab_params(1.0, 0.5) and (1.0, 0.1) of umap-learn 0.5.
    const auto scanpy = fit_umap_curve(0.5, 1.0);
    REQUIRE(scanpy.a == Approx(0.5830300205483709).epsilon(1e-4));
    REQUIRE(scanpy.b == Approx(1.334166992455648).epsilon(1e-4));
    const auto umap = fit_umap_curve(0.1, 1.0);
    REQUIRE(umap.a == Approx(1.57694346).epsilon(1e-4));
    REQUIRE(umap.b == Approx(0.89506087).epsilon(1e-4));
}

TEST_CASE("the fuzzy graph holds each pair once and ties every point fully to its nearest") {
    const auto values = blobs(60, 2, 5, 3);
    const auto neighbors = find_neighbors(values, 120, 5, {.k = 9});
    const auto edges = fuzzy_graph(neighbors);
    for (const auto& edge : edges) {
        REQUIRE(edge.first < edge.second);
        REQUIRE(edge.weight > 0);
        REQUIRE(edge.weight <= 1);
    }
    std::vector<double> strongest(120, 0);
    for (const auto& edge : edges) {
        strongest[edge.first] = std::max(strongest[edge.first], double(edge.weight));
        strongest[edge.second] = std::max(strongest[edge.second], double(edge.weight));
    }
    for (double s : strongest) REQUIRE(s == Approx(1.0));
}

TEST_CASE("a layout keeps blobs apart, can be stepped, and is the same for the same seed") {
    const int dims = 10;
    const auto values = blobs(100, 3, dims, 4);
    const auto neighbors = find_neighbors(values, 300, dims, {});
    const auto start = first_two(values, dims);
    Umap whole(neighbors, start, {.epochs = 120}), stepped(neighbors, start, {.epochs = 120});
    REQUIRE(whole.step(1000) == 0);
    for (int left = 120; left > 0;) left = stepped.step(7);
    REQUIRE(std::equal(whole.positions().begin(), whole.positions().end(), stepped.positions().begin()));

    auto center = [&](int b) {
        double x = 0, y = 0;
        for (int i = b * 100; i < (b + 1) * 100; ++i) x += whole.positions()[2 * i] / 100, y += whole.positions()[2 * i + 1] / 100;
        return std::pair{x, y};
    };
    for (int b = 0; b < 3; ++b) {
        const auto [x, y] = center(b);
        const auto [u, v] = center((b + 1) % 3);
        double spread = 0;
        for (int i = b * 100; i < (b + 1) * 100; ++i)
            spread += std::hypot(whole.positions()[2 * i] - x, whole.positions()[2 * i + 1] - y) / 100;
        REQUIRE(std::hypot(x - u, y - v) > 2 * spread);
    }
}

TEST_CASE("a layout of one point or of none stands still") {
    Umap none(find_neighbors(std::vector<float>{}, 0, 2, {}), std::vector<float>{}, {.epochs = 3});
    REQUIRE(none.step(10) == 0);
    Umap one(find_neighbors(std::vector<float>{1, 2}, 1, 2, {}), std::vector<float>{0, 0}, {.epochs = 3});
    REQUIRE(one.step(10) == 0);
    REQUIRE(one.positions().size() == 2);
}

TEST_CASE("the layout of three clouds is the one committed, natively and as WebAssembly", "[umap]") {
    // Bits of a power are the C library's: a last digit may differ, and grows in thirty epochs.
    check_all_close(golden::layout(), golden::kLayout, 1e-3);
}

TEST_CASE("prints golden.hpp's values anew", "[.golden]") {
    for (const float place : golden::layout()) std::printf("%.9gf, ", place);
    const auto found = golden::communities();
    std::printf("\n%.17g\n", found.modularity);
    for (const std::int32_t code : found.code) std::printf("%d, ", code);
    std::printf("\n");
    CHECK(found.code == golden::kCommunities);
}
