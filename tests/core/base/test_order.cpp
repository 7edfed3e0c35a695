#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "base/order.hpp"

using namespace phenolens;

TEST_CASE("the order of floats is std::stable_sort's, NaN last", "[trust]") {
    std::mt19937 random(8);
    std::vector<float> values(5000);
    for (float& value : values) value = static_cast<float>(static_cast<int>(random() % 400) - 200) * 0.37f;
    values[7] = -0.0f;
    values[9] = 0.0f;
    values[100] = NAN;
    values[200] = INFINITY;
    values[300] = -INFINITY;
    std::vector<std::uint32_t> wanted(values.size());
    std::iota(wanted.begin(), wanted.end(), 0u);
    std::stable_sort(wanted.begin(), wanted.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::isnan(values[b]) ? !std::isnan(values[a]) : values[a] < values[b];
    });
    CHECK(ascending_order(values) == wanted);
    CHECK(ascending_order({}).empty());
}
