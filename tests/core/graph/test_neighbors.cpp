#include "support.hpp"

#include <algorithm>

#include "graph/blobs.hpp"
#include "graph/neighbors.hpp"

using namespace phenolens;

TEST_CASE("neighbours of few points equal a naive search") {
    const int dims = 7, points = 120;
    const auto values = blobs(40, 3, dims, 1);
    const auto found = find_neighbors(values, points, dims, {.k = 5});
    for (int i = 0; i < points; ++i) {
        std::vector<double> all;
        for (int j = 0; j < points; ++j) {
            double sum = 0;
            for (int d = 0; d < dims; ++d) sum += std::pow(double(values[i * dims + d]) - values[j * dims + d], 2);
            if (j != i) all.push_back(std::sqrt(sum));
        }
        std::sort(all.begin(), all.end());
        for (int j = 0; j < 5; ++j) REQUIRE(found.distance[i * 5 + j] == Approx(all[j]).epsilon(1e-5));
    }
}

TEST_CASE("the index finds nearly all of the neighbours of an exact search") {
    const int dims = 20;
    const auto values = blobs(800, 4, dims, 2);
    const auto exact = find_neighbors(values, 3200, dims, {.k = 14, .exact_up_to = 4000});
    const auto index = find_neighbors(values, 3200, dims, {.k = 14, .exact_up_to = 0});
    std::size_t shared = 0;
    for (std::size_t i = 0; i < 3200; ++i) {
        for (int j = 0; j < 14; ++j) {
            const auto* row = &exact.index[i * 14];
            shared += std::find(row, row + 14, index.index[i * 14 + j]) != row + 14;
        }
    }
    REQUIRE(static_cast<double>(shared) / exact.index.size() > 0.95);
}

TEST_CASE("neighbours cope with one point, with fewer points than neighbours and with the same point twice") {
    REQUIRE(find_neighbors(std::vector<float>{1, 2}, 1, 2, {}).k == 0);
    REQUIRE(find_neighbors(std::vector<float>{}, 0, 2, {}).k == 0);
    const auto twice = find_neighbors(std::vector<float>{1, 2, 1, 2, 5, 6}, 3, 2, {});
    REQUIRE(twice.k == 2);
    REQUIRE(twice.index[0] == 1);
    REQUIRE(twice.distance[0] == 0);
}

TEST_CASE("neighbours refuse values that are not finite") {
    REQUIRE_THROWS_WITH(find_neighbors(std::vector<float>{1, NAN}, 2, 1, {}), Catch::Contains("finite"));
}
