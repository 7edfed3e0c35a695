#include "support.hpp"

#include "survey/clipped_sums.hpp"

using namespace phenolens;

TEST_CASE("clipped sums let no count count for more than its limit", "[survey]") {
    const std::vector<float> dense = {5, 1, 0, 2, 9, 0};
    ClippedSums sums({4, 0.5, 7});
    sums.add(block_of(dense, 3));
    CHECK(sums.sum() == std::vector<double>{6, 1, 0});
    CHECK(sums.squares() == std::vector<double>{20, 0.5, 0});
    ClippedSums twice({4, 0.5, 7});
    twice.merge(through_bytes(sums));
    twice.merge(sums);
    CHECK(twice.sum() == std::vector<double>{12, 2, 0});
}
