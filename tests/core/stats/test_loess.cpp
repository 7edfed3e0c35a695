#include "support.hpp"

#include "parity/survey_expected.hpp"
#include "stats/loess.hpp"

using namespace phenolens;

TEST_CASE("loess equals skmisc's, between vertices and with ties", "[survey]") {
    using namespace survey_expected;
    check_all_close(loess(loess_x, loess_y, 0.3), loess_fitted, 1e-9);
    check_all_close(loess(tied_x, tied_y, 0.3), tied_fitted, 1e-9);
    check_all_close(loess(tied_x, tied_y, 0.75), tied_fitted_wide, 1e-9);
}

TEST_CASE("loess of a parabola is the parabola; too few points are refused", "[survey]") {
    std::vector<double> x, y;
    for (int i = 0; i < 200; ++i) {
        x.push_back(std::sin(i));
        y.push_back(3 - 2 * x.back() + x.back() * x.back());
    }
    check_all_close(loess(x, y, 0.3), y, 1e-3);
    check_error(ErrorCode::bad_input, "at least", [] { loess(std::vector<double>(5, 1), std::vector<double>(5, 1), 0.3); });
    check_error(ErrorCode::bad_input, "one place", [] {
        std::vector<double> same(100, 1.0);
        same[0] = 0;
        loess(same, same, 0.3);
    });
}
