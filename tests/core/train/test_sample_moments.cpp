#include "support.hpp"

#include <numeric>

#include "train/sample_moments.hpp"
#include "train/simulated.hpp"

using namespace phenolens;
using namespace phenolens::simulated;

TEST_CASE("moments of a sample equal the naive ones") {
    const auto data = simulate(61, 40, 3, 5);
    auto codes = data.codes;
    codes[4] = codes[9] = -1;
    const auto sample = sample_of(data.dense, 40, Normalization::rank_normal);
    const auto moments = sample_moments(sample, codes, 3);
    const auto mean = moments.mean(), deviation = moments.deviation(), f = moments.anova_f();
    for (std::size_t j = 0; j < 40; ++j) {
        std::vector<double> size(3), sum(3), all;
        for (std::size_t i = 0; i < 61; ++i) {
            if (codes[i] < 0) continue;
            const double value = dense_row(sample, i)[j];
            all.push_back(value);
            ++size[static_cast<std::size_t>(codes[i])];
            sum[static_cast<std::size_t>(codes[i])] += value;
        }
        const double grand = std::accumulate(all.begin(), all.end(), 0.0) / 59;
        double total = 0, between = 0;
        for (const double value : all) total += (value - grand) * (value - grand);
        for (std::size_t c = 0; c < 3; ++c) between += size[c] * (sum[c] / size[c] - grand) * (sum[c] / size[c] - grand);
        check_close(mean[j], grand, tolerance::kDouble);
        check_close(deviation[j], std::sqrt(total / 59), 1e-9);
        check_close(f[j], (between / 2) / ((total - between) / 56), 1e-8);
    }
}

TEST_CASE("genes that say nothing come last, those that say everything first, ties go to later genes") {
    CHECK(best_genes(std::vector<double>{NAN, 2, INFINITY, 2, 1}, 3) == std::vector<std::int32_t>{1, 2, 3});
    CHECK(best_genes(std::vector<double>{2, 2, 2}, 1) == std::vector<std::int32_t>{2});
    CHECK(best_genes(std::vector<double>{1, NAN}, 9) == std::vector<std::int32_t>{0, 1});
}
