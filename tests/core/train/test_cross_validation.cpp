#include "support.hpp"

#include "parity/training_expected.hpp"
#include "train/cross_validation.hpp"

using namespace phenolens;
namespace given = expected::training;

TEST_CASE("cross-validation has scikit-learn's accuracy and macro F1 in every fold") {
    const auto found = cross_validate(floats(given::features), 6, given::codes, given::group_folds, 4);
    REQUIRE(found.folds.size() == 3);
    double right = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        check_close(found.folds[k].accuracy, given::fold_accuracy[k], tolerance::kDouble);
        check_close(found.folds[k].macro_f1, given::fold_macro_f1[k], tolerance::kDouble);
        right += found.folds[k].accuracy * found.folds[k].cells;
    }
    check_close(found.all.accuracy.value, right / 150, tolerance::kDouble);
    CHECK(found.all.units == 3);
    CHECK(found.all.accuracy.low <= found.all.accuracy.value);
    CHECK(found.all.accuracy.high >= found.all.accuracy.value);
}

TEST_CASE("what a fold's cells hold changes nothing of how its model is made") {
    auto features = floats(given::features);
    const auto before = cross_validate(features, 6, given::codes, given::group_folds, 4);
    // The held-out cells of fold 1 become nonsense, but for one.
    std::size_t kept = 0;
    while (given::group_folds[kept] != 1) ++kept;
    auto codes = given::codes;
    for (std::size_t i = kept + 1; i < codes.size(); ++i) {
        if (given::group_folds[i] != 1) continue;
        codes[i] = (codes[i] + 1) % 4;
        for (std::size_t j = 0; j < 6; ++j) features[i * 6 + j] = 1e4f * static_cast<float>(i % 7);
    }
    CHECK(cross_validate(features, 6, codes, given::group_folds, 4).predicted[kept] == before.predicted[kept]);
    CHECK(cross_validate(features, 6, codes, given::group_folds, 4).folds[0].accuracy != before.folds[0].accuracy);
}

TEST_CASE("a fold that cannot be trained for is told by NaN, cells without scores take no part") {
    const std::vector<float> scores = {1, 2, 3, std::nanf(""), 5, 6};
    const auto found =
        cross_validate(scores, 1, std::vector<std::int32_t>{0, 0, 1, 1, 0, -1}, std::vector<std::int32_t>{0, 0, 1, 1, 0, 0}, 2);
    CHECK(std::isnan(found.folds[0].accuracy));
    CHECK(found.folds[0].cells == 3);
    CHECK(found.folds[1].cells == 1);
    CHECK(found.predicted == std::vector<std::int32_t>(6, -1));
    CHECK(found.all.cells == 0);
}
