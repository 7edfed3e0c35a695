#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "../parity/trust_expected.hpp"
#include "base/order.hpp"
#include "predict/scores.hpp"
#include "trust/calibration.hpp"
#include "trust/ledger.hpp"
#include "trust/outcomes.hpp"
#include "trust/profiles.hpp"
#include "trust/roc.hpp"
#include "trust/selective.hpp"
#include "trust/temperature.hpp"

using namespace phenolens;
namespace trust = expected::trust;

namespace {

PredictionView of_all() {
    return {8, trust::all_top, trust::all_probability, trust::all_entropy, trust::all_rest, trust::all_rest_squares};
}
PredictionView of_many() {
    return {10, trust::many_top, trust::many_probability, trust::many_entropy, trust::many_rest, trust::many_rest_squares};
}

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

void check_calibration(const Calibration& found, const std::vector<double>& wanted) {
    check_close(found.ece_width, wanted[0], tolerance::kFloat * 5);
    check_close(found.ece_mass, wanted[1], tolerance::kFloat * 5);
    check_close(found.nll, wanted[2], tolerance::kFloat * 5);
    check_close(found.brier, wanted[3], tolerance::kFloat * 5);
}

}  // namespace

TEST_CASE("the order of floats is std::stable_sort's, NaN last", "[trust]") {
    std::mt19937 random(8);
    std::vector<float> values(5000);
    for (float& value : values) value = static_cast<float>(static_cast<int>(random() % 400) - 200) * 0.37f;
    values[7] = -0.0f;
    values[9] = 0.0f;
    values[100] = NAN;
    values[200] = INFINITY;
    values[300] = -INFINITY;
    std::vector<std::uint32_t> wanted(values.size());
    std::iota(wanted.begin(), wanted.end(), 0u);
    std::stable_sort(wanted.begin(), wanted.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::isnan(values[b]) ? !std::isnan(values[a]) : values[a] < values[b];
    });
    CHECK(ascending_order(values) == wanted);
    CHECK(ascending_order({}).empty());
}

TEST_CASE("calibration, likelihood and Brier score equal scikit-learn's", "[trust]") {
    const PredictionView view = of_all();
    const Outcomes outcomes = judge(view, trust::all_truth, 8);
    CHECK(outcomes.cells == 240);
    CHECK(outcomes.beyond == 0);
    const auto confidence = confidences(view);
    const auto right = rights(outcomes);
    check_calibration(calibration({confidence, right, outcomes.probability, outcomes.brier}), trust::all_calibration);
}

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

TEST_CASE("risk and coverage equal their definition; the curve's last point is every cell", "[trust]") {
    const RiskCoverage found = risk_coverage(trust::sure, trust::sure_right);
    check_close(found.aurc, trust::aurc[0], tolerance::kDouble);
    CHECK(found.curve.back().cells == 200);
    CHECK(found.curve.back().right == std::accumulate(trust::sure_right.begin(), trust::sure_right.end(), 0));
    for (const CoveragePoint& point : found.curve) {
        double cells = 0;
        for (const float confidence : trust::sure) cells += confidence >= point.threshold;
        CHECK(point.cells == cells);
    }
    CHECK(risk_coverage(trust::sure, trust::sure_right, 10).curve.size() <= 10);
    CHECK(std::isnan(risk_coverage({}, {}).aurc));
    check_error(ErrorCode::bad_input, "outcomes for", [] { risk_coverage(trust::sure, {}); });
}

TEST_CASE("AUROC and average precision equal scikit-learn's, intervals DeLong's and Obuchowski's", "[trust]") {
    const Roc alone = roc(trust::score, trust::positive, {});
    check_close(alone.auroc.value, trust::roc[0], tolerance::kDouble);
    check_close(alone.auprc, trust::roc[1], tolerance::kDouble);
    check_close(alone.auroc.low, trust::delong[1], tolerance::kDouble);
    check_close(alone.auroc.high, trust::delong[2], tolerance::kDouble);
    const Roc clustered = roc(trust::score, trust::positive, trust::cluster);
    check_close(clustered.error, (trust::obuchowski[2] - trust::obuchowski[1]) / 2 / kNormal95, tolerance::kDouble);
    // Student's t over some eight donors reaches further than a normal distribution.
    CHECK(clustered.auroc.low < trust::obuchowski[1]);
    CHECK(clustered.auroc.low > trust::obuchowski[1] - 0.05);
    const std::vector<std::uint8_t> all(trust::score.size(), 1);
    CHECK(std::isnan(roc(trust::score, all, {}).auroc.value));
    std::vector<std::int32_t> two(trust::score.size(), 0);
    for (std::size_t i = 0; i < two.size(); i += 2) two[i] = 1;
    CHECK(std::isnan(roc(trust::score, trust::positive, two).auroc.low));
}

TEST_CASE("a ledger tells what `evaluate` and `calibration` tell; split and merged it is the same", "[trust]") {
    const PredictionView view = of_all();
    const Outcomes outcomes = judge(view, trust::all_truth, 8);
    std::vector<std::int32_t> unit(240);
    for (std::size_t cell = 0; cell < 240; ++cell) unit[cell] = static_cast<std::int32_t>(cell % 12);
    Ledger whole(12, 8);
    whole.add(view, outcomes, trust::all_truth, unit);
    const LedgerValues values = whole.values(std::vector<double>(12, 1.0));
    const Metrics metrics = evaluate(view, trust::all_truth, 8);
    check_close(values[0], metrics.top_k[0].value, tolerance::kDouble);
    check_close(values[1], metrics.top_k[2].value, tolerance::kDouble);
    check_close(values[2], metrics.top_k[4].value, tolerance::kDouble);
    CHECK(values[3] == 1);
    check_close(values[4], metrics.balanced_accuracy, tolerance::kDouble);
    check_close(values[5], metrics.macro_f1, tolerance::kDouble);
    check_close(values[6], trust::all_calibration[2], tolerance::kFloat * 5);
    check_close(values[7], trust::all_calibration[3], tolerance::kFloat * 5);
    check_close(values[8], metrics.ece, tolerance::kDouble);

    Ledger first(12, 8), second(12, 8);
    std::vector<std::int32_t> early = trust::all_truth, late = trust::all_truth;
    for (std::size_t cell = 0; cell < 240; ++cell) (cell < 100 ? late : early)[cell] = -1;
    first.add(view, outcomes, early, unit);
    second.add(view, outcomes, late, unit);
    first.merge(second);
    check_all_close(first.values(std::vector<double>(12, 1.0)), values, tolerance::kDouble);

    // Donor 3 counted twice is its cells given twice.
    std::vector<double> weights(12, 1.0);
    weights[3] = 2;
    double hits = 0, cells = 0;
    for (std::size_t cell = 0; cell < 240; ++cell) {
        const double times = unit[cell] == 3 ? 2 : 1;
        cells += times;
        hits += times * (outcomes.rank[cell] == 0);
    }
    check_close(whole.values(weights)[0], hits / cells, tolerance::kDouble);
}

TEST_CASE("of units of one cell the interval is Student's; a difference of a model to itself is zero", "[trust]") {
    // One cell a unit, whose negative log-likelihood is the value drawn: its mean is the sample's.
    const std::size_t cells = trust::drawn.size();
    Outcomes outcomes;
    outcomes.rank.assign(cells, 0);
    outcomes.brier.assign(cells, 0);
    for (const double value : trust::drawn) outcomes.probability.push_back(static_cast<float>(std::exp(-value)));
    const std::vector<std::uint16_t> top(cells);
    const std::vector<float> ones(cells, 1), zeros(cells);
    const std::vector<std::int32_t> truth(cells);
    std::vector<std::int32_t> unit(cells);
    std::iota(unit.begin(), unit.end(), 0);
    Ledger ledger(cells, 1);
    ledger.add({1, top, ones, zeros, zeros, zeros}, outcomes, truth, unit);
    const auto found = metric_intervals(ledger);
    check_close(found[6].value, trust::drawn_interval[0], tolerance::kFloat);
    // SciPy's bootstrap and the jackknife differ by less than the bootstrap's own error.
    CHECK(found[6].low == Approx(trust::drawn_interval[1]).epsilon(0.05));
    CHECK(found[6].high == Approx(trust::drawn_interval[2]).epsilon(0.05));
    for (const Interval& difference : difference_intervals(ledger, ledger)) {
        CHECK(difference.low == 0);
        CHECK(difference.high == 0);
    }
    Ledger lonely(1, 1);
    lonely.add({1, top, ones, zeros, zeros, zeros}, outcomes, truth, std::vector<std::int32_t>(cells));
    CHECK(std::isnan(metric_intervals(lonely)[0].low));
    check_error(ErrorCode::bad_input, "same units", [&] { difference_intervals(ledger, lonely); });
}

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
