#include <algorithm>

#include "support.hpp"

#include "stats/moderated.hpp"
#include "stats/statistics.hpp"

using namespace phenolens;

TEST_CASE("variances that differ no more than chance makes them are pooled; those that differ keep their own", "[stats]") {
    std::mt19937 random(3);
    std::normal_distribution<double> normal;
    for (const bool is_same : {true, false}) {
        std::vector<double> variance, level;
        for (int gene = 0; gene < 3000; ++gene) {
            const double spread = is_same ? 2 : std::exp(2 * normal(random));
            double squares = 0;
            for (int i = 0; i < 4; ++i) squares += std::pow(normal(random), 2);
            variance.push_back(spread * squares / 4);
            level.push_back(normal(random));
        }
        const VariancePrior prior = variance_prior(variance, 4, level);
        INFO(prior.freedom);
        if (is_same) {
            CHECK(prior.freedom > 50);
            // A cubic trend may leave the line where only a few genes lie.
            const auto is_near = [](double one) { return one > 1.5 && one < 2.6; };
            const auto near = std::count_if(prior.variance.begin(), prior.variance.end(), is_near);
            CHECK(near > 2970);
        } else {
            CHECK(prior.freedom < 2);
        }
    }
}

TEST_CASE("one test has nothing to borrow from: it is Student's; what has no variance told has no test", "[stats]") {
    const auto found = moderated_tests(std::vector<double>{1.2, 5}, std::vector<double>{0.3, NAN}, std::vector<double>(2, 0.25), 3,
                                       std::vector<double>{2, NAN});
    CHECK(found.freedom == 3);
    check_close(found.t[0], 1.2 / std::sqrt(0.3 * 0.25), tolerance::kDouble);
    check_close(found.p[0], 2 * student_t_sf(found.t[0], 3), tolerance::kDouble);
    CHECK(std::isnan(found.p[1]));
    // Many the same, at one level: no trend can be fitted, and none varies.
    const std::vector<double> flat(5, 0.0), ones(5, 1.0);
    for (const double p : moderated_tests(flat, flat, ones, 2, ones).p) CHECK(p == 1);
    check_error(ErrorCode::internal, "different lengths", [&] { moderated_tests(flat, ones, ones, 2, std::vector<double>{1}); });
    check_error(ErrorCode::internal, "for some variances only", [&] { variance_prior(flat, 2, std::vector<double>{1}); });
}
