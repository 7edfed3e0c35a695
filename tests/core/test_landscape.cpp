#include "support.hpp"

#include <algorithm>

#include "../parity/trust_expected.hpp"
#include "stats/permutation.hpp"
#include "stats/trend.hpp"
#include "trust/depth.hpp"
#include "trust/landscape.hpp"

using namespace phenolens;
namespace trust = expected::trust;

namespace {

const std::vector<double> kOnes(24, 1.0), kZeros(24);

}  // namespace

TEST_CASE("a line, its interval and p equal statsmodels'", "[landscape]") {
    const Line line = fit_line(trust::trend_x, kOnes, trust::trend_y, kZeros);
    check_all_close(std::vector<double>{line.slope, line.intercept, line.error, line.low, line.high, line.p_value, line.r}, trust::trend,
                    1e-10);
    CHECK(line.points == 24);
}

TEST_CASE("points summed up by x give the line of the points", "[landscape]") {
    std::vector<double> x, y;
    std::mt19937 random(3);
    std::vector<double> at = {1, 4, 9}, count = {5, 7, 6}, mean(3), squares(3);
    for (std::size_t g = 0; g < 3; ++g) {
        std::vector<double> here;
        for (double i = 0; i < count[g]; ++i) here.push_back(static_cast<double>(random() % 100) + at[g]);
        for (const double one : here) mean[g] += one / count[g];
        for (const double one : here) {
            squares[g] += (one - mean[g]) * (one - mean[g]);
            x.push_back(at[g]);
            y.push_back(one);
        }
    }
    const Line summed = fit_line(at, count, mean, squares), single = fit_line(x, std::vector<double>(18, 1.0), y, std::vector<double>(18));
    check_close(summed.slope, single.slope, 1e-10);
    check_close(summed.error, single.error, 1e-10);
    check_close(summed.p_value, single.p_value, 1e-10);
}

TEST_CASE("slopes are compared as statsmodels' interaction; too few points are no trend", "[landscape]") {
    std::vector<double> x1, y1, x2, y2;
    for (std::size_t i = 0; i < 24; ++i) {
        (i % 2 == 0 ? x1 : x2).push_back(trust::trend_x[i]);
        (i % 2 == 0 ? y1 : y2).push_back(trust::trend_y[i]);
    }
    const SlopeDifference found = compare_slopes(x1, y1, x2, y2);
    check_all_close(std::vector<double>{found.difference, found.error, found.low, found.high, found.p_value}, trust::slopes, 1e-9);
    const std::vector<double> two = {1, 2}, same = {5, 5, 5}, y = {1, 2, 3}, none(3), one(3, 1.0);
    CHECK(std::isnan(fit_line(two, std::vector<double>(2, 1.0), two, std::vector<double>(2)).slope));
    CHECK(std::isnan(fit_line(same, one, y, none).p_value));
    CHECK(fit_line(y, one, y, none).p_value == Approx(0).margin(1e-12));
}

TEST_CASE("Student's quantiles equal SciPy's", "[landscape]") {
    for (std::size_t i = 0; i < trust::t_tail.size(); ++i)
        CHECK(student_t_quantile(trust::t_tail[i], trust::t_tail_df[i]) == Approx(trust::t_quantile[i]).epsilon(1e-10));
}

TEST_CASE("permutation p values meet those of all labelings, adjusted by Benjamini and Hochberg", "[landscape]") {
    const auto found = permutation_tests(trust::unit_value, trust::unit_group, 3, 20000, 5);
    for (std::size_t g = 0; g < 3; ++g) {
        check_close(found[g].difference, trust::unit_difference[g], tolerance::kDouble);
        CHECK(found[g].p_value == Approx(trust::unit_p[g]).margin(0.012));
        CHECK(found[g].adjusted >= found[g].p_value);
    }
    const auto alone = permutation_tests(std::vector<double>{1, 2}, std::vector<std::int32_t>{0, 0}, 2, 10, 1);
    CHECK(std::isnan(alone[0].p_value));
    CHECK(alone[1].units == 0);
}

TEST_CASE("of many units the normal limit agrees with permuting them, and nothing planted is not found", "[landscape]") {
    std::mt19937 random(12);
    std::normal_distribution<double> normal;
    std::vector<double> value(kMostPermuted + 1);
    std::vector<std::int32_t> group(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        value[i] = normal(random);
        group[i] = static_cast<std::int32_t>(random() % 4);
    }
    const auto limit = permutation_tests(value, group, 4, 2000, 1);
    value.pop_back();
    group.pop_back();
    const auto permuted = permutation_tests(value, group, 4, 2000, 1);
    for (std::size_t g = 0; g < 4; ++g) {
        CHECK(limit[g].p_value == Approx(permuted[g].p_value).margin(0.05));
        CHECK(limit[g].adjusted > 0.05);
    }
    for (std::size_t i = 0; i < value.size(); ++i) value[i] += group[i] == 2 ? 0.3 : 0;
    CHECK(permutation_tests(value, group, 4, 999, 1)[2].adjusted < 0.01);
}

TEST_CASE("depth is matched as NumPy does, and its correlation is SciPy's", "[landscape]") {
    const Depth found =
        match_depth(trust::depth_value, trust::depth, trust::depth_group, 2, standing(trust::depth_value), standing(trust::depth));
    check_close(found.groups[1].difference, trust::depth_match[0], tolerance::kFloat * 5);
    check_close(found.groups[0].difference, -trust::depth_match[0], tolerance::kFloat * 5);
    check_close(found.groups[1].overlap, trust::depth_match[1], tolerance::kDouble);
    check_close(found.correlation, trust::depth_match[2], tolerance::kDouble);
    double adjusted = 0, raw = 0;
    for (std::size_t cell = 0; cell < 300; ++cell) {
        adjusted += found.adjusted[cell];
        raw += trust::depth_value[cell];
    }
    CHECK(adjusted == Approx(raw).epsilon(1e-5));
    const std::vector<float> apart = {1, 1, 2, 2}, depths = {1, 2, 30, 40};
    const Depth none = match_depth(apart, depths, std::vector<std::int32_t>{0, 0, 1, 1}, 2, standing(apart), standing(depths), 2);
    CHECK(none.groups[0].overlap == 0);
    CHECK(std::isnan(none.groups[0].difference));
    CHECK(match_depth({}, {}, {}, 1, standing({}), standing({})).groups.size() == 1);
}

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
