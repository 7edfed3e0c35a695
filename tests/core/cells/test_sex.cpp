#include "support.hpp"

#include <random>

#include "cells/sex.hpp"

using namespace phenolens;

namespace {

struct Cells {
    std::vector<float> x, y, totals;

    void add(std::size_t count, double mean_x, double mean_y, double total, std::mt19937& random) {
        std::poisson_distribution<int> of_x(mean_x), of_y(mean_y);
        for (std::size_t i = 0; i < count; ++i) {
            x.push_back(mean_x > 0 ? static_cast<float>(of_x(random)) : 0);
            y.push_back(mean_y > 0 ? static_cast<float>(of_y(random)) : 0);
            totals.push_back(static_cast<float>(total));
        }
    }

    SexVerdict judged(bool is_one_donor, bool has_x = true, bool has_y = true, bool are_counts = true) const {
        return judge_sex(x, y, totals, {has_x, has_y, is_one_donor, are_counts});
    }
};

}  // namespace

TEST_CASE("sex genes are counted", "[sex]") {
    const auto counts =
        count_sex_genes(block_of({3, 0, 2, 1, 0, 0, 0, 5, 0, 4, 0, 0}, 4), std::vector<std::uint8_t>{1, 0, 2, 2}, ValueKind::counts);
    CHECK(counts.x == std::vector<float>{3, 0, 0});
    CHECK(counts.y == std::vector<float>{3, 5, 0});
    const auto logs =
        count_sex_genes(block_of({0.5f, 0, 2.5f, 1.5f}, 4, ValueKind::log1p), std::vector<std::uint8_t>{1, 0, 2, 2}, ValueKind::log1p);
    CHECK(logs.x == std::vector<float>{1});
    CHECK(logs.y == std::vector<float>{2});
    CHECK_THROWS(count_sex_genes(block_of({1, 2}, 2), std::vector<std::uint8_t>{1}, ValueKind::counts));
}

TEST_CASE("a cell tells its sex by three counts and a tenth", "[sex]") {
    CHECK(sex_of_cell(3, 0) == Sex::female);
    CHECK(sex_of_cell(0, 3) == Sex::male);
    CHECK(sex_of_cell(2, 0) == Sex::few);
    CHECK(sex_of_cell(1, 10) == Sex::male);
    CHECK(sex_of_cell(2, 10) == Sex::few);
    CHECK(sex_of_cell(4, 5) == Sex::both);
}

TEST_CASE("a donor's sex by sums, and what cannot be told", "[sex]") {
    std::mt19937 random(1);
    Cells female, male, shallow;
    female.add(200, 0.5, 0.01, 3000, random);
    male.add(200, 0, 2, 3000, random);
    shallow.add(3, 0, 1, 1000, random);
    CHECK(female.judged(true).sex == Sex::female);
    CHECK(male.judged(true).sex == Sex::male);
    CHECK(shallow.judged(true).sex == Sex::few);
    CHECK(female.judged(true, true, false).sex == Sex::unmeasured);
    CHECK(female.judged(true, false, true).sex == Sex::unmeasured);
    CHECK(male.judged(true, false, true).sex == Sex::male);
    CHECK(male.judged(false, false, true).sex == Sex::unmeasured);
    CHECK(male.judged(true, false, false).sex == Sex::unmeasured);
    // Of values that are no counts cells are counted.
    const auto logs = male.judged(true, true, true, false);
    CHECK(logs.sex == Sex::male);
    CHECK(logs.y == static_cast<double>(logs.y_only));
    CHECK(std::isnan(logs.total));
}

TEST_CASE("reads that stray to Y genes leave a sample female, and as many of both leave it undecided", "[sex]") {
    const auto sample = [](float x, float y) {
        const std::vector<float> one_x{x}, one_y{y}, total{2e7f};
        return judge_sex(one_x, one_y, total, {true, true, true, true}).sex;
    };
    CHECK(sample(1098, 273) == Sex::female);
    CHECK(sample(1098, 900) == Sex::both);
    CHECK(sample(24, 11226) == Sex::male);
}

TEST_CASE("cells of both sexes are no one's, with or without a donor's name", "[sex]") {
    for (unsigned seed = 0; seed < 50; ++seed) {
        std::mt19937 random(seed);
        for (const std::size_t females : {20, 50, 100, 150, 180}) {
            Cells cells;
            cells.add(females, 0.5, 0.01, 3000, random);
            cells.add(200 - females, 0, 2, 3000, random);
            const Sex sex = cells.judged(false).sex;
            CHECK((sex == Sex::mixed || sex == Sex::maybe_mixed || sex == Sex::both));
        }
        Cells half;
        half.add(100, 0.5, 0.01, 3000, random);
        half.add(100, 0, 2, 3000, random);
        CHECK(half.judged(true).sex == Sex::mixed);
        CHECK(half.judged(true).expected_both > 5 * static_cast<double>(half.judged(true).both));
    }
}
