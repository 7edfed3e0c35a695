#include "support.hpp"

#include "read/proportional.hpp"
#include "read/value_verdict.hpp"

#include <numbers>

using namespace phenolens;

namespace {

constexpr std::size_t kGenes = 300;

ValueVerdict judge(const std::vector<float>& dense) {
    const MatrixBlock block = block_of(dense, kGenes, ValueKind::scaled);
    return judge_values({block.values, block.starts, block.indices, kGenes});
}

/// Counts, each changed by `change(count, total of the cell, gene)`.
template <typename Change> std::vector<float> changed(Change change) {
    std::vector<float> dense = random_counts(20, kGenes, 5);
    for (std::size_t cell = 0; cell < 20; ++cell) {
        double total = 0;
        for (std::size_t gene = 0; gene < kGenes; ++gene) total += dense[cell * kGenes + gene];
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            float& value = dense[cell * kGenes + gene];
            if (value != 0) value = static_cast<float>(change(static_cast<double>(value), total, gene));
        }
    }
    return dense;
}

void check_verdict(const ValueVerdict& verdict, ValueKind kind, const std::string& words) {
    INFO(verdict.why);
    CHECK(std::string(name_of(verdict.kind)) == name_of(kind));
    CHECK(verdict.why.find(words) != std::string::npos);
}

void check_stored(const ValueVerdict& verdict, StoredAs stored, double base, double target) {
    CHECK(std::string(name_of(verdict.scale.stored)) == name_of(stored));
    check_close(verdict.scale.log_base, base, tolerance::kDouble);
    check_close(verdict.scale.target, target, 1e-4);
}

}  // namespace

TEST_CASE("values: whole numbers are counts") {
    check_verdict(judge(random_counts(20, kGenes, 5)), ValueKind::counts, "are whole numbers, up to 8");
}

TEST_CASE("values: nothing but zeros is empty") {
    check_verdict(judge(std::vector<float>(kGenes * 3)), ValueKind::empty, "3 cells looked at are zero");
}

TEST_CASE("values: one below zero is scaled") {
    check_verdict(judge(changed([](double x, double, std::size_t gene) { return x - 1.5 * (gene % 2 == 0); })), ValueKind::scaled,
                  "below zero (lowest -0.5)");
}

TEST_CASE("values: log1p of counts scaled to one total") {
    check_verdict(judge(changed([](double x, double total, std::size_t) { return std::log1p(1e4 * x / total); })), ValueKind::log1p,
                  "sums to about 10,000");
}

TEST_CASE("values: log1p of which only some genes are left") {
    check_verdict(judge(changed([](double x, double total, std::size_t gene) {
                      return gene % (total > 150 ? 2 : 3) == 0 ? std::log1p(1e4 * x / total) : 0;
                  })),
                  ValueKind::log1p, "whole multiples");
}

TEST_CASE("values: counts scaled to one total without a logarithm are proportions") {
    for (const double target : {1.0, 100.0, 1e4}) {
        const ValueVerdict verdict = judge(changed([target](double x, double total, std::size_t) { return target * x / total; }));
        check_verdict(verdict, ValueKind::fractional_counts, "without a logarithm");
        check_stored(verdict, StoredAs::proportions, std::numbers::e, target);
    }
}

TEST_CASE("values: scaled counts of which only some genes are left are fractional counts") {
    check_verdict(
        judge(changed([](double x, double total, std::size_t gene) { return gene % (total > 150 ? 2 : 3) == 0 ? 100 * x / total : 0; })),
        ValueKind::fractional_counts, "whole multiples");
}

TEST_CASE("values: the base and the target of logarithms are found") {
    for (const double base : {std::numbers::e, 2.0, 10.0}) {
        for (const double target : {1.0, 100.0, 2251.0, 1e4, 1e6}) {
            INFO("base " << base << ", target " << target);
            const ValueVerdict verdict =
                judge(changed([&](double x, double total, std::size_t) { return std::log1p(target * x / total) / std::log(base); }));
            check_verdict(verdict, ValueKind::log1p, "without the logarithm");
            check_stored(verdict, StoredAs::log1p, base, target);
        }
    }
}

TEST_CASE("values: the base of logarithms is found where only some genes are left") {
    for (const double base : {std::numbers::e, 2.0, 10.0}) {
        const ValueVerdict verdict = judge(changed([&](double x, double total, std::size_t gene) {
            return gene % (total > 150 ? 2 : 3) == 0 ? std::log1p(1e4 * x / total) / std::log(base) : 0;
        }));
        check_verdict(verdict, ValueKind::log1p, "whole multiples");
        check_stored(verdict, StoredAs::log1p, base, 0);
    }
}

TEST_CASE("values: two logarithms, and square roots") {
    const ValueVerdict twice = judge(changed([](double x, double total, std::size_t) { return std::log1p(std::log1p(1e4 * x / total)); }));
    check_verdict(twice, ValueKind::log1p, "log1p was taken twice");
    check_stored(twice, StoredAs::log1p_twice, std::numbers::e, 1e4);
    const ValueVerdict roots = judge(changed([](double x, double, std::size_t) { return std::sqrt(x); }));
    check_verdict(roots, ValueKind::counts, "square roots of counts");
    check_stored(roots, StoredAs::square_roots, std::numbers::e, 0);
    const ValueVerdict scaled = judge(changed([](double x, double total, std::size_t) { return std::sqrt(1e4 * x / total); }));
    check_verdict(scaled, ValueKind::fractional_counts, "square roots of counts scaled to one total");
}

TEST_CASE("values: genes scaled each on its own are no logarithms") {
    constexpr std::size_t kCells = 60;
    std::vector<float> logs = random_counts(kCells, kGenes, 5);
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        double total = 0;
        for (std::size_t gene = 0; gene < kGenes; ++gene) total += static_cast<double>(logs[cell * kGenes + gene]);
        for (std::size_t gene = 0; gene < kGenes; ++gene)
            if (float& value = logs[cell * kGenes + gene]; value > 0)
                value = static_cast<float>(std::log1p(1e4 * static_cast<double>(value) / total));
    }
    std::vector<float> variance = logs, range = logs;
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        double sum = 0, squares = 0;
        float largest = 0;
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            const float value = logs[cell * kGenes + gene];
            sum += static_cast<double>(value);
            squares += static_cast<double>(value) * static_cast<double>(value);
            largest = std::max(largest, value);
        }
        const double deviation = std::sqrt((squares - sum * sum / kCells) / (kCells - 1));
        for (std::size_t cell = 0; deviation > 0 && cell < kCells; ++cell) {
            variance[cell * kGenes + gene] = static_cast<float>(static_cast<double>(variance[cell * kGenes + gene]) / deviation);
            range[cell * kGenes + gene] /= largest;
        }
    }
    check_verdict(judge(variance), ValueKind::scaled, "standard deviation of 1");
    check_stored(judge(variance), StoredAs::unit_variance, std::numbers::e, 0);
    check_verdict(judge(range), ValueKind::scaled, "divided by its largest");
    check_stored(judge(range), StoredAs::unit_range, std::numbers::e, 0);
    check_verdict(judge(logs), ValueKind::log1p, "sums to about 10,000");
}

TEST_CASE("values: bins spread evenly up to the same number in every cell") {
    std::mt19937 random(3);
    std::vector<float> dense(20 * kGenes);
    for (float& value : dense)
        if (random() % 3 == 0) value = static_cast<float>(1 + random() % 20);
    for (std::size_t cell = 0; cell < 20; ++cell) dense[cell * kGenes] = 20;
    const ValueVerdict verdict = judge(dense);
    check_verdict(verdict, ValueKind::scaled, "bins of each cell's values");
    check_stored(verdict, StoredAs::bins, std::numbers::e, 0);
    // Counts that reach a limit in every cell are mostly ones all the same.
    check_verdict(judge(random_counts(20, kGenes, 5)), ValueKind::counts, "whole numbers");
}

TEST_CASE("values: ones alone say that a gene was seen") {
    const ValueVerdict verdict = judge(changed([](double, double, std::size_t) { return 1; }));
    check_verdict(verdict, ValueKind::counts, "not how often");
    check_stored(verdict, StoredAs::detected, std::numbers::e, 0);
}

TEST_CASE("values: counts among logarithms, and logarithms of two targets, are mixed") {
    const ValueVerdict cells = judge(changed([](double x, double total, std::size_t) {
        return static_cast<int>(total) % 2 == 0 ? std::log1p(1e4 * x / total) / std::log(2.0) : x;
    }));
    check_verdict(cells, ValueKind::fractional_counts, "hold logarithms");
    check_stored(cells, StoredAs::mixed, 2, 1e4);
    const ValueVerdict targets = judge(changed(
        [](double x, double total, std::size_t) { return std::log1p((static_cast<int>(total) % 2 == 0 ? 1e4 : 1e6) * x / total); }));
    check_verdict(targets, ValueKind::fractional_counts, "several totals");
    check_stored(targets, StoredAs::mixed, std::numbers::e, 0);
}

TEST_CASE("values: small corrected counts are told from logarithms by the depth of cells") {
    // Deep cells have more genes and larger counts; a cell of logarithms has the smaller values the deeper it is.
    std::mt19937 random(4);
    std::vector<float> corrected(30 * kGenes), logs(30 * kGenes);
    std::uniform_real_distribution<double> uniform(0.7, 1);
    for (std::size_t cell = 0; cell < 30; ++cell) {
        const double depth = 0.3 + 0.1 * static_cast<double>(cell);
        double total = 0;
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            std::poisson_distribution<int> count(depth * (gene % 10 == 0 ? 3 : 0.3));
            corrected[cell * kGenes + gene] = static_cast<float>(count(random) * uniform(random));
            total += static_cast<double>(corrected[cell * kGenes + gene]);
        }
        for (std::size_t gene = 0; gene < kGenes; ++gene)
            logs[cell * kGenes + gene] =
                gene % 3 == cell % 3 ? 0
                                     : static_cast<float>(std::log1p(1e4 * static_cast<double>(corrected[cell * kGenes + gene]) / total));
    }
    check_verdict(judge(corrected), ValueKind::fractional_counts, "counts that were corrected");
    check_verdict(judge(logs), ValueKind::log1p, "cells with fewer genes have the larger values");
}

TEST_CASE("values: what is restored is what was stored away") {
    const std::vector<float> counts = random_counts(20, kGenes, 5);
    const MatrixBlock block = block_of(counts, kGenes);
    for (const auto& [stored, base] : std::vector<std::pair<StoredAs, double>>{{StoredAs::log1p, std::numbers::e},
                                                                               {StoredAs::log1p, 2},
                                                                               {StoredAs::log1p, 10},
                                                                               {StoredAs::log1p_twice, std::numbers::e},
                                                                               {StoredAs::square_roots, std::numbers::e}}) {
        for (const double target : {1.0, 2251.0, 1e4, 1e6}) {
            std::vector<float> values = block.values, expected = block.values;
            for (std::size_t cell = 0; cell < block.cells; ++cell) {
                double total = 0;
                for (const float value : block.values_of(cell)) total += static_cast<double>(value);
                for (std::size_t i = block.starts[cell]; i < block.starts[cell + 1]; ++i) {
                    const double count = static_cast<double>(block.values[i]);
                    double log = std::log1p(target * count / total) / std::log(base);
                    if (stored == StoredAs::log1p_twice) log = std::log1p(log);
                    values[i] = static_cast<float>(stored == StoredAs::square_roots ? std::sqrt(count) : log);
                    if (stored != StoredAs::square_roots) expected[i] = static_cast<float>(std::log1p(1e4 * count / total));
                }
            }
            INFO(name_of(stored) << " base " << base << " target " << target);
            restore_values(values, block.starts, {stored, base, target});
            check_all_close(values, expected, stored == StoredAs::square_roots ? 0 : 2e-5);
        }
    }
}

TEST_CASE("values: mixed cells are restored one by one") {
    std::vector<float> values{3, 1, static_cast<float>(std::log1p(5)), static_cast<float>(std::log1p(2))};
    const std::vector<std::size_t> starts{0, 2, 4};
    restore_values(values, starts, {StoredAs::mixed, std::numbers::e, 0});
    check_all_close(values, std::vector<float>{3, 1, 5, 2}, tolerance::kFloat);
}

TEST_CASE("values: a matrix is proportional to what it was made of, and to nothing else") {
    const std::vector<float> counts = random_counts(20, kGenes, 5), others = random_counts(20, kGenes, 6);
    const MatrixBlock first = block_of(counts, kGenes), second = block_of(others, kGenes);
    const std::vector<float> logs =
        changed([](double x, double total, std::size_t) { return std::log1p(1e6 * x / total) / std::log(2.0); });
    const MatrixBlock made = block_of(logs, kGenes, ValueKind::scaled);
    const auto of = [](const MatrixBlock& block) { return ValueSample{block.values, block.starts, block.indices, kGenes}; };
    const ValueScale log2{StoredAs::log1p, 2, 1e6}, plain{};
    CHECK(share_proportional(of(made), log2, of(first), plain) == 1);
    CHECK(share_proportional(of(made), log2, of(second), plain) == 0);
    CHECK(share_proportional({counts, std::vector<std::size_t>{0, kGenes}, {}, kGenes}, plain,
                             {counts, std::vector<std::size_t>{0, kGenes}, {}, kGenes}, plain) == 1);
}

TEST_CASE("values: corrected counts, large and not whole, are fractional counts") {
    check_verdict(judge(changed([](double x, double, std::size_t gene) { return x * 11.3 * (1 + 0.01 * static_cast<double>(gene % 7)); })),
                  ValueKind::fractional_counts, "scaled or corrected");
}

TEST_CASE("values: what is not finite is an error") {
    const std::vector<float> values{1, NAN};
    const std::vector<std::size_t> starts{0, 2};
    check_error(ErrorCode::bad_file, "NaN", [&] { judge_values({values, starts, {}, 2}); });
}

TEST_CASE("kinds of values have one name each") {
    for (const ValueKind kind : {ValueKind::counts, ValueKind::fractional_counts, ValueKind::log1p, ValueKind::scaled, ValueKind::empty})
        CHECK(value_kind(name_of(kind)) == kind);
    check_error(ErrorCode::bad_input, "'raw' is no kind of values", [] { value_kind("raw"); });
    for (const StoredAs stored : {StoredAs::counts, StoredAs::proportions, StoredAs::mixed, StoredAs::unit_variance, StoredAs::empty})
        CHECK(stored_as(name_of(stored)) == stored);
    check_error(ErrorCode::bad_input, "'raw' is no kind of values", [] { stored_as("raw"); });
}
