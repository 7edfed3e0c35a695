#include "support.hpp"

#include "parity/donor_expected.hpp"
#include "stats/polygamma.hpp"

using namespace phenolens;
namespace expects = expected::donor;

TEST_CASE("digamma and trigamma are SciPy's, and the inverse finds its way back", "[stats]") {
    for (std::size_t i = 0; i < expects::x.size(); ++i) {
        INFO("x " << expects::x[i]);
        check_close(digamma(expects::x[i]), expects::digamma[i], tolerance::kDouble);
        check_close(trigamma(expects::x[i]), expects::trigamma[i], tolerance::kDouble);
        CHECK(std::abs(trigamma_inverse(expects::trigamma[i]) / expects::x[i] - 1) < 1e-11);
    }
}
