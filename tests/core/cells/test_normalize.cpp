#include "support.hpp"

#include "cells/normalize.hpp"
#include "parity/core_expected.hpp"

using namespace phenolens;

namespace {

std::vector<float> row(const std::vector<double>& dense, std::size_t at, std::size_t genes) {
    return {dense.begin() + static_cast<std::ptrdiff_t>(at * genes), dense.begin() + static_cast<std::ptrdiff_t>((at + 1) * genes)};
}

}  // namespace

TEST_CASE("log1p equals scanpy's") {
    for (std::size_t cell = 0; cell < 4; ++cell) {
        const auto counts = row(expected::dense_counts, cell, 60);
        std::vector<float> out(60);
        log1p_values(counts, cell_total(counts, ValueKind::counts), kTargetSum, ValueKind::counts, out);
        check_all_close(out, row(expected::logged, cell, 60), tolerance::kFloat);
        check_close(cell_total(out, ValueKind::log1p), 1e4, 1e-5);
    }
}

TEST_CASE("log1p brings logarithms of counts per 10,000 to another target") {
    std::vector<float> out(2);
    log1p_values(std::vector<float>{0.5f, 2}, 0, 1e6, ValueKind::log1p, out);
    check_close(out[0], std::log1p(std::expm1(0.5) * 100), tolerance::kFloat);
    check_close(out[1], std::log1p(std::expm1(2.0) * 100), tolerance::kFloat);
}

TEST_CASE("log1p leaves an empty cell empty and logarithms as they are") {
    std::vector<float> out(2, 7);
    log1p_values(std::vector<float>{0, 0}, 0, 1e4, ValueKind::counts, out);
    CHECK(out == std::vector<float>{0, 0});
    log1p_values(std::vector<float>{0.5f, 2}, 0, 1e4, ValueKind::log1p, out);
    CHECK(out == std::vector<float>{0.5f, 2});
    log1p_values(std::vector<float>{0.5f, 31.5f}, 32, 1e4, ValueKind::fractional_counts, out);
    check_close(out[0], std::log1p(0.5e4 / 32), tolerance::kFloat);
}

TEST_CASE("PolyGene's bins equal numpy's digitize") {
    const ExpressionBins bins(expected::bin_edges);
    for (std::size_t i = 0; i < expected::bin_values.size(); ++i)
        CHECK(bins.bin_of(static_cast<float>(expected::bin_values[i])) == expected::bins_of_51[i]);
    check_error(ErrorCode::model, "no edges", [] { ExpressionBins({}); });
    check_error(ErrorCode::model, "the edge 1 after 2", [] { ExpressionBins({2, 1}); });
    check_error(ErrorCode::model, "rise from above zero", [] { ExpressionBins({0, 1}); });
}

TEST_CASE("equal-frequency bins by hand") {
    CHECK(equal_frequency_bins({}, 5).empty());
    // One value spans every bin: the lower middle of 1 to 4.
    CHECK(equal_frequency_bins(std::vector<float>{7}, 5) == std::vector<float>{2});
    CHECK(equal_frequency_bins(std::vector<float>{1, 2, 3, 4}, 5) == std::vector<float>{1, 2, 3, 4});
    CHECK(equal_frequency_bins(std::vector<float>{4, 1, 9, 4}, 4) == std::vector<float>{2, 1, 3, 2});
}
