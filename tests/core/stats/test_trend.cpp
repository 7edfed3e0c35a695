#include "simulated.hpp"
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

TEST_CASE("donors without a trend have p < .05 in 5 of 100 studies; a slope's interval holds the true one in 95", "[null]") {
    Random random(20261202);
    for (const std::size_t donors : simulated::kDonors) {
        double called = 0, parted = 0, held = 0, held_apart = 0;
        constexpr int kRounds = 4000;
        for (int round = 0; round < kRounds; ++round) {
            const auto study = [&](double slope) {
                std::pair<std::vector<double>, std::vector<double>> out;
                for (std::size_t donor = 0; donor < donors; ++donor) {
                    out.first.push_back(20 + 60 * simulated::uniform(random));
                    const double cells = static_cast<double>(simulated::cells_of_donor(random, 100));
                    out.second.push_back(slope * out.first.back() + simulated::normal(random) +
                                         2 / std::sqrt(cells) * simulated::normal(random));
                }
                return out;
            };
            const std::vector<double> ones(donors, 1), zeros(donors);
            const auto [x, y] = study(0.02);
            const Line line = fit_line(x, ones, y, zeros);
            held += line.low <= 0.02 && 0.02 <= line.high;
            const auto [other_x, other_y] = study(0.02);
            const SlopeDifference apart = compare_slopes(x, y, other_x, other_y);
            held_apart += apart.low <= 0 && 0 <= apart.high;
            if (round >= simulated::kStudies) continue;
            parted += apart.p_value < 0.05;
            const auto [flat_x, flat_y] = study(0);
            called += fit_line(flat_x, ones, flat_y, zeros).p_value < 0.05;
        }
        INFO(donors << " donors: " << called << " trends and " << parted << " differences called of 200; held " << held / kRounds << " and "
                    << held_apart / kRounds);
        CHECK(simulated::as_by_chance(called));
        CHECK(simulated::as_by_chance(parted));
        CHECK(simulated::covers(held / kRounds));
        CHECK(simulated::covers(held_apart / kRounds));
    }
}
