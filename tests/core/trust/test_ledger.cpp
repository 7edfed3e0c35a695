#include "support.hpp"

#include <numeric>

#include "parity/trust_expected.hpp"
#include "trust/calibration.hpp"
#include "trust/ledger.hpp"
#include "trust/metrics.hpp"
#include "trust/outcomes.hpp"
#include "trust/predictions.hpp"

using namespace phenolens;
using namespace phenolens::predictions;
namespace trust = expected::trust;

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
    for (const Interval& difference : paired_difference(ledger, ledger).metrics) {
        CHECK(difference.low == 0);
        CHECK(difference.high == 0);
    }
    Ledger lonely(1, 1);
    lonely.add({1, top, ones, zeros, zeros, zeros}, outcomes, truth, std::vector<std::int32_t>(cells));
    CHECK(std::isnan(metric_intervals(lonely)[0].low));
    check_error(ErrorCode::bad_input, "same units", [&] { paired_difference(ledger, lonely); });
}
