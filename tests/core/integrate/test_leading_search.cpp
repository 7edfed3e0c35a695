#include "support.hpp"

#include <algorithm>
#include <utility>

#include "integrate/leading_search.hpp"

using namespace phenolens;

TEST_CASE("neighbours are those of all distances, in few dimensions and in more than are looked at first", "[integrate]") {
    for (const std::size_t dims : {3u, 16u, 21u}) {
        std::mt19937 random(static_cast<unsigned>(dims));
        std::normal_distribution<float> normal;
        std::vector<float> values(200 * dims);
        for (float& value : values) value = normal(random);
        const auto points = LeadingSearch().build_unique(knncolle::SimpleMatrix<int, float>(dims, 200, values.data()));
        REQUIRE(points->num_dimensions() == dims);
        REQUIRE(points->num_observations() == 200);
        const auto searcher = points->initialize();
        std::vector<int> found, asked;
        std::vector<float> distance;
        for (int i = 0; i < 200; ++i) {
            std::vector<std::pair<double, int>> all;
            for (int j = 0; j < 200; ++j) {
                double squared = 0;
                for (std::size_t d = 0; d < dims; ++d)
                    squared += std::pow(static_cast<double>(values[i * dims + d]) - values[j * dims + d], 2);
                if (j != i) all.emplace_back(std::sqrt(squared), j);
            }
            std::sort(all.begin(), all.end());
            searcher->search(i, 7, &found, &distance);
            searcher->search(values.data() + static_cast<std::size_t>(i) * dims, 8, &asked, nullptr);
            CHECK(asked[0] == i);
            for (std::size_t n = 0; n < 7; ++n) {
                CHECK(found[n] == all[n].second);
                CHECK(asked[n + 1] == all[n].second);
                check_close(distance[n], all[n].first, 1e-5);
            }
        }
        searcher->search(values.data(), 0, &found, &distance);
        CHECK(found.empty());
    }
}
