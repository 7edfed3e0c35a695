#include "support.hpp"

#include "cells/thinning.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 20000;
constexpr double kMean = 4;

/// One gene of negative binomial counts of a mean and size; infinite: Poisson.
std::vector<float> counts_of(double size, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> counts(kCells);
    for (float& count : counts) {
        const double rate = std::isinf(size) ? kMean : kMean * std::gamma_distribution<double>(size, 1 / size)(random);
        count = static_cast<float>(rate > 0 ? std::poisson_distribution<int>(rate)(random) : 0);
    }
    return counts;
}

std::vector<float> half_of(std::span<const float> dense, std::span<const double> sizes, CountHalf half, std::uint64_t seed = 1) {
    const std::size_t genes = sizes.size();
    auto block = block_of({dense.begin(), dense.end()}, genes);
    thin(block, sizes, seed, half);
    std::vector<float> out(dense.size());
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        for (std::size_t i = 0; i < block.stored(cell); ++i)
            out[cell * genes + static_cast<std::size_t>(block.genes_of(cell)[i])] = block.values_of(cell)[i];
    }
    return out;
}

double mean_of(std::span<const float> values) {
    double sum = 0;
    for (const float value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double covariance_of(std::span<const float> a, std::span<const float> b) {
    const double mean_a = mean_of(a), mean_b = mean_of(b);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
    return sum / static_cast<double>(a.size() - 1);
}

}  // namespace

TEST_CASE("halves of a count sum to it, are alike, and do not covary where the size is right", "[cells]") {
    const double size = GENERATE(0.7, 3.0, INFINITY);
    const auto counts = counts_of(size, 3);
    const std::vector<double> sizes = {size};
    const auto first = half_of(counts, sizes, CountHalf::first), second = half_of(counts, sizes, CountHalf::second);
    for (std::size_t i = 0; i < kCells; ++i) REQUIRE(first[i] + second[i] == counts[i]);
    // Each half is negative binomial of half the mean and half the size: variance m / 2 + (m / 2)^2 / (r / 2).
    const double variance = kMean / 2 + kMean * kMean / (2 * size);
    for (const auto& half : {first, second}) {
        CHECK(std::abs(mean_of(half) - kMean / 2) < 5 * std::sqrt(variance / kCells));
        CHECK(std::abs(covariance_of(half, half) / variance - 1) < 0.1);
    }
    CHECK(std::abs(covariance_of(first, second) / variance) < 4 / std::sqrt(static_cast<double>(kCells)));
}

TEST_CASE("binomial halves of overdispersed counts covary", "[cells]") {
    const auto counts = counts_of(2, 4);
    const std::vector<double> sizes = {INFINITY};
    const auto first = half_of(counts, sizes, CountHalf::first), second = half_of(counts, sizes, CountHalf::second);
    // The variance of the rate, (m / 2)^2 / r, is in both.
    CHECK(std::abs(covariance_of(first, second) - kMean * kMean / 8) < 0.3);
}

TEST_CASE("halves are the same for a seed, cell and gene in whatever block the cell is", "[cells]") {
    const auto dense = random_counts(40, 30, 6);
    std::vector<double> sizes(30, 1.5);
    sizes[4] = INFINITY;
    const auto whole = half_of(dense, sizes, CountHalf::first);
    CHECK(half_of(dense, sizes, CountHalf::first) == whole);
    CHECK(half_of(dense, sizes, CountHalf::first, 2) != whole);
    auto late = block_of(part_of(dense, 30, 25, 40), 30);
    late.first = 25;
    thin(late, sizes, 1, CountHalf::first);
    for (std::size_t i = 0; i < late.stored(0); ++i)
        CHECK(late.values_of(0)[i] == whole[25 * 30 + static_cast<std::size_t>(late.genes_of(0)[i])]);
}

TEST_CASE("what are no counts cannot be split", "[cells]") {
    const std::vector<double> sizes = {1, 1};
    for (const float wrong : {0.5f, 0x1p24f}) {
        auto block = block_of({1, wrong}, 2);
        check_error(ErrorCode::bad_input, "whole counts", [&] { thin(block, sizes, 1, CountHalf::first); });
    }
    auto block = block_of({1, 2}, 2);
    check_error(ErrorCode::internal, "one size", [&] { thin(block, std::vector<double>{1}, 1, CountHalf::first); });
    check_error(ErrorCode::internal, "above 0", [&] { thin(block, std::vector<double>{1, 0}, 1, CountHalf::first); });
}
