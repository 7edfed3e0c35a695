#include "support.hpp"

#include "predict/scores.hpp"
#include "trust/profiles.hpp"

using namespace phenolens;

TEST_CASE("distance to the nearest class profile, by hand", "[trust]") {
    const std::vector<float> values = {0, 0, 2, 0, 10, 10, 10, 14, NAN, 1, 4, 0};
    const std::vector<std::uint16_t> code = {0, 0, 1, 1, 0, kNoClass};
    const auto found = profile_distances(values, code, 2, 3, 2);
    check_all_close(std::vector<float>(found.begin(), found.begin() + 4), std::vector<double>{1, 1, 2, 2}, tolerance::kFloat);
    CHECK(std::isnan(found[4]));
    CHECK(found[5] == 3);
    CHECK(std::isnan(profile_distances(values, code, 2, 3, 9)[0]));
    check_error(ErrorCode::bad_input, "are not 6 rows", [&] { profile_distances(values, code, 3, 3); });
}
