#include "support.hpp"

#include "cells/count_sums.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 60, kGenes = 90;

}  // namespace

TEST_CASE("sums of counts equal naive means and variances, masked or merged from any split", "[survey]") {
    const auto dense = random_counts(kCells, kGenes, 5);
    const auto logs = logs_of(dense, kGenes);
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
            normalized += std::expm1(logs[cell * kGenes + gene]);
        }
        check_close(whole.mean()[gene], sum / cells, tolerance::kDouble);
        check_close(whole.variance()[gene], (squares - sum * sum / cells) / (cells - 1), 1e-10);
        check_close(whole.normalized_mean()[gene], normalized / cells, 1e-10);
    }
    for (const std::size_t split : {1u, 17u, 59u}) {
        CountSums first(kGenes), second(kGenes);
        first.add(block_of(part_of(dense, kGenes, 0, split), kGenes), ValueKind::counts, std::span(mask).first(split));
        second.add(block_of(part_of(dense, kGenes, split, kCells), kGenes), ValueKind::counts, std::span(mask).subspan(split));
        second.merge(through_bytes(first));
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
