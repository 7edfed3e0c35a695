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
