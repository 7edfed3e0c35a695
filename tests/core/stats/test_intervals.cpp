#include "support.hpp"

#include "parity/core_expected.hpp"
#include "stats/intervals.hpp"

using namespace phenolens;

TEST_CASE("Wilson's interval equals SciPy's") {
    for (std::size_t i = 0; i < expected::wilson_hits.size(); ++i) {
        const Interval interval = wilson(expected::wilson_hits[i], expected::wilson_trials[i]);
        check_close(interval.low, expected::wilson_ends[2 * i], tolerance::kDouble);
        check_close(interval.high, expected::wilson_ends[2 * i + 1], tolerance::kDouble);
    }
    CHECK(std::isnan(wilson(0, 0).value));
}
