#include "support.hpp"

#include "parity/core_expected.hpp"
#include "predict/scores.hpp"
#include "trust/metrics.hpp"
#include "trust/predictions.hpp"

using namespace phenolens;
using namespace phenolens::predictions;

namespace {

Kept reference() {
    return {3,
            expected::metric_top,
            {expected::metric_probability.begin(), expected::metric_probability.end()},
            {expected::metric_entropy.begin(), expected::metric_entropy.end()}};
}

}  // namespace

TEST_CASE("metrics equal scikit-learn's") {
    const Kept kept = reference();
    const Metrics metrics = evaluate(kept.view(), expected::metric_truth, 7);
    CHECK(metrics.cells == 400);
    for (std::size_t i = 0; i < 3; ++i) check_close(metrics.top_k[i].value, expected::metric_top_k[i], tolerance::kDouble);
    check_close(metrics.balanced_accuracy, expected::metric_balanced[0], tolerance::kDouble);
    check_close(metrics.macro_f1, expected::metric_macro_f1[0], tolerance::kDouble);
    check_close(metrics.auroc_wrong, expected::metric_auroc[0], tolerance::kDouble);
    check_close(metrics.ece, expected::metric_ece[0], tolerance::kFloat);
    CHECK(metrics.confusion == expected::metric_confusion);
    REQUIRE(metrics.per_class.size() == 7);
    for (std::size_t c = 0; c < 7; ++c) {
        check_close(metrics.per_class[c].precision, expected::metric_precision[c], tolerance::kDouble);
        check_close(metrics.per_class[c].f1, expected::metric_f1[c], tolerance::kDouble);
        if (metrics.per_class[c].support > 0)
            check_close(metrics.per_class[c].recall.value, expected::metric_recall[c], tolerance::kDouble);
    }
}

TEST_CASE("metrics by hand: unknown truth is left out, no prediction is wrong") {
    const Kept kept{2, {0, 1, 1, 0, kNoClass, kNoClass, 0, 2}, {0.9f, 0.1f, 0.6f, 0.4f, 0, 0, 0.5f, 0.3f}, {0.1f, 0.5f, 1.0f, 0.7f}};
    const Metrics metrics = evaluate(kept.view(), std::vector<std::int32_t>{0, 0, 1, -1}, 3);
    CHECK(metrics.cells == 3);
    CHECK(metrics.unpredicted == 1);
    check_close(metrics.top_k[0].value, 1.0 / 3, tolerance::kDouble);
    check_close(metrics.top_k[1].value, 2.0 / 3, tolerance::kDouble);
    CHECK(metrics.confusion == std::vector<std::int32_t>{1, 1, 0, 0, 0, 0, 0, 0, 0});
    check_close(metrics.balanced_accuracy, 0.25, tolerance::kDouble);
    CHECK(metrics.auroc_wrong == 1);
    check_close(metrics.mean_entropy_right, 0.1, tolerance::kFloat);
    check_close(metrics.mean_entropy_wrong, 0.75, tolerance::kFloat);
    // 0.9 right, 0.6 wrong, 0 wrong: gaps 0.1, 0.6 and 0 of three cells.
    check_close(metrics.ece, 0.7 / 3, tolerance::kFloat);
    CHECK(metrics.per_class.size() == 2);
}

TEST_CASE("a probability on a bin's edge belongs below it") {
    const Kept kept{1, {0, 0}, {0.2f, 1.0f}, {0, 0}};
    const Metrics metrics = evaluate(kept.view(), std::vector<std::int32_t>{0, 0}, 1);
    // float32's 0.2 lies a little above 3/15.
    CHECK(metrics.reliability[3].cells == 1);
    CHECK(metrics.reliability[14].cells == 1);
    CHECK(std::isnan(metrics.auroc_wrong));
}

TEST_CASE("metrics of no cell are not numbers") {
    const Kept kept{1, {0}, {1}, {0}};
    const Metrics metrics = evaluate(kept.view(), std::vector<std::int32_t>{-1}, 2);
    CHECK(metrics.cells == 0);
    for (const double number : {metrics.top_k[0].value, metrics.balanced_accuracy, metrics.macro_f1, metrics.ece, metrics.auroc_wrong})
        CHECK(std::isnan(number));
}

TEST_CASE("predictions and truth that do not fit are refused") {
    const Kept kept{1, {0, 1}, {1, 1}, {0, 0}};
    check_error(ErrorCode::bad_input, "true class is number 2", [&] { evaluate(kept.view(), std::vector<std::int32_t>{0, 2}, 2); });
    check_error(ErrorCode::bad_input, "predicted class is number 1", [&] { evaluate(kept.view(), std::vector<std::int32_t>{0, 0}, 1); });
    check_error(ErrorCode::bad_input, "do not fit", [&] { evaluate(kept.view(), std::vector<std::int32_t>{0}, 2); });
    const Kept broken{1, {0}, {NAN}, {0}};
    check_error(ErrorCode::bad_input, "not a number", [&] { evaluate(broken.view(), std::vector<std::int32_t>{0}, 2); });
}

TEST_CASE("two models are compared on the cells with a truth") {
    const Comparison c = compare(std::vector<std::uint16_t>{0, 1, 0, 1, 0}, std::vector<std::uint16_t>{0, 0, 1, 0, 0},
                                 std::vector<std::int32_t>{0, 1, 1, 1, -1});
    CHECK(c.cells == 4);
    CHECK(c.both_right == 1);
    CHECK(c.only_first == 2);
    CHECK(c.only_second == 1);
    CHECK(c.neither == 0);
    check_error(ErrorCode::bad_input, "do not fit", [] { compare(std::vector<std::uint16_t>{0}, {}, {}); });
}
