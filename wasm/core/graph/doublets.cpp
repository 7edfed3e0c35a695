#include "graph/doublets.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "graph/neighbors.hpp"
#include "stats/modes.hpp"

namespace phenolens {
namespace {

/// Sums of two cells drawn at random, put where their counts would lie, after the cells' own positions.
void add_simulated(std::vector<float>& positions, std::span<const float> totals, std::size_t dims, std::size_t doublets, Random& random) {
    for (std::size_t i = 0; i < doublets; ++i) {
        const std::size_t a = random.below(totals.size()), b = random.below(totals.size());
        const double share = static_cast<double>(totals[a]) / (static_cast<double>(totals[a]) + totals[b]);
        for (std::size_t d = 0; d < dims; ++d)
            positions.push_back(static_cast<float>(share * positions[a * dims + d] + (1 - share) * positions[b * dims + d]));
    }
}

struct Score {
    double value, error;
};

/// Bayes: `near` of `k` neighbours are simulated, `ratio` of which there are per cell. Scrublet's formula and its error by propagation.
Score score_of(double near, double k, double ratio, const DoubletOptions& options) {
    const double rho = options.rate, q = (near + 1) / (k + 2);
    const double below = 1 - rho - q * (1 - rho - rho / ratio);
    const double q_error = std::sqrt(q * (1 - q) / (k + 3));
    const double relative = std::hypot(q_error / q * (1 - rho), options.rate_deviation / rho * (1 - q));
    return {q * rho / ratio / below, q * rho / ratio / (below * below) * relative};
}

}  // namespace

DoubletScores doublet_scores(std::span<const float> positions, std::span<const float> totals, int dims, const DoubletOptions& options) {
    const std::size_t cells = totals.size();
    if (dims < 1 || positions.size() != cells * static_cast<std::size_t>(dims))
        throw Error(ErrorCode::internal, "Positions and totals of cells do not fit each other.");
    if (cells < 2) throw Error(ErrorCode::bad_input, sentence("Doublets are sought among at least two cells, not ", cells, "."));
    if (!std::all_of(totals.begin(), totals.end(), [](float total) { return total > 0 && std::isfinite(total); }))
        throw Error(ErrorCode::bad_input, "A cell without counts is no part of a doublet.");
    if (!(options.rate > 0 && options.rate < 1))
        throw Error(ErrorCode::bad_input, sentence("A share of doublets lies between 0 and 1; ", options.rate, " does not."));
    const auto doublets = static_cast<std::size_t>(static_cast<double>(cells) * options.ratio);
    const double ratio = static_cast<double>(doublets) / static_cast<double>(cells);
    std::vector<float> all(positions.begin(), positions.end());
    all.reserve((cells + doublets) * static_cast<std::size_t>(dims));
    Random random(options.seed);
    add_simulated(all, totals, static_cast<std::size_t>(dims), doublets, random);
    // Python rounds halves to even, as nearbyint does.
    const double k = std::nearbyint(std::nearbyint(0.5 * std::sqrt(static_cast<double>(cells))) * (1 + ratio));
    DoubletScores out;
    // Counted point by point: with their hundreds of neighbours the points of a large sample would not fit in memory.
    visit_neighbors(all, cells + doublets, dims, {.k = std::max(1, static_cast<int>(k)), .seed = options.seed},
                    [&](std::size_t point, std::span<const std::int32_t> near, std::span<const float>) {
                        const auto simulated = std::count_if(near.begin(), near.end(),
                                                             [&](std::int32_t other) { return static_cast<std::size_t>(other) >= cells; });
                        const double neighbors = static_cast<double>(near.size());
                        const Score score = score_of(static_cast<double>(simulated), neighbors, ratio, options);
                        out.neighbors = static_cast<int>(near.size());
                        if (point >= cells) {
                            out.simulated.push_back(score.value);
                            return;
                        }
                        out.observed.push_back(score.value);
                        out.error.push_back(score.error);
                    });
    out.threshold = minimum_between_modes(out.simulated);
    return out;
}

}  // namespace phenolens
