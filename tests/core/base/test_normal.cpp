#include "support.hpp"

#include "base/normal.hpp"
#include "parity/core_expected.hpp"

using namespace phenolens;

TEST_CASE("the normal quantile equals SciPy's") {
    for (std::size_t i = 0; i < expected::quantile_p.size(); ++i)
        check_close(normal_quantile(expected::quantile_p[i]), expected::quantile_z[i], tolerance::kDouble);
    CHECK(std::isinf(normal_quantile(0)));
    CHECK(std::isinf(normal_quantile(1)));
}
