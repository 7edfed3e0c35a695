#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace phenolens {

struct DoubletOptions {
    /// Doublets simulated per cell.
    double ratio = 2;
    /// Expected share of doublets among the cells, and its uncertainty (a standard deviation).
    double rate = 0.05, rate_deviation = 0.02;
    std::uint64_t seed = 0;
};

/// Scores are the probability that a point is a doublet, given the simulated doublets among its neighbours.
struct DoubletScores {
    /// Per cell its score and the score's standard error.
    std::vector<double> observed, error;
    /// Per simulated doublet.
    std::vector<double> simulated;
    /// Neighbours of each point, simulated and observed together.
    int neighbors = 0;
    /// Between the two modes of the simulated doublets' scores; none where these have not two.
    std::optional<double> threshold;
};

/// Scrublet's score (Wolock, Lopez and Klein, Cell Systems 2019) of cells of one sample. `positions` are the cells' (row-major, `dims`
/// each) on components of z-scored counts per 10,000, and `totals` their counts: as those scores are linear in the counts of a cell, the
/// sum of two cells' counts lies exactly between them, weighted by their totals, and no counts are needed. Throws Error(bad_input) for
/// fewer than two cells, a total that is not above zero, or a rate not between 0 and 1.
DoubletScores doublet_scores(std::span<const float> positions, std::span<const float> totals, int dims, const DoubletOptions& options);

}  // namespace phenolens
