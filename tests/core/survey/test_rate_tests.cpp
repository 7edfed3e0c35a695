#include "support.hpp"

#include "survey/rate_tests.hpp"

using namespace phenolens;

TEST_CASE("score tests of rates are the naive ones, merged from any split", "[survey]") {
    constexpr std::size_t cells = 60, genes = 25;
    auto dense = random_counts(cells, genes, 8);
    for (std::size_t cell = 0; cell < cells; ++cell) dense[cell * genes + 3] = 0;
    std::vector<std::int32_t> groups(cells);
    for (std::size_t cell = 0; cell < cells; ++cell) groups[cell] = static_cast<std::int32_t>(cell % 4) - 1;
    RateSums first(genes, 3), sums(genes, 3);
    first.add(block_of(part_of(dense, genes, 0, 22), genes), std::span(groups).first(22));
    sums.add(block_of(part_of(dense, genes, 22, cells), genes), std::span(groups).subspan(22));
    sums.merge(through_bytes(first));
    const auto found = sums.tests(1);
    for (std::size_t gene = 0; gene < genes; ++gene) {
        double all = 0, of_gene = 0;
        std::vector<double> total(cells);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            if (groups[cell] < 0) continue;
            for (std::size_t other = 0; other < genes; ++other) total[cell] += dense[cell * genes + other];
            all += total[cell];
            of_gene += dense[cell * genes + gene];
        }
        const double rate = of_gene / all;
        double beyond = 0, squares = 0, own = 0;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const double residual = dense[cell * genes + gene] - rate * total[cell];
            if (groups[cell] < 0) continue;
            beyond += residual * residual - rate * total[cell];
            squares += total[cell] * total[cell];
            if (groups[cell] == 1) own += total[cell];
        }
        double score = 0, variance = 0;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            if (groups[cell] < 0) continue;
            const double weight = (groups[cell] == 1 ? 1.0 : 0.0) - own / all;
            score += weight * (dense[cell * genes + gene] - rate * total[cell]);
            variance += weight * weight * (rate * total[cell] + std::max(0.0, beyond / squares) * total[cell] * total[cell]);
        }
        check_close(found.z[gene], gene == 3 ? 0 : score / std::sqrt(variance), 1e-9);
        check_close(found.p[gene], std::erfc(std::abs(found.z[gene]) / std::sqrt(2.0)), 1e-9);
    }
    check_error(ErrorCode::internal, "no such group", [&] { sums.tests(3); });
    check_error(ErrorCode::internal, "other groups", [&] { sums.merge(RateSums(genes, 2)); });
    check_error(ErrorCode::bad_input, "no counts", [&] { RateSums(genes, 2).tests(0); });
}

TEST_CASE("sizes of negative binomials are naive moments within groups, and those that counts were drawn with", "[survey]") {
    constexpr std::size_t cells = 4000, genes = 12;
    std::mt19937 random(7);
    std::vector<float> dense(cells * genes);
    std::vector<std::int32_t> groups(cells);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        groups[cell] = static_cast<std::int32_t>(cell % 3) - 1;
        const double depth = 50 * std::exp(0.5 * std::normal_distribution<double>()(random));
        for (std::size_t gene = 0; gene < genes; ++gene) {
            // The first gene has no counts; the next five are negative binomial of size 2 and differ between groups; the others are
            // Poisson.
            const double own = gene < 6 ? (groups[cell] == 0 ? 0.3 : 0.1) * std::gamma_distribution<double>(2, 0.5)(random) : 1;
            const double rate = gene == 0 ? 0 : depth * own;
            dense[cell * genes + gene] = static_cast<float>(rate > 0 ? std::poisson_distribution<int>(rate)(random) : 0);
        }
    }
    RateSums first(genes, 2), sums(genes, 2);
    first.add(block_of(part_of(dense, genes, 0, 999), genes), std::span(groups).first(999));
    sums.add(block_of(part_of(dense, genes, 999, cells), genes), std::span(groups).subspan(999));
    sums.merge(through_bytes(first));
    const auto sizes = sums.sizes();
    std::vector<double> total(cells);
    for (std::size_t i = 0; i < dense.size(); ++i) total[i / genes] += dense[i];
    CHECK(std::isinf(sizes[0]));
    for (std::size_t gene = 1; gene < genes; ++gene) {
        double beyond = 0, expected = 0;
        for (const std::int32_t group : {0, 1}) {
            double all = 0, counts = 0, members = 0, squares = 0;
            for (std::size_t cell = 0; cell < cells; ++cell) {
                if (groups[cell] != group) continue;
                ++members;
                all += total[cell];
                counts += dense[cell * genes + gene];
            }
            for (std::size_t cell = 0; cell < cells; ++cell) {
                if (groups[cell] != group) continue;
                const double mean = counts / all * total[cell];
                squares += (dense[cell * genes + gene] - mean) * (dense[cell * genes + gene] - mean);
                expected += mean * mean;
            }
            beyond += squares * members / (members - 1) - counts;
        }
        check_close(sizes[gene], beyond > 0 ? expected / beyond : INFINITY, 1e-8);
        if (gene < 6) CHECK(std::abs(sizes[gene] / 2 - 1) < 0.25);
        if (gene >= 6) CHECK(sizes[gene] > 40);
    }
}
