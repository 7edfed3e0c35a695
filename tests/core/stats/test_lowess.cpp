#include "support.hpp"

#include "parity/compare_expected.hpp"
#include "stats/lowess.hpp"

using namespace phenolens;
namespace expects = expected::compare;

TEST_CASE("local lines are R's lowess", "[stats]") {
    check_all_close(lowess(expects::lowess_x, expects::lowess_y, 0.5), expects::lowess_half, tolerance::kDouble);
    check_all_close(lowess(expects::lowess_x, expects::lowess_y, 0.2), expects::lowess_fifth, tolerance::kDouble);
}

TEST_CASE("local lines pass through lines, few points and points at one place", "[stats]") {
    std::vector<double> x, y;
    for (int i = 0; i < 40; ++i) {
        x.push_back(i * i);
        y.push_back(3 - 0.5 * i * i);
    }
    check_all_close(lowess(x, y, 0.5), y, 1e-10);
    CHECK(lowess(std::vector<double>{}, std::vector<double>{}, 0.5).empty());
    CHECK(lowess(std::vector<double>{2}, std::vector<double>{7}, 0.5) == std::vector<double>{7});
    const std::vector<double> same(5, 1.0), values{1, 2, 3, 4, 5};
    for (const double value : lowess(same, values, 0.5)) CHECK(std::isfinite(value));
    check_error(ErrorCode::bad_input, "one y for each x", [&] { lowess(same, std::vector<double>{1}, 0.5); });
    check_error(ErrorCode::bad_input, "rising order", [&] { lowess(std::vector<double>{2, 1}, std::vector<double>{1, 1}, 0.5); });
    check_error(ErrorCode::bad_input, "finite", [&] { lowess(std::vector<double>{1, 2}, std::vector<double>{1, NAN}, 0.5); });
}
