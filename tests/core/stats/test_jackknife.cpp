#include "simulated.hpp"
#include "support.hpp"

#include "stats/jackknife.hpp"
#include "stats/statistics.hpp"

namespace {

using phenolens::effective_units;
using phenolens::Interval;
using phenolens::jackknife_interval;
using phenolens::Random;
using phenolens::Scale;
using simulated::normal;

/// Share of `rounds` simulated studies whose interval holds the accuracy of the whole population: donors differ by `spread` on the logit
/// scale, and in their number of cells by a factor of about two.
double coverage(std::size_t donors, double spread, std::size_t rounds, Random& random) {
    const auto accuracy = [&] { return 1 / (1 + std::exp(-1.5 - spread * normal(random))); };
    double truth = 0;
    for (std::size_t i = 0; i < 200000; ++i) truth += accuracy() / 200000;
    double held = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        std::vector<double> cells, right, left_out;
        double all = 0, hits = 0;
        for (std::size_t donor = 0; donor < donors; ++donor) {
            const double size = std::max(20.0, std::round(200 * std::exp(0.5 * normal(random)))), own = accuracy();
            // Binomial by its normal limit, rounded: there are 20 cells at least.
            const double drawn = std::round(size * own + std::sqrt(size * own * (1 - own)) * normal(random));
            cells.push_back(size);
            right.push_back(std::min(size, std::max(0.0, drawn)));
            all += size;
            hits += right.back();
        }
        for (std::size_t donor = 0; donor < donors; ++donor) left_out.push_back((hits - right[donor]) / (all - cells[donor]));
        const Interval found = jackknife_interval(hits / all, left_out, effective_units(cells), Scale::share, all);
        held += found.low <= truth && truth <= found.high;
    }
    return held / static_cast<double>(rounds);
}

}  // namespace

TEST_CASE("the jackknife of a mean of equal units is Student's interval of their means", "[jackknife]") {
    const std::vector<double> values = {3.1, 4.0, 2.2, 5.9, 4.4};
    double sum = 0, squares = 0;
    for (const double value : values) sum += value;
    for (const double value : values) squares += (value - sum / 5) * (value - sum / 5);
    std::vector<double> left_out;
    for (const double value : values) left_out.push_back((sum - value) / 4);
    const Interval found = jackknife_interval(sum / 5, left_out, 5, Scale::any);
    const double reach = phenolens::student_t_isf(0.025, 4) * std::sqrt(squares / 4 / 5);
    check_close(found.low, sum / 5 - reach, tolerance::kDouble);
    check_close(found.high, sum / 5 + reach, tolerance::kDouble);
}

TEST_CASE("under three units there is no interval; units that agree leave Wilson's; a share stays within 0 and 1", "[jackknife]") {
    CHECK(std::isnan(jackknife_interval(0.5, std::vector<double>{0.4, 0.6}, 2, Scale::share).low));
    CHECK(std::isnan(jackknife_interval(0.5, std::vector<double>{0.4, NAN, 0.6}, 3, Scale::share).high));
    const Interval same = jackknife_interval(0.8, std::vector<double>{0.8, 0.8, 0.8}, 3, Scale::share, 50);
    check_close(same.low, phenolens::wilson(40, 50).low, tolerance::kDouble);
    const Interval edge = jackknife_interval(0.95, std::vector<double>{1.0, 0.9, 0.95}, 3, Scale::share, 50);
    CHECK(edge.low >= 0);
    CHECK(edge.high <= 1);
    const Interval positive = jackknife_interval(0.2, std::vector<double>{0.05, 0.3, 0.25}, 3, Scale::positive);
    CHECK(positive.low > 0);
    check_close(effective_units(std::vector<double>{10, 10, 10}), 3, tolerance::kDouble);
    check_close(effective_units(std::vector<double>{30, 10}), 1.6, tolerance::kDouble);
}

TEST_CASE("with 3, 4, 8 and 20 donors a 95% interval holds the truth in 92 to 97 of 100 simulated studies", "[jackknife]") {
    Random random(20261130);
    for (const std::size_t donors : simulated::kDonors) {
        for (const double spread : {0.3, 0.8}) {
            const double share = coverage(donors, spread, 4000, random);
            INFO(donors << " donors, spread " << spread << ": " << share);
            CHECK(simulated::covers(share));
        }
    }
}

TEST_CASE("of 200 pairs of equally good models 5 in 100 are called different, within chance; a better one is found", "[jackknife]") {
    Random random(7);
    for (const std::size_t donors : simulated::kDonors) {
        for (const double lead : {0.0, 0.6}) {
            double called = 0;
            for (int round = 0; round < simulated::kStudies; ++round) {
                // Each donor is better by one model or the other by its own amount.
                std::vector<double> gain, left_out;
                double sum = 0;
                for (std::size_t donor = 0; donor < donors; ++donor) {
                    gain.push_back(lead + 0.2 * normal(random));
                    sum += gain.back();
                }
                const auto units = static_cast<double>(donors);
                for (const double one : gain) left_out.push_back((sum - one) / (units - 1));
                called += phenolens::jackknife_p(sum / units, left_out, units) < 0.05;
            }
            INFO(donors << " donors, lead " << lead << ": " << called << " of 200");
            if (lead == 0) CHECK(simulated::as_by_chance(called));
            if (lead > 0) CHECK(called > (donors == 3 ? 120 : 180));
        }
    }
}
