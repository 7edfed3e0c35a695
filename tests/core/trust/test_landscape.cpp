#include "support.hpp"

#include "trust/landscape.hpp"

using namespace phenolens;

TEST_CASE("groups are summed up as by hand; cells without group, value or donor are left out where they must be", "[landscape]") {
    const std::vector<float> value = {0.1f, 0.3f, 0.2f, NAN, 0.95f, 0.7f, 0.5f};
    const std::vector<std::int32_t> group = {0, 0, 0, 0, 1, -1, 1}, unit = {0, 1, 1, 0, 0, 0, -1};
    const Landscape found = landscape(value, group, unit, {.groups = 3, .bins = 10});
    CHECK(found.groups[0].cells == 3);
    CHECK(found.groups[0].units == 2);
    check_close(found.groups[0].mean.value, 0.2, tolerance::kFloat);
    check_close(found.groups[0].median, 0.2, tolerance::kFloat);
    check_close(found.groups[0].q3, 0.25, tolerance::kFloat);
    // Two donors are too few for an interval.
    CHECK(std::isnan(found.groups[0].mean.low));
    CHECK(std::isnan(found.groups[1].mean.low));
    CHECK(found.groups[1].cells == 2);
    CHECK(found.groups[2].cells == 0);
    CHECK(found.groups[1].histogram[9] == 1);
    REQUIRE(found.units.size() == 3);
    check_close(found.units[1].mean, 0.25, tolerance::kFloat);
    // Three donors of one cell each: Student's interval of their values.
    const Landscape three = landscape(std::vector<float>{0.1f, 0.3f, 0.2f}, std::vector<std::int32_t>{0, 0, 0},
                                      std::vector<std::int32_t>{0, 1, 2}, {.groups = 1});
    check_close(three.groups[0].mean.high, 0.2 + 4.302652729911275 * 0.1 / std::sqrt(3.0), tolerance::kFloat * 10);
    const Landscape alone = landscape(value, group, {}, {.groups = 2});
    CHECK(alone.units.empty());
    check_close(alone.groups[0].mean.high, 0.2 + 1.959963984540054 * 0.1 / std::sqrt(3.0), tolerance::kFloat * 10);
    check_error(ErrorCode::bad_input, "groups and", [&] { landscape(value, std::vector<std::int32_t>{0}, {}, {.groups = 1}); });
}
