#include "support.hpp"

#include "parity/survey_expected.hpp"
#include "stats/density.hpp"

using namespace phenolens;

TEST_CASE("a density is SciPy's, and nothing where values do not vary", "[survey]") {
    using namespace survey_expected;
    check_all_close(kernel_density(std::vector<float>(density_values.begin(), density_values.end()), density_places), density, 1e-5);
    CHECK(kernel_density(std::vector<float>{2, 2, 2}, std::vector<double>{2}) == std::vector<double>{0});
    CHECK(kernel_density({}, std::vector<double>{2}) == std::vector<double>{0});
}
