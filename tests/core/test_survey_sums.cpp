#include "support.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/bytes.hpp"
#include "cells/count_sums.hpp"
#include "cells/quality.hpp"
#include "genes/gene_names.hpp"
#include "survey/clipped_sums.hpp"
#include "survey/group_sums.hpp"
#include "survey/group_tests.hpp"
#include "survey/variable_genes.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 60, kGenes = 90;

std::vector<float> part_of(const std::vector<float>& dense, std::size_t first, std::size_t last) {
    return {dense.begin() + static_cast<std::ptrdiff_t>(first * kGenes), dense.begin() + static_cast<std::ptrdiff_t>(last * kGenes)};
}

template <typename Sums> Sums written_and_read(const Sums& sums) {
    ByteWriter writer;
    sums.write(writer);
    const auto bytes = writer.take();
    ByteReader reader(bytes);
    Sums read = Sums::read(reader);
    REQUIRE(reader.at_end());
    check_error(ErrorCode::internal, "damaged", [&] {
        ByteReader cut(std::span<const std::uint8_t>(bytes.data(), bytes.size() - 3));
        Sums::read(cut);
    });
    return read;
}

double log_of(const std::vector<float>& dense, std::size_t cell, std::size_t gene) {
    double total = 0;
    for (std::size_t g = 0; g < kGenes; ++g) total += dense[cell * kGenes + g];
    return total > 0 ? std::log1p(1e4 * dense[cell * kGenes + gene] / total) : 0;
}

}  // namespace

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

TEST_CASE("ribosomal genes are known by their names, whatever the genome before them", "[survey]") {
    const auto found = ribosomal_genes(read_gene_names("RPS6\nRPL10A\nGRCh38_RPLP0\nRp1\nRPE\nRps3", {}));
    CHECK(found == std::vector<bool>{true, true, true, false, false, true});
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

TEST_CASE("sums of counts equal naive means and variances, masked or merged from any split", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 5);
    std::vector<std::uint8_t> mask(kCells, 1);
    for (std::size_t cell = 0; cell < kCells; cell += 4) mask[cell] = 0;
    CountSums whole(kGenes);
    whole.add(block_of(dense, kGenes), ValueKind::counts, mask);
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        double cells = 0, sum = 0, squares = 0, normalized = 0;
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            if (mask[cell] == 0) continue;
            ++cells;
            const double value = dense[cell * kGenes + gene];
            sum += value;
            squares += value * value;
            normalized += std::expm1(log_of(dense, cell, gene));
        }
        check_close(whole.mean()[gene], sum / cells, tolerance::kDouble);
        check_close(whole.variance()[gene], (squares - sum * sum / cells) / (cells - 1), 1e-10);
        check_close(whole.normalized_mean()[gene], normalized / cells, 1e-10);
    }
    for (const std::size_t split : {1u, 17u, 59u}) {
        CountSums first(kGenes), second(kGenes);
        first.add(block_of(part_of(dense, 0, split), kGenes), ValueKind::counts, std::span(mask).first(split));
        second.add(block_of(part_of(dense, split, kCells), kGenes), ValueKind::counts, std::span(mask).subspan(split));
        second.merge(written_and_read(first));
        check_all_close(second.variance(), whole.variance(), 1e-10);
        check_all_close(second.normalized_variance(), whole.normalized_variance(), 1e-10);
    }
    CountSums other(kGenes + 1);
    check_error(ErrorCode::internal, "different genes", [&] { other.merge(whole); });
    check_error(ErrorCode::internal, "mask", [&] { whole.add(block_of(dense, kGenes), ValueKind::counts, std::vector<std::uint8_t>(3)); });
}

TEST_CASE("one cell has means and no variance; no cell has neither", "[survey]") {
    CountSums sums(2);
    CHECK(std::isnan(sums.mean()[0]));
    sums.add(block_of({3, 1}, 2), ValueKind::counts);
    CHECK(sums.mean()[0] == 3);
    CHECK(std::isnan(sums.variance()[0]));
}

TEST_CASE("clipped sums let no count count for more than its limit", "[survey]") {
    const std::vector<float> dense = {5, 1, 0, 2, 9, 0};
    ClippedSums sums({4, 0.5, 7});
    sums.add(block_of(dense, 3));
    CHECK(sums.sum() == std::vector<double>{6, 1, 0});
    CHECK(sums.squares() == std::vector<double>{20, 0.5, 0});
    ClippedSums twice({4, 0.5, 7});
    twice.merge(written_and_read(sums));
    twice.merge(sums);
    CHECK(twice.sum() == std::vector<double>{12, 2, 0});
}

TEST_CASE("sums of groups equal naive ones, and their F is the definition's", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 8);
    std::vector<std::int32_t> group(kCells);
    // Group 2 has no cells, and every tenth cell no group.
    for (std::size_t cell = 0; cell < kCells; ++cell)
        group[cell] = cell % 10 == 9 ? -1 : cell % 3 == 2 ? 3 : static_cast<std::int32_t>(cell % 2);
    GroupSums whole(kGenes, 4);
    whole.add(block_of(dense, kGenes), ValueKind::counts, group);
    CHECK(whole.cells()[2] == 0);
    const auto anova = anova_of(whole);
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        std::vector<std::vector<double>> values(4);
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            if (group[cell] >= 0) values[static_cast<std::size_t>(group[cell])].push_back(log_of(dense, cell, gene));
        }
        double all = 0, cells = 0, between = 0, within = 0;
        for (const auto& own : values) {
            all += std::accumulate(own.begin(), own.end(), 0.0);
            cells += static_cast<double>(own.size());
        }
        for (std::size_t g = 0; g < 4; ++g) {
            const auto& own = values[g];
            check_close(whole.sum(gene, g), std::accumulate(own.begin(), own.end(), 0.0), 1e-5);
            check_close(whole.expressing(gene, g),
                        static_cast<double>(std::count_if(own.begin(), own.end(), [](double v) { return v > 0; })), tolerance::kDouble);
            if (own.empty()) continue;
            const double mean = std::accumulate(own.begin(), own.end(), 0.0) / static_cast<double>(own.size());
            between += static_cast<double>(own.size()) * (mean - all / cells) * (mean - all / cells);
            for (const double value : own) within += (value - mean) * (value - mean);
        }
        check_close(anova.f[gene], between / 2 / (within / (cells - 3)), 1e-4);
    }
    GroupSums merged(kGenes, 4);
    for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>{0, 7}, {7, 41}, {41, kCells}}) {
        GroupSums part(kGenes, 4);
        part.add(block_of(part_of(dense, first, last), kGenes), ValueKind::counts, std::span(group).subspan(first, last - first));
        merged.merge(written_and_read(part));
    }
    check_all_close(anova_of(merged).f, anova.f, 1e-9);
    const auto tests = tests_of(merged, 3);
    check_all_close(tests.t, tests_of(whole, 3).t, 1e-9);
    check_error(ErrorCode::bad_input, "both sides need two", [&] { tests_of(whole, 2); });
    check_error(ErrorCode::memory, "fewer groups", [] { GroupSums(60000, 2000); });
    check_error(ErrorCode::internal, "was not counted", [] {
        GroupSums(2, 1).add(block_of({1, 2}, 2), ValueKind::counts, std::vector<std::int32_t>{7});
    });
}

TEST_CASE("a gene that neither side varies in has t 0 and p 1", "[survey]") {
    GroupSums sums(2, 2);
    sums.add(block_of({0, 1, 0, 2, 0, 3, 0, 5}, 2), ValueKind::log1p, std::vector<std::int32_t>{0, 0, 1, 1});
    const auto found = tests_of(sums, 0);
    CHECK(found.t[0] == 0);
    CHECK(found.p[0] == 1);
    CHECK(found.log_fold_change[0] == 0);
    // Welch by hand: means 1.5 and 4, variances 0.5 and 2.
    check_close(found.t[1], -2.5 / std::sqrt(0.25 + 1), tolerance::kDouble);
    CHECK(found.fraction[1] == 1);
}
