#include "support.hpp"

#include "parity/donor_expected.hpp"
#include "stats/statistics.hpp"
#include "survey/donor_tests.hpp"

using namespace phenolens;
namespace expects = expected::donor;

namespace {

/// Sums whose samples have these cells and counts (row-major genes x samples): the counts of a sample lie in its first cell.
Pseudobulk sums_of(const std::vector<double>& counts, const std::vector<double>& cells) {
    const std::size_t samples = cells.size(), genes = counts.size() / samples;
    Pseudobulk sums(genes, samples);
    for (std::size_t sample = 0; sample < samples; ++sample) {
        const auto rows = static_cast<std::size_t>(cells[sample]);
        std::vector<float> dense(rows * genes);
        for (std::size_t gene = 0; gene < genes; ++gene) dense[gene] = static_cast<float>(counts[gene * samples + sample]);
        sums.add(block_of(dense, genes), ValueKind::counts, std::vector<std::int32_t>(rows, static_cast<std::int32_t>(sample)));
    }
    return sums;
}

std::vector<double> doubles(const std::vector<int>& values) { return {values.begin(), values.end()}; }

/// Sizes of a simulated study: means of a gamma that makes counts negative binomial.
struct Study {
    std::size_t donors;
    bool is_paired;
    double own_cells, rest_cells;
    /// Squared coefficient of variation of a cell's counts beyond Poisson's, and of a donor's mean.
    double dispersion, donor_spread;
};

/// Counts of a homogeneous population: the group's cells differ from the rest by name alone.
struct Simulated {
    std::vector<double> counts, cells;
    std::vector<std::int32_t> group, donor;
};

Simulated simulate(const Study& study, std::size_t genes, std::mt19937& random) {
    std::normal_distribution<double> normal;
    Simulated out;
    for (std::size_t side = 0; side < 2; ++side) {
        for (std::size_t donor = 0; donor < study.donors; ++donor) {
            out.group.push_back(static_cast<std::int32_t>(side));
            out.donor.push_back(static_cast<std::int32_t>(study.is_paired ? donor : side * study.donors + donor));
            const double cells = std::round((side == 0 ? study.own_cells : study.rest_cells) * std::exp(0.5 * normal(random)));
            out.cells.push_back(std::max(kLeastDonorCells, cells));
        }
    }
    for (std::size_t gene = 0; gene < genes; ++gene) {
        const double rate = 0.3 * std::exp(1.5 * normal(random));
        std::vector<double> own;
        for (std::size_t i = 0; i < 2 * study.donors; ++i) own.push_back(std::exp(0.5 * normal(random)));
        for (std::size_t sample = 0; sample < out.cells.size(); ++sample) {
            const double donor = study.is_paired ? own[sample % study.donors] : 1;
            double mean = rate * donor * out.cells[sample] * std::exp(study.donor_spread * normal(random));
            if (study.dispersion > 0) {
                const double shape = out.cells[sample] / study.dispersion;
                mean = std::gamma_distribution<double>(shape, mean / shape)(random);
            }
            out.counts.push_back(static_cast<double>(std::poisson_distribution<int>(mean)(random)));
        }
    }
    return out;
}

}  // namespace

TEST_CASE("tests over donors are limma's, within donors and between them", "[survey]") {
    const auto sums = sums_of(doubles(expects::counts), doubles(expects::cells));
    const auto paired = donor_tests(sums, {expects::group, expects::donor}, 0);
    CHECK(paired.sides.design == DonorDesign::paired);
    CHECK((paired.sides.own == 4 && paired.sides.rest == 5 && paired.sides.both == 4 && paired.sides.sparse == 1));
    check_all_close(paired.log_fold_change, expects::paired_effect, 1e-10);
    check_all_close(paired.t, expects::paired_t, 1e-9);
    check_all_close(paired.p, expects::paired_p, 1e-9);
    check_all_close(paired.q, benjamini_hochberg(paired.p), tolerance::kDouble);
    const std::vector<std::int32_t> group = {0, 0, 0, 1, 1, 2, 2}, donor = {0, 1, 2, 3, 4, 5, 6};
    const auto alone = donor_tests(sums_of(doubles(expects::alone), std::vector<double>(7, 30)), {group, donor}, 0);
    CHECK(alone.sides.design == DonorDesign::independent);
    check_all_close(alone.log_fold_change, expects::independent_effect, 1e-10);
    check_all_close(alone.t, expects::independent_t, 1e-9);
    check_all_close(alone.p, expects::independent_p, 1e-9);
}

TEST_CASE("under three donors a side there is no test; donors on both sides are pairs where they are most of them", "[survey]") {
    const auto design = [](const std::vector<std::int32_t>& group, const std::vector<std::int32_t>& donor) {
        return donor_sides(std::vector<double>(group.size(), 20), {group, donor}, 0).design;
    };
    CHECK(design({0, 0, 1, 1, 1}, {0, 1, 2, 3, 4}) == DonorDesign::none);
    CHECK(design({0, 0, 1, 1}, {0, 1, 0, 1}) == DonorDesign::none);
    CHECK(design({0, 0, 0, 1, 1, 1}, {0, 1, 2, 0, 1, 2}) == DonorDesign::paired);
    CHECK(design({0, 0, 0, 1, 1, 1}, {0, 1, 2, 2, 3, 4}) == DonorDesign::independent);
    // Three of seven donors on both sides.
    const std::vector<std::int32_t> group = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1}, donor = {0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 7, 8, 9, 10};
    CHECK(design(group, donor) == DonorDesign::independent);
    const std::vector<std::int32_t> few = {0, 0, 1, 1}, two = {0, 1, 0, 1};
    const auto none = donor_tests(sums_of(std::vector<double>(8, 50), std::vector<double>(4, 20)), {few, two}, 0);
    CHECK((std::isnan(none.p[0]) && std::isnan(none.q[1]) && std::isnan(none.log_fold_change[0])));
    check_error(ErrorCode::internal, "of other samples", [&] { donor_sides(std::vector<double>(3, 20), {few, two}, 0); });
    const std::vector<std::int32_t> lacking = {0, 1, -1, 1};
    check_error(ErrorCode::internal, "no donor", [&] { donor_sides(std::vector<double>(4, 20), {few, lacking}, 0); });
}

TEST_CASE("in a homogeneous population 5 in 100 genes have p < .05 over donors, and next to none q < .05", "[survey]") {
    std::mt19937 random(20261130);
    for (const std::size_t donors : {3, 4, 8, 20}) {
        for (const bool is_paired : {true, false}) {
            // Poisson counts, then negative binomial ones with donors of their own.
            for (const double dispersion : {0.0, 0.8}) {
                const Study study{
                    donors, is_paired, is_paired ? 60.0 : 200.0, is_paired ? 900.0 : 200.0, dispersion, dispersion > 0 ? 0.25 : 0};
                double tested = 0, called = 0, discoveries = 0;
                for (int round = 0; round < 4; ++round) {
                    const auto [counts, cells, group, donor] = simulate(study, 1500, random);
                    const auto found = donor_tests(sums_of(counts, cells), {group, donor}, 0);
                    for (std::size_t gene = 0; gene < found.p.size(); ++gene) {
                        tested += !std::isnan(found.p[gene]);
                        called += found.p[gene] < 0.05;
                        discoveries += found.q[gene] < 0.05;
                    }
                }
                INFO(donors << (is_paired ? " paired" : " independent") << " donors, dispersion " << dispersion << ": " << called << " of "
                            << tested << " under .05, " << discoveries << " with q < .05");
                CHECK(tested > 2000);
                // 99.9% of what chance gives.
                CHECK(std::abs(called - 0.05 * tested) < 3.3 * std::sqrt(0.05 * 0.95 * tested));
                CHECK(discoveries <= 4);
            }
        }
    }
}

TEST_CASE("genes that differ between the sides are found over four donors", "[survey]") {
    std::mt19937 random(4);
    for (const bool is_paired : {true, false}) {
        auto [counts, cells, group, donor] = simulate({4, is_paired, 100, 300, 0.8, 0.25}, 1000, random);
        // Every twentieth gene is four times as high in the group, or a quarter, so that totals stay much the same.
        for (std::size_t gene = 0; gene < 1000; gene += 20)
            for (std::size_t sample = 0; sample < 8; ++sample)
                if ((sample < 4) == (gene % 40 == 0)) counts[gene * 8 + sample] *= 4;
        const auto found = donor_tests(sums_of(counts, cells), {group, donor}, 0);
        double planted = 0, right = 0, wrong = 0;
        for (std::size_t gene = 0; gene < 1000; ++gene) {
            if (gene % 20 != 0) wrong += found.q[gene] < 0.05;
            if (gene % 20 == 0 && !std::isnan(found.p[gene])) {
                ++planted;
                right += found.q[gene] < 0.05;
            }
        }
        INFO(right << " of " << planted << " found, " << wrong << " wrong");
        CHECK(right > 0.8 * planted);
        CHECK(wrong < 0.15 * right);
    }
}
