#include "support.hpp"

#include "parity/training_expected.hpp"
#include "train/logit_temperature.hpp"

using namespace phenolens;
namespace given = expected::training;

TEST_CASE("the temperature of least loss is SciPy's, weights count, and cells without truth do not") {
    auto logits = floats(given::logits);
    auto truth = given::logit_truth;
    const auto found = fit_logit_temperature(logits, 5, truth, {});
    check_close(found.value, given::temperature[0], 1e-3);
    check_close(found.before, given::temperature[1], tolerance::kFloat);
    CHECK(found.after < found.before);
    CHECK(fit_logit_temperature(logits, 5, truth, std::vector<double>(200, 7)).value == Approx(found.value).epsilon(1e-6));
    logits.insert(logits.end(), {9, 0, 0, 0, 0, NAN, NAN, NAN, NAN, NAN});
    truth.insert(truth.end(), {-1, 2});
    CHECK(fit_logit_temperature(logits, 5, truth, {}).value == found.value);
    CHECK(fit_logit_temperature({}, 5, {}, {}).value == 1);
    check_error(ErrorCode::bad_input, "do not fit", [&] { fit_logit_temperature(logits, 4, truth, {}); });
}
