#include "support.hpp"

#include "train/held_out.hpp"

using namespace phenolens;

TEST_CASE("held-out scores weigh cells, count unpredicted ones as wrong, and leave donors out whole") {
    const std::vector<std::int32_t> truth = {0, 0, 1, 1, -1, 2}, predicted = {0, 1, 1, -1, 0, 2};
    const auto score = score_held_out(truth, predicted, 3, std::vector<double>{3, 1, 1, 1, 9, 4}, {});
    check_close(score.accuracy.value, 8.0 / 10, tolerance::kDouble);
    check_close(score.balanced_accuracy.value, (0.75 + 0.5 + 1) / 3, tolerance::kDouble);
    // F1: 2*3/(4+3), 2*1/(2+2), 1.
    check_close(score.macro_f1.value, (6.0 / 7 + 0.5 + 1) / 3, tolerance::kDouble);
    check_close(score.majority, 0.4, tolerance::kDouble);
    // A donor all right, a donor all wrong, and one half of each: with three donors nearly anything may be true.
    std::vector<std::int32_t> all(200, 0), named(200, 0), donors(200, 0);
    for (std::size_t i = 100; i < 200; ++i) {
        named[i] = 1;
        donors[i] = 1;
    }
    for (std::size_t i = 50; i < 150; ++i) donors[i] = 2;
    const auto by_donor = score_held_out(all, named, 2, {}, donors), by_cell = score_held_out(all, named, 2, {}, {});
    CHECK(by_donor.accuracy.low < 0.05);
    CHECK(by_donor.accuracy.high > 0.95);
    const auto all_right = score_held_out(all, all, 2, {}, donors);
    check_close(all_right.accuracy.low, wilson(200, 200).low, tolerance::kDouble);
    CHECK(all_right.accuracy.high == 1);
    check_close(by_cell.accuracy.low, 0.43, 0.02);
    check_close(by_cell.accuracy.high, 0.57, 0.02);
    CHECK(std::isnan(score_held_out(all, named, 2, {}, std::vector<std::int32_t>(200, 7)).accuracy.low));
}
