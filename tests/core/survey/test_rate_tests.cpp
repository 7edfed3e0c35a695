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
