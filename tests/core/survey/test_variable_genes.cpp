#include "support.hpp"

#include <algorithm>

#include "survey/variable_genes.hpp"

using namespace phenolens;

TEST_CASE("dispersions are z-scored within twenty bins of the mean", "[survey]") {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> uniform(0.1, 60);
    std::vector<double> mean, variance;
    for (int i = 0; i < 300; ++i) {
        mean.push_back(i % 50 == 0 ? 0 : uniform(random));
        variance.push_back(mean.back() * uniform(random));
    }
    const auto found = dispersion_scores(mean, variance);
    const double low = *std::min_element(found.mean.begin(), found.mean.end()),
                 high = *std::max_element(found.mean.begin(), found.mean.end());
    for (std::size_t gene = 0; gene < mean.size(); ++gene) {
        if (mean[gene] == 0) {
            CHECK(std::isnan(found.score[gene]));
            continue;
        }
        const auto bin = [&](std::size_t other) { return std::max(0.0, std::ceil((found.mean[other] - low) / (high - low) * 20) - 1); };
        double sum = 0, squares = 0, genes = 0;
        for (std::size_t other = 0; other < mean.size(); ++other) {
            if (mean[other] == 0 || bin(other) != bin(gene)) continue;
            const double dispersion = std::log(variance[other] / mean[other]);
            ++genes;
            sum += dispersion;
            squares += dispersion * dispersion;
        }
        const double deviation = std::sqrt((squares - sum * sum / genes) / (genes - 1));
        check_close(found.score[gene], genes < 2 ? 1 : (std::log(variance[gene] / mean[gene]) - sum / genes) / deviation, 1e-8);
    }
    CHECK(dispersion_scores(std::vector<double>{}, std::vector<double>{}).score.empty());
    CHECK(dispersion_scores(std::vector<double>{2.0}, std::vector<double>{1.0}).score == std::vector<double>{1});
}

TEST_CASE("a gene that does not vary expects a variance of one; where none varies it is said", "[survey]") {
    check_error(ErrorCode::bad_input, "No gene varies", [] { expected_variance(std::vector<double>(30, 1), std::vector<double>(30, 0)); });
    std::vector<double> mean, variance;
    for (int i = 1; i <= 40; ++i) {
        mean.push_back(i);
        variance.push_back(i == 7 ? 0 : i * 1.5);
    }
    const auto expected = expected_variance(mean, variance);
    CHECK(expected[6] == 1);
    check_close(expected[20], 21 * 1.5, 1e-6);
}
