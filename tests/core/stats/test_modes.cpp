#include "support.hpp"

#include "../../parity/doublets_expected.hpp"
#include "stats/modes.hpp"

using namespace phenolens;

TEST_CASE("the minimum between two modes is scikit-image's", "[stats]") {
    using namespace expected::doublets;
    for (const auto& [values, threshold] :
         {std::pair{values_two, threshold_two}, {values_steps, threshold_steps}, {values_three, threshold_three}}) {
        const auto found = minimum_between_modes(values);
        REQUIRE(found.has_value());
        check_close(*found, threshold[0], tolerance::kDouble);
    }
}

TEST_CASE("where there are not two modes there is no minimum between them", "[stats]") {
    CHECK_FALSE(minimum_between_modes({}).has_value());
    CHECK_FALSE(minimum_between_modes(std::vector<double>(40, 0.3)).has_value());
    // A histogram that only rises.
    std::vector<double> rising;
    for (int i = 1; i <= 20'000; ++i) rising.push_back(std::sqrt(i));
    CHECK_FALSE(minimum_between_modes(rising).has_value());
}
