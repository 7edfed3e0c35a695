#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Rank-normal scores of a cell, sparse: a gene that is zero has score `zero`, the i-th non-zero one `zero + difference[i]`.
struct RankNormalCell {
    float zero = 0;
    std::vector<float> difference;
};

/// Rank-normal transform over a fixed number of measured genes (Souza and Mehta 2026).
/// Average ranks r with ties, all zeros tying; z = normal_quantile(r / (genes + 1)); z is divided by its L2 norm over all genes and
/// multiplied by sqrt(genes), so that its mean square is 1. Keeps scratch space, so that one belongs to one thread.
class RankNormal {
public:
    /// Scores depend on ranks only, so all possible ones are computed here once.
    explicit RankNormal(std::size_t genes);

    /// Transforms the non-zero values of a cell; all must be above zero and at most `genes` many.
    /// False where all genes tie and there is no score: no value at all, or all genes with the same one.
    bool transform(std::span<const float> values, RankNormalCell& out);

private:
    bool rank_whole_numbers(std::span<const float> values);
    void rank_any(std::span<const float> values);

    /// Takes a group of `count` tied values after `below` smaller ones: adds to the squares, returns the group's z.
    float take_ties(std::size_t below, std::size_t count);

    std::size_t genes_;
    /// z by twice the rank.
    std::vector<float> z_;
    double squares_ = 0;
    /// z per value, before scaling.
    std::vector<float> scores_;
    std::vector<std::uint32_t> whole_;
    /// Four tables of counts, all zero between cells.
    std::vector<std::uint32_t> counts_;
    std::vector<float> score_of_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::uint64_t> spare_;
};

}  // namespace phenolens
