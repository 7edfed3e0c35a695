#include "support.hpp"

#include "parity/training_expected.hpp"
#include "train/folds.hpp"

using namespace phenolens;
namespace given = expected::training;

TEST_CASE("stratified folds give every fold its share of every class, by their seed") {
    std::vector<std::int32_t> codes(103, 0);
    std::fill(codes.begin() + 50, codes.begin() + 80, 1);
    std::fill(codes.begin() + 80, codes.begin() + 84, 2);
    std::fill(codes.begin() + 84, codes.begin() + 90, -1);
    const auto folds = stratified_folds(codes, 5, 4);
    for (std::int32_t c = 0; c < 3; ++c) {
        std::vector<double> held(5);
        const double size = static_cast<double>(std::count(codes.begin(), codes.end(), c));
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (codes[i] == c) ++held[static_cast<std::size_t>(folds[i])];
        }
        for (const double count : held) CHECK(std::abs(count - size / 5) < 1);
    }
    for (std::size_t i = 0; i < codes.size(); ++i) CHECK((folds[i] == -1) == (codes[i] == -1));
    CHECK(folds == stratified_folds(codes, 5, 4));
    CHECK(folds != stratified_folds(codes, 5, 5));
    check_error(ErrorCode::bad_input, "at least two folds", [&] { stratified_folds(codes, 1, 4); });
}

TEST_CASE("donors are dealt to folds as scikit-learn deals them") {
    const auto folds = group_folds(given::codes, given::groups, 3);
    // Folds have no order: the same partition.
    for (std::size_t i = 0; i < folds.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK((folds[i] == folds[j]) == (given::group_folds[i] == given::group_folds[j]));
    }
}

TEST_CASE("no donor is in two folds, no fold is empty, and few donors make few folds") {
    std::mt19937 random(3);
    for (const std::int32_t donors : {2, 3, 7, 40}) {
        std::vector<std::int32_t> codes(400), groups(400);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            groups[i] = static_cast<std::int32_t>(random() % static_cast<unsigned>(donors));
            codes[i] = static_cast<std::int32_t>(random() % 6) - 1;
        }
        const auto folds = group_folds(codes, groups, 5);
        std::vector<std::int32_t> fold_of(static_cast<std::size_t>(donors), -1);
        std::vector<int> filled(5);
        for (std::size_t i = 0; i < folds.size(); ++i) {
            if (folds[i] < 0) continue;
            auto& one = fold_of[static_cast<std::size_t>(groups[i])];
            CHECK((one == -1 || one == folds[i]));
            one = folds[i];
            ++filled[static_cast<std::size_t>(folds[i])];
        }
        CHECK(std::count_if(filled.begin(), filled.end(), [](int n) { return n > 0; }) == std::min(donors, 5));
    }
    check_error(ErrorCode::bad_input, "there is 1", [] {
        group_folds(std::vector<std::int32_t>{0, 1}, std::vector<std::int32_t>{4, 4}, 3);
    });
}

TEST_CASE("a balanced sample takes at most so many cells of a class, in the file's order") {
    std::vector<std::int32_t> codes(100, 0);
    std::fill(codes.begin() + 60, codes.begin() + 65, 1);
    std::fill(codes.begin() + 65, codes.begin() + 90, -1);
    const auto sample = balanced_sample(codes, 20, 2);
    CHECK(std::is_sorted(sample.begin(), sample.end()));
    std::vector<int> counts(2);
    for (const auto cell : sample) ++counts.at(static_cast<std::size_t>(codes[static_cast<std::size_t>(cell)]));
    CHECK(counts == std::vector<int>{20, 5});
    CHECK(balanced_sample(codes, 1000, 2).size() == 75);
}
