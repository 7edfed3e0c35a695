#include "stats/median.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using phenolens::median_of;

TEST_CASE("the median is the middle, or the mean of the two in the middle") {
    std::vector<double> odd{5, -1, 3}, even{4, 1, 3, 2}, one{7}, none;
    CHECK(median_of(odd) == 3);
    CHECK(median_of(even) == 2.5);
    CHECK(median_of(one) == 7);
    CHECK(std::isnan(median_of(none)));
}
