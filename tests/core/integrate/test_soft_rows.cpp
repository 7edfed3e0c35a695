#include "support.hpp"

#include "integrate/soft_rows.hpp"

using namespace phenolens;

TEST_CASE("exponentials are those of the library within two units of the last place", "[integrate]") {
    std::vector<float> values;
    for (int i = 0; i < 4000; ++i) values.push_back(-59.9f + 0.0301f * static_cast<float>(i));
    auto found = values;
    exponentiate(found);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double expected = std::exp(static_cast<double>(values[i]));
        CHECK(std::abs(found[i] - expected) <= 2.4e-7 * expected);
    }
    std::vector<float> ends = {-1e30f, -61, -60, 0};
    exponentiate(ends);
    CHECK(ends[0] == ends[2]);
    CHECK(ends[1] == ends[2]);
    CHECK(ends[3] == 1);
}

TEST_CASE("rows are weighed and summed", "[integrate]") {
    std::vector<float> a, b, out(16), sum(16, 1);
    for (int i = 0; i < 16; ++i) {
        a.push_back(static_cast<float>(i));
        b.push_back(static_cast<float>(2 * i + 1));
    }
    float expected = 0;
    for (int i = 0; i < 16; ++i) expected += a[i] * b[i];
    CHECK(weigh(a, b, out) == expected);
    add_scaled(sum, out, 0.5f);
    for (int i = 0; i < 16; ++i) {
        CHECK(out[i] == a[i] * b[i]);
        CHECK(sum[i] == 1 + a[i] * b[i] / 2);
    }
}
