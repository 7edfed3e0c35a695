#include "support.hpp"

#include "parity/trust_expected.hpp"
#include "trust/calibration.hpp"
#include "trust/outcomes.hpp"
#include "trust/predictions.hpp"

using namespace phenolens;
using namespace phenolens::predictions;
namespace trust = expected::trust;

namespace {

std::vector<float> confidences(const PredictionView& view) {
    std::vector<float> out;
    for (std::size_t cell = 0; cell < view.cells(); ++cell) out.push_back(view.probability[cell * view.k]);
    return out;
}

std::vector<std::uint8_t> rights(const Outcomes& outcomes) {
    std::vector<std::uint8_t> out;
    for (const std::uint8_t rank : outcomes.rank) out.push_back(rank == 0);
    return out;
}

}  // namespace

TEST_CASE("calibration, likelihood and Brier score equal scikit-learn's", "[trust]") {
    const PredictionView view = of_all();
    const Outcomes outcomes = judge(view, trust::all_truth, 8);
    CHECK(outcomes.cells == 240);
    CHECK(outcomes.beyond == 0);
    const auto confidence = confidences(view);
    const auto right = rights(outcomes);
    check_calibration(calibration({confidence, right, outcomes.probability, outcomes.brier}), trust::all_calibration);
}
