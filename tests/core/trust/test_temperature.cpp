#include "support.hpp"

#include "parity/trust_expected.hpp"
#include "predict/scores.hpp"
#include "trust/calibration.hpp"
#include "trust/outcomes.hpp"
#include "trust/predictions.hpp"
#include "trust/temperature.hpp"

using namespace phenolens;
using namespace phenolens::predictions;
namespace trust = expected::trust;

TEST_CASE("the temperature equals SciPy's minimum, and the held-out half is judged before and after", "[trust]") {
    const Outcomes outcomes = judge(of_all(), trust::all_truth, 8);
    const TemperatureFit fit = fit_temperature(of_all(), outcomes, trust::half, 8);
    check_close(fit.temperature, trust::temperature[0], 1e-5);
    check_calibration(fit.before, trust::held_before);
    check_calibration(fit.after, trust::held_after);
    const std::vector<std::uint8_t> none(240, 1);
    CHECK(fit_temperature(of_all(), outcomes, none, 8).temperature == 1);
}

TEST_CASE("with ten classes of forty kept, the temperature is nearly that of all", "[trust]") {
    const Outcomes outcomes = judge(of_many(), trust::many_truth, 40);
    const TemperatureFit fit = fit_temperature(of_many(), outcomes, std::vector<std::uint8_t>(400), 40);
    CHECK(fit.temperature == Approx(trust::many_temperature[0]).epsilon(0.02));
}

TEST_CASE("a model that knows what it knows keeps its temperature; one twice too sure gets two", "[trust]") {
    std::mt19937 random(5);
    std::normal_distribution<float> normal(0, 1.5);
    std::uniform_real_distribution<double> uniform;
    for (const double over : {1.0, 2.0}) {
        const std::size_t cells = 20000, classes = 24;
        std::vector<float> logits(cells * classes);
        std::vector<std::int32_t> truth(cells);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            float* row = logits.data() + cell * classes;
            double z = 0, drawn = uniform(random);
            for (std::size_t c = 0; c < classes; ++c) z += std::exp(row[c] = normal(random));
            for (std::size_t c = 0; c < classes && drawn >= 0; ++c) {
                drawn -= std::exp(row[c]) / z;
                truth[cell] = static_cast<std::int32_t>(c);
            }
            for (std::size_t c = 0; c < classes; ++c) row[c] *= static_cast<float>(over);
        }
        const Scores s = score_logits(logits, classes, 1, {});
        const PredictionView view{s.k, s.top, s.probability, s.entropy, s.rest, s.rest_squares};
        std::vector<std::uint8_t> half(cells);
        for (std::size_t cell = 0; cell < cells; ++cell) half[cell] = cell % 2;
        const TemperatureFit fit = fit_temperature(view, judge(view, truth, classes), half, classes);
        CHECK(fit.temperature == Approx(over).epsilon(0.05));
        CHECK(fit.after.ece_mass < 0.02);
        if (over == 2) CHECK(fit.before.ece_mass > 0.05);
    }
}
