#include "support.hpp"

#include "survey/moments.hpp"

using namespace phenolens;

TEST_CASE("moments equal a naive recomputation, and any split merges to the whole") {
    const std::size_t cells = 31, genes = 17;
    const auto dense = random_counts(cells, genes, 21);
    GeneMoments whole(genes);
    whole.add(block_of(dense, genes), ValueKind::counts);
    CHECK(whole.cells() == cells - 1);
    for (std::size_t gene = 0; gene < genes; ++gene) {
        std::vector<double> logs;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            double total = 0;
            for (std::size_t g = 0; g < genes; ++g) total += dense[cell * genes + g];
            if (total > 0) logs.push_back(std::log1p(1e4 * dense[cell * genes + gene] / total));
        }
        double mean = 0, variance = 0;
        for (const double log : logs) mean += log / static_cast<double>(logs.size());
        for (const double log : logs) variance += (log - mean) * (log - mean) / static_cast<double>(logs.size() - 1);
        check_close(whole.mean()[gene], mean, tolerance::kFloat);
        check_close(whole.variance()[gene], variance, tolerance::kFloat);
    }
    for (std::size_t cut = 0; cut <= cells; cut += 5) {
        const auto middle = dense.begin() + static_cast<std::ptrdiff_t>(cut * genes);
        GeneMoments first(genes), second(genes);
        first.add(block_of({dense.begin(), middle}, genes), ValueKind::counts);
        second.add(block_of({middle, dense.end()}, genes), ValueKind::counts);
        first.merge(through_bytes(second));
        check_all_close(first.mean(), whole.mean(), tolerance::kDouble);
        check_all_close(first.variance(), whole.variance(), tolerance::kFloat);
        CHECK(first.detected() == whole.detected());
    }
}

TEST_CASE("moments of too few cells are not numbers") {
    GeneMoments moments(2);
    CHECK(std::isnan(moments.mean()[0]));
    moments.add(block_of({1, 0}, 2), ValueKind::counts);
    CHECK(moments.mean()[1] == 0);
    CHECK(std::isnan(moments.variance()[0]));
    check_error(ErrorCode::internal, "other genes", [&] { moments.add(block_of({1, 0, 0}, 3), ValueKind::counts); });
}
