#include "simulated.hpp"
#include "support.hpp"

#include "parity/statistics_expected.hpp"
#include "stats/mean_difference.hpp"

using namespace phenolens;
namespace expects = expected::statistics;

TEST_CASE("differences of means have SciPy's t, p and interval, of pairs and of two samples") {
    const std::span first(expects::paired_a), second(expects::paired_b);
    const auto check = [](const MeanDifference& found, const std::vector<double>& wanted) {
        check_all_close(
            std::vector<double>{found.difference.value, found.difference.low, found.difference.high, found.t, found.freedom, found.p},
            wanted, 1e-9);
    };
    check(mean_difference(first, second, true), expects::paired_difference);
    check(mean_difference(first.subspan(0, 9), second, false), expects::welch_difference);
}

TEST_CASE("one value on a side, or values that do not vary, have a difference and no test") {
    const auto has_no_test = [](const MeanDifference& found) {
        return std::isnan(found.t) && std::isnan(found.p) && std::isnan(found.difference.low) && std::isnan(found.freedom);
    };
    const std::vector<double> one = {3}, some = {1, 2}, same = {2, 2, 2};
    CHECK(mean_difference(one, some, false).difference.value == 1.5);
    CHECK(has_no_test(mean_difference(one, some, false)));
    CHECK(mean_difference(one, one, true).difference.value == 0);
    CHECK(has_no_test(mean_difference(one, one, true)));
    CHECK(has_no_test(mean_difference(same, same, false)));
    CHECK(std::isnan(mean_difference({}, some, false).difference.value));
    check_error(ErrorCode::bad_input, "1 values cannot be paired with 2", [&] { mean_difference(one, some, true); });
}

TEST_CASE("200 studies in which a model says the same of both conditions have p < .05 for a twentieth, paired and not", "[null]") {
    Random random(20261201);
    for (const bool is_paired : {false, true}) {
        for (const std::size_t donors : simulated::kDonors) {
            int called = 0;
            for (int i = 0; i < simulated::kStudies; ++i) {
                std::vector<double> first, second;
                // A donor's mean is the surer the more cells it has; the second condition has twice the spread of the first.
                const auto mean = [&](double own, double spread) {
                    return own + spread * simulated::normal(random) / std::sqrt(static_cast<double>(simulated::cells_of_donor(random, 60)));
                };
                for (std::size_t donor = 0; donor < donors; ++donor) {
                    const double own = simulated::normal(random), other = is_paired ? own : 2 * simulated::normal(random);
                    first.push_back(mean(own, 3));
                    second.push_back(mean(other, 3));
                }
                called += mean_difference(first, second, is_paired).p < 0.05;
            }
            INFO((is_paired ? "paired, " : "unpaired, ") << donors << " donors: " << called);
            CHECK(simulated::as_by_chance(called));
        }
    }
}
