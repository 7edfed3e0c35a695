#include "support.hpp"

#include <algorithm>

#include "base/random.hpp"
#include "stats/draw_order.hpp"

using namespace phenolens;

TEST_CASE("A drawing order has every point once, every label early, and the same order by the same seed") {
    std::vector<std::int32_t> label(4000, 7);
    label.insert(label.end(), 900, -1);
    label.insert(label.end(), 60, 2);
    label.insert(label.end(), 3, 0);
    Random random(5);
    std::vector<float> values;
    for (std::size_t i = 0; i < 2 * label.size(); ++i) values.push_back(static_cast<float>(random.below(1000)) / 1000);
    const DrawOrder found = draw_order(label, values, 2, 32, 1);
    CHECK(found.strata == 32);
    auto order = found.order;
    std::sort(order.begin(), order.end());
    for (std::uint32_t i = 0; i < order.size(); ++i) REQUIRE(order[i] == i);
    // The rarest label is seen whole by the first 300; no stratum mixes labels; each is drawn from by its first 32.
    std::vector<int> first(32);
    int rare = 0;
    for (std::size_t i = 0; i < 300; ++i) rare += label[found.order[i]] == 0;
    CHECK(rare == 3);
    for (std::size_t i = 0; i < 32; ++i) ++first[found.stratum[found.order[i]]];
    for (const int count : first) CHECK(count == 1);
    std::vector<std::int32_t> label_of(32, -2);
    for (std::size_t i = 0; i < label.size(); ++i) {
        auto& own = label_of[found.stratum[i]];
        if (own == -2) own = label[i];
        REQUIRE(own == label[i]);
    }
    CHECK(draw_order(label, values, 2, 32, 1).order == found.order);
    CHECK(draw_order(label, values, 2, 32, 2).order != found.order);
    // Without values, labels alone; with one stratum, a shuffle.
    CHECK(draw_order(label, {}, 0, 32, 1).strata == 4);
    CHECK(draw_order(label, {}, 0, 4, 1).strata == 2);
    CHECK(draw_order(label, {}, 0, 1, 1).strata == 1);
    CHECK(draw_order({}, {}, 0, 8, 1).order.empty());
    check_error(ErrorCode::bad_input, "dimensions", [&] { (void)draw_order(label, values, 3, 8, 1); });
    check_error(ErrorCode::bad_input, "strata", [&] { (void)draw_order(label, {}, 0, 257, 1); });
}

TEST_CASE("A stratum is cut where its points lie apart") {
    std::vector<float> values;
    for (int i = 0; i < 400; ++i) values.insert(values.end(), {static_cast<float>(i % 7), i < 300 ? 0.0f : 100.0f});
    const DrawOrder found = draw_order(std::vector<std::int32_t>(400, 0), values, 2, 2, 1);
    CHECK(found.strata == 2);
    for (std::size_t i = 0; i < 400; ++i) REQUIRE(found.stratum[i] == (i < 300 ? 0 : 1));
}
