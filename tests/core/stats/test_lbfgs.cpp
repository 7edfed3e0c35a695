#include "support.hpp"

#include "parity/training_expected.hpp"
#include "stats/lbfgs.hpp"

using namespace phenolens;
namespace given = expected::training;

TEST_CASE("L-BFGS finds SciPy's minimum of Rosenbrock's valley") {
    const auto rosenbrock = [](std::span<const double> x, std::span<double> gradient) {
        double value = 0;
        std::fill(gradient.begin(), gradient.end(), 0.0);
        for (std::size_t i = 0; i + 1 < x.size(); ++i) {
            const double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
            value += 100 * a * a + b * b;
            gradient[i] += -400 * x[i] * a - 2 * b;
            gradient[i + 1] += 200 * a;
        }
        return value;
    };
    LbfgsOptions options;
    options.gradient = 1e-9;
    const auto found = lbfgs(rosenbrock, given::rosen_start, options);
    CHECK(found.converged);
    CHECK(found.iterations < 200);
    check_all_close(found.x, given::rosen_best, 1e-7);
    options.iterations = 3;
    CHECK_FALSE(lbfgs(rosenbrock, given::rosen_start, options).converged);
}
