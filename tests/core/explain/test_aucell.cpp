#include "support.hpp"

#include "explain/aucell.hpp"
#include "parity/aucell_expected.hpp"

using namespace phenolens;
namespace expects = expected::aucell;

namespace {

constexpr std::size_t kGenes = 120, kCells = 6;

const GeneSets kSets{expects::genes, expects::lengths};

/// The mean over every order of tied genes, place by place, of what the definition says.
double naive(std::vector<float> cell, const std::vector<std::int32_t>& set, std::size_t top) {
    const std::size_t genes = cell.size();
    double sum = 0, most = 0;
    for (const auto gene : set) {
        std::size_t above = 0, alike = 0;
        for (const float value : cell) {
            above += value > cell[static_cast<std::size_t>(gene)];
            alike += value == cell[static_cast<std::size_t>(gene)];
        }
        for (std::size_t rank = above + 1; rank <= above + alike; ++rank)
            sum += std::max(0.0, static_cast<double>(top) - static_cast<double>(rank)) / static_cast<double>(alike);
    }
    for (std::size_t rank = 1; rank <= std::min(set.size(), genes); ++rank)
        most += std::max(0.0, static_cast<double>(top) - static_cast<double>(rank));
    return sum / most;
}

}  // namespace

TEST_CASE("AUCell equals decoupler's where no genes tie, zeros and values below zero among them", "[aucell]") {
    const auto block = block_of(floats(expects::distinct), kGenes, ValueKind::scaled);
    CHECK(AucellScorer::usual_top(kGenes) == 6);
    check_all_close(AucellScorer(kGenes, AucellScorer::usual_top(kGenes), kSets).score(block), expects::usual, tolerance::kFloat);
    check_all_close(AucellScorer(kGenes, 50, kSets).score(block), expects::wide, tolerance::kFloat);
}

TEST_CASE("where genes tie AUCell is the mean of decoupler's over shuffled genes, and exactly the mean over all orders", "[aucell]") {
    const auto counts = floats(expects::counts);
    const auto found = AucellScorer(kGenes, 30, kSets).score(block_of(counts, kGenes));
    REQUIRE(found.size() == expects::mean.size());
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        std::size_t at = 0;
        for (std::size_t set = 0; set < 4; ++set) {
            const std::size_t i = cell * 4 + set;
            CHECK(std::abs(found[i] - expects::mean[i]) <= 5 * expects::error[i] + 1e-6);
            const std::vector<std::int32_t> genes(expects::genes.begin() + static_cast<std::ptrdiff_t>(at),
                                                  expects::genes.begin() + static_cast<std::ptrdiff_t>(at) + expects::lengths[set]);
            check_close(found[i],
                        naive({counts.begin() + static_cast<std::ptrdiff_t>(cell * kGenes),
                               counts.begin() + static_cast<std::ptrdiff_t>((cell + 1) * kGenes)},
                              genes, 30),
                        tolerance::kFloat);
            at += static_cast<std::size_t>(expects::lengths[set]);
        }
    }
}

TEST_CASE("a set whose genes are a cell's best has AUCell 1, one whose genes are its worst 0; a cell whose genes all tie has none",
          "[aucell]") {
    const std::vector<float> dense = {5, 4, 3, 2, 1, 0.5, 0, 0, 0, 0, 0, 0};
    const auto scores = AucellScorer(6, 3, {{0, 1, 4, 5}, {2, 2}}).score(block_of(dense, 6));
    CHECK(scores[0] == 1);
    CHECK(scores[1] == 0);
    CHECK(std::isnan(scores[2]));
    CHECK(AucellScorer::usual_top(13714) == 686);
    CHECK(AucellScorer::usual_top(3) == 2);
}

TEST_CASE("sets that cannot be scored are refused", "[aucell]") {
    check_error(ErrorCode::bad_input, "no gene", [] { AucellScorer(10, 3, {{1}, {1, 0}}); });
    check_error(ErrorCode::bad_input, "not one of the 10", [] { AucellScorer(10, 3, {{10}, {1}}); });
    check_error(ErrorCode::bad_input, "stands twice", [] { AucellScorer(10, 3, {{4, 4}, {2}}); });
    check_error(ErrorCode::bad_input, "From 2 to all 10", [] { AucellScorer(10, 1, {{4}, {1}}); });
    check_error(ErrorCode::internal, "6 genes", [] { AucellScorer(10, 3, {{4}, {1}}).score(block_of(std::vector<float>(6, 1), 6)); });
}
