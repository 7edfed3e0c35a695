#include "simulated.hpp"
#include "support.hpp"

#include <algorithm>

#include "parity/core_expected.hpp"
#include "parity/trust_expected.hpp"
#include "trust/roc.hpp"

using namespace phenolens;
namespace trust = expected::trust;

TEST_CASE("AUROC and average precision equal cells compared one by one, whatever the scores and the shares") {
    std::mt19937 random(4);
    std::normal_distribution<float> normal;
    const auto score_of = [&](int kind, int positive) {
        if (kind == 0) return static_cast<float>(random() % 8 + 2 * static_cast<unsigned>(positive));
        // Over many powers of ten, both signs, and -0 beside 0.
        if (kind == 1) return std::pow(10.0f, 6 * normal(random)) * normal(random) + static_cast<float>(positive);
        return -std::max(0.0f, normal(random) - static_cast<float>(positive));
    };
    for (const int kind : {0, 1, 2}) {
        for (const unsigned one_in : {2u, 40u}) {
            for (const int most : {0, 1}) {
                std::vector<float> score(400);
                std::vector<std::uint8_t> positive(400);
                std::vector<std::int32_t> alone(400);
                for (std::size_t i = 0; i < 400; ++i) {
                    positive[i] = (random() % one_in == 0) != (most == 1);
                    score[i] = score_of(kind, positive[i]);
                    alone[i] = static_cast<std::int32_t>(i);
                }
                double wins = 0, pairs = 0, precision = 0, positives = 0;
                for (std::size_t i = 0; i < 400; ++i) {
                    if (!positive[i]) continue;
                    ++positives;
                    double above = 0, right = 0;
                    for (std::size_t j = 0; j < 400; ++j) {
                        above += score[j] >= score[i];
                        right += score[j] >= score[i] && positive[j];
                        if (positive[j]) continue;
                        ++pairs;
                        wins += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                    }
                    precision += right / above;
                }
                const Roc found = roc(score, positive, {}), clustered = roc(score, positive, alone);
                check_close(found.auroc.value, wins / pairs, tolerance::kDouble);
                check_close(found.auprc, precision / positives, tolerance::kDouble);
                // Clusters of one cell each: Obuchowski's variance is DeLong's.
                check_close(clustered.error, found.error, tolerance::kDouble);
            }
        }
    }
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

TEST_CASE("the area's interval over 3, 4, 8 and 20 donors holds that of all donors in 92 to 97 of 100 studies", "[null]") {
    Random random(20261204);
    constexpr double kShift = 1.2;
    constexpr int kRounds = 2000;
    for (const double spread : {0.3, 0.8}) {
        // Cells of different donors: two normal distributions whose difference has variance 2 (1 + spread^2).
        const double truth = 0.5 * std::erfc(-kShift / std::sqrt(2 * (1 + spread * spread)) / std::sqrt(2.0));
        for (const std::size_t donors : simulated::kDonors) {
            double held = 0;
            for (int round = 0; round < kRounds; ++round) {
                std::vector<float> score;
                std::vector<std::uint8_t> positive;
                std::vector<std::int32_t> of;
                for (std::size_t donor = 0; donor < donors; ++donor) {
                    const double own = spread * simulated::normal(random), share = 0.15 + 0.2 * simulated::uniform(random);
                    for (std::size_t cell = simulated::cells_of_donor(random, 40); cell > 0; --cell) {
                        positive.push_back(simulated::uniform(random) < share);
                        score.push_back(static_cast<float>(own + simulated::normal(random) + (positive.back() ? kShift : 0)));
                        of.push_back(static_cast<std::int32_t>(donor));
                    }
                }
                const Interval found = roc(score, positive, of).auroc;
                held += found.low <= truth && truth <= found.high;
            }
            INFO(donors << " donors, spread " << spread << ": " << held / kRounds);
            CHECK(simulated::covers(held / kRounds));
        }
    }
}
