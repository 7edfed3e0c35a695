#include "support.hpp"

#include "parity/trust_expected.hpp"
#include "trust/outcomes.hpp"
#include "trust/predictions.hpp"

using namespace phenolens;
using namespace phenolens::predictions;
namespace trust = expected::trust;

TEST_CASE("the Brier score is exact where not every class is kept", "[trust]") {
    const Outcomes outcomes = judge(of_many(), trust::many_truth, 40);
    double brier = 0, worst = 0;
    for (std::size_t cell = 0; cell < outcomes.brier.size(); ++cell) {
        if (outcomes.rank[cell] == kBeyond) worst += 1;
        brier += outcomes.brier[cell] / 400;
    }
    CHECK(worst == outcomes.beyond);
    CHECK(worst < 100);
    // Beyond the tenth guess, where a sixth of these cells' labels are, the true class's probability is the mean of the rest.
    check_close(brier, trust::many_brier[0], 1e-3);
}

TEST_CASE("outcomes by hand: places, no prediction, no truth, wrong codes", "[trust]") {
    const std::vector<std::uint16_t> top = {1, 0, kNoClass, kNoClass, 2, 0};
    const std::vector<float> probability = {0.7f, 0.2f, 0, 0, 0.5f, 0.25f}, entropy = {0, 0, 0}, rest = {0.1f, 1, 0.25f},
                             squares = {0.01f, 1.0f / 3, 0.0625f};
    const PredictionView view{2, top, probability, entropy, rest, squares};
    const Outcomes outcomes = judge(view, std::vector<std::int32_t>{0, 2, 1}, 3);
    CHECK(outcomes.rank == std::vector<std::uint8_t>{1, kBeyond, kBeyond});
    check_all_close(outcomes.probability, std::vector<double>{0.2, 1.0 / 3, 0.25}, tolerance::kFloat);
    check_all_close(outcomes.brier, std::vector<double>{0.49 + 0.64 + 0.01, 2.0 / 3, 0.25 + 0.0625 + 0.0625 - 0.5 + 1}, tolerance::kFloat);
    CHECK(judge(view, std::vector<std::int32_t>{-1, -1, 2}, 3).rank == std::vector<std::uint8_t>{kNoTruth, kNoTruth, 0});
    check_error(ErrorCode::bad_input, "true class is number 3", [&] { judge(view, std::vector<std::int32_t>{0, 3, 0}, 3); });
    check_error(ErrorCode::bad_input, "do not fit", [&] { judge(view, std::vector<std::int32_t>{0}, 3); });
}

TEST_CASE("a subtype is right and a parent is wrong", "[trust]") {
    // Label 0 accepts classes 0 and 1, label 1 only 1; label 2 is no class of the head and accepts 0 and 1.
    const std::vector<std::uint8_t> accepts = {1, 1, 0, 1, 1, 1};
    const std::vector<std::uint16_t> top = {1, 0, 0, 1, 1, 0, 0, 1};
    const std::vector<float> probability = {0.6f, 0.4f, 0.6f, 0.4f, 0.6f, 0.4f, 0.6f, 0.4f}, entropy(4);
    const PredictionView view{2, top, probability, entropy};
    const auto judged = accept_subtypes(view, std::vector<std::int32_t>{0, 1, 2, -1}, 2, accepts);
    CHECK(judged == std::vector<std::uint16_t>{0, 0, 0, 1, 2, 2, 0, 1});
    check_error(ErrorCode::bad_input, "label is number 3", [&] {
        accept_subtypes(view, std::vector<std::int32_t>{3, 0, 0, 0}, 2, accepts);
    });
}
