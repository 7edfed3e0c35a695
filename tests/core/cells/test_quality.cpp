#include "support.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "cells/quality.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 60, kGenes = 90;

}  // namespace

TEST_CASE("quality by hand") {
    // Genes 0 and 1 nuclear, 2 mitochondrial.
    const auto block = block_of({1, 0, 3, 0, 0, 0, 2, 2, 0}, 3);
    const CellQuality quality = measure_quality(block, {0, 0, 1}, ValueKind::counts);
    CHECK(quality.totals == std::vector<float>{4, 0, 4});
    CHECK(quality.detected == std::vector<float>{2, 0, 2});
    CHECK(quality.mitochondrial == std::vector<float>{0.75f, 0, 0});
}

TEST_CASE("quality of log1p values is of what they stand for") {
    const std::vector<float> logs = {std::log1p(1.0f), 0, std::log1p(3.0f)};
    const CellQuality quality = measure_quality(block_of(logs, 3, ValueKind::log1p), {0, 0, 1}, ValueKind::log1p);
    check_close(quality.totals[0], 4, tolerance::kFloat);
    check_close(quality.mitochondrial[0], 0.75, tolerance::kFloat);
}

TEST_CASE("what a cell is made of equals a naive count", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 3, 0.8);
    std::vector<std::uint8_t> ribosomal(kGenes, 0);
    for (std::size_t gene = 0; gene < kGenes; gene += 7) ribosomal[gene] = 1;
    const auto found = measure_composition(block_of(dense, kGenes), ribosomal, ValueKind::counts);
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        std::vector<double> values(dense.begin() + static_cast<std::ptrdiff_t>(cell * kGenes),
                                   dense.begin() + static_cast<std::ptrdiff_t>((cell + 1) * kGenes));
        const double total = std::accumulate(values.begin(), values.end(), 0.0);
        double in_ribosomes = 0;
        for (std::size_t gene = 0; gene < kGenes; gene += 7) in_ribosomes += values[gene];
        std::sort(values.begin(), values.end(), std::greater<>());
        const double largest = std::accumulate(values.begin(), values.begin() + 50, 0.0);
        check_close(found.ribosomal[cell], total > 0 ? in_ribosomes / total : 0, tolerance::kFloat);
        check_close(found.largest[cell], total > 0 ? largest / total : 0, tolerance::kFloat);
    }
}

TEST_CASE("a cell with fewer genes than fifty has them all among its largest", "[survey]") {
    const auto found = measure_composition(block_of({0, 3, 0, 1, 0, 0}, 3), {0, 1, 0}, ValueKind::counts);
    CHECK(found.largest[0] == 1);
    CHECK(found.ribosomal[0] == 1);
    CHECK(found.ribosomal[1] == 0);
}

TEST_CASE("outliers begin where scran's isOutlier has them", "[survey]") {
    // Deviations from the median 5 are 4 2 1 0 0 1 15: their median is 1.
    const auto plain = outlier_limits(std::vector<float>{1, 3, 4, 5, 5, 6, 20}, 3, false);
    CHECK(plain.median == 5);
    check_close(plain.mad, 1.4826, tolerance::kDouble);
    check_close(plain.low, 5 - 3 * 1.4826, tolerance::kDouble);
    check_close(plain.high, 5 + 3 * 1.4826, tolerance::kDouble);
    const auto logs = outlier_limits(std::vector<float>{9, 99, 99, 999}, 2, true);
    check_close(logs.median, std::log(100.0), tolerance::kDouble);
    check_close(logs.high, 100 * std::exp(2 * 1.4826 * std::log(10.0) / 2) - 1, tolerance::kDouble);
    const auto constant = outlier_limits(std::vector<float>{4, 4, 4, 9}, 3, false);
    CHECK(constant.mad == 0);
    CHECK(std::isinf(constant.high));
    CHECK(std::isnan(outlier_limits({}, 3, true).median));
    CHECK(outlier_limits(std::vector<float>{NAN, 2}, 3, false).median == 2);
}
