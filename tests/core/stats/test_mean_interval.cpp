#include "simulated.hpp"
#include "support.hpp"

#include "parity/pruning_expected.hpp"
#include "stats/mean_interval.hpp"

using namespace phenolens;
namespace expects = expected::pruning;

TEST_CASE("means have SciPy's interval, over values or over units", "[pruning]") {
    const auto values = floats(expects::values);
    const auto check = [](const Interval& found, const std::vector<double>& wanted) {
        check_all_close(std::vector<double>{found.value, found.low, found.high}, wanted, 1e-10);
    };
    check(mean_interval(values), expects::interval);
    check(mean_interval(values, expects::units), expects::interval_by_unit);
    CHECK(std::isnan(mean_interval({}).value));
    const Interval one = mean_interval(std::vector<float>{2, NAN, 4}, std::vector<std::int32_t>{0, 1, 0});
    CHECK(one.value == 3);
    CHECK(std::isnan(one.low));
    check_error(ErrorCode::internal, "not said for every value", [&] { mean_interval(values, std::vector<std::int32_t>{1}); });
}

TEST_CASE("a mean's interval over 3, 4, 8 and 20 donors of unequal sizes holds the true one in 92 to 97 of 100 studies", "[null]") {
    Random random(20261203);
    for (const std::size_t donors : simulated::kDonors) {
        double held = 0;
        constexpr int kRounds = 3000;
        for (int round = 0; round < kRounds; ++round) {
            std::vector<float> value;
            std::vector<std::int32_t> unit;
            for (std::size_t donor = 0; donor < donors; ++donor) {
                const double own = 0.5 * simulated::normal(random);
                for (std::size_t cell = simulated::cells_of_donor(random, 25); cell > 0; --cell) {
                    value.push_back(static_cast<float>(own + simulated::normal(random)));
                    unit.push_back(static_cast<std::int32_t>(donor));
                }
            }
            const Interval found = mean_interval(value, unit);
            held += found.low <= 0 && 0 <= found.high;
        }
        INFO(donors << " donors: " << held / kRounds);
        CHECK(simulated::covers(held / kRounds));
    }
}
