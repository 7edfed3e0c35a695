#include "support.hpp"

#include "parity/trust_expected.hpp"
#include "stats/trend.hpp"

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
