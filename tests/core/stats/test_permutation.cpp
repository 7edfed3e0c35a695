#include "simulated.hpp"
#include "support.hpp"

#include "parity/trust_expected.hpp"
#include "stats/permutation.hpp"

using namespace phenolens;
namespace trust = expected::trust;

TEST_CASE("permutation p values meet those of all labelings, adjusted by Benjamini and Hochberg", "[landscape]") {
    const auto found = permutation_tests(trust::unit_value, trust::unit_group, 3, 20000, 5);
    for (std::size_t g = 0; g < 3; ++g) {
        check_close(found[g].difference, trust::unit_difference[g], tolerance::kDouble);
        CHECK(found[g].p_value == Approx(trust::unit_p[g]).margin(0.012));
        CHECK(found[g].adjusted >= found[g].p_value);
    }
    const auto alone = permutation_tests(std::vector<double>{1, 2}, std::vector<std::int32_t>{0, 0}, 2, 10, 1);
    CHECK(std::isnan(alone[0].p_value));
    CHECK(alone[1].units == 0);
}

TEST_CASE("of many units the normal limit agrees with permuting them, and nothing planted is not found", "[landscape]") {
    std::mt19937 random(12);
    std::normal_distribution<double> normal;
    std::vector<double> value(kMostPermuted + 1);
    std::vector<std::int32_t> group(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        value[i] = normal(random);
        group[i] = static_cast<std::int32_t>(random() % 4);
    }
    const auto limit = permutation_tests(value, group, 4, 2000, 1);
    value.pop_back();
    group.pop_back();
    const auto permuted = permutation_tests(value, group, 4, 2000, 1);
    for (std::size_t g = 0; g < 4; ++g) {
        CHECK(limit[g].p_value == Approx(permuted[g].p_value).margin(0.05));
        CHECK(limit[g].adjusted > 0.05);
    }
    for (std::size_t i = 0; i < value.size(); ++i) value[i] += group[i] == 2 ? 0.3 : 0;
    CHECK(permutation_tests(value, group, 4, 999, 1)[2].adjusted < 0.01);
}

TEST_CASE("of 200 studies whose donors do not differ 5 in 100 are called, or fewer where donors are few", "[null]") {
    Random random(20261201);
    for (const std::size_t donors : simulated::kDonors) {
        double called = 0;
        for (int study = 0; study < simulated::kStudies; ++study) {
            // Donors of two groups, whose means rest on more or fewer cells.
            std::vector<double> value;
            std::vector<std::int32_t> group;
            for (std::size_t donor = 0; donor < 2 * donors; ++donor) {
                value.push_back(simulated::normal(random) *
                                (1 + 3 / std::sqrt(static_cast<double>(simulated::cells_of_donor(random, 40)))));
                group.push_back(static_cast<std::int32_t>(donor % 2));
            }
            called += permutation_tests(value, group, 2, 399, static_cast<std::uint64_t>(study))[0].p_value < 0.05;
        }
        INFO(donors << " donors a group: " << called);
        // Three against three can be dealt in 20 ways only: no p is under .05.
        CHECK((donors == 3 ? called == 0 : simulated::as_by_chance(called)));
    }
}
