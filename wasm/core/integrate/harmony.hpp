#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "integrate/covariates.hpp"
#include "integrate/ridge.hpp"
#include "integrate/soft_clusters.hpp"
#include "integrate/unit_means.hpp"

namespace phenolens {

/// Choices of Harmony; defaults are those of harmonypy 2 and of R's harmony.
struct HarmonyOptions {
    /// Diversity penalty of each covariate; empty: 2 each.
    std::vector<double> theta = {};
    /// Width of the soft clusters.
    double sigma = 0.1;
    /// Clusters; 0: a thirtieth of the cells, at most 100.
    std::size_t clusters = 0;
    /// Corrections at most, and the relative gain of the objective below which there is no further one.
    int corrections = 10;
    double least_gain = 1e-2;
    /// Times that cells are weighted before each correction.
    int rounds = 4;
    RidgeOptions ridge = {};
    std::uint64_t seed = 0;
};

/// Harmony (Korsunsky et al., Nature Methods 2019): cells on components, moved so that batches lie over each other within soft clusters. In
/// steps, so that it can be watched and stopped; the same on every target for the same seed.
class Harmony {
public:
    /// `values` are row-major cells x dims, `codes` row-major covariates x cells, `levels` the categories of each covariate. Cells with a
    /// code below 0 or a value that is not finite take no part and stay. Throws Error(internal) for sizes that do not fit, Error(bad_input)
    /// for one batch alone, options that cannot be, and fewer than two cells.
    Harmony(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes, std::vector<std::size_t> levels,
            const HarmonyOptions& options);

    Harmony(const Harmony&) = delete;
    Harmony& operator=(const Harmony&) = delete;

    /// One unit of work: a pass of k-means, one weighting of all cells, sums for a correction, or a correction. False when done.
    bool step();

    bool converged() const { return converged_; }
    int corrections() const { return corrections_; }
    /// How much of the longest run is done, 0 to 1.
    double share() const;
    std::size_t clusters() const { return clusters_; }
    /// Cells that take part.
    std::size_t cells() const { return taking_part_.size(); }
    /// Positions after the last correction, row-major, of all cells.
    const std::vector<float>& positions() const { return positions_; }
    /// The objective at the start and before each correction; its unit is that of harmonypy's `objective_harmony`.
    const std::vector<double>& objectives() const { return objectives_; }

private:
    enum class Phase { seed, weigh, sum, correct, done };

    void assign();
    void sum_positions();
    void correct(bool is_last);
    void move_run(const CellRun& run, const std::vector<ClusterShift>& shifts, bool is_last);

    HarmonyOptions options_;
    std::size_t dims_, width_, clusters_ = 0;
    std::vector<std::uint32_t> taking_part_;
    Covariates covariates_;
    std::optional<UnitMeans> seeds_;
    std::optional<SoftClusters> soft_;
    /// Row-major cells x width, in the order of the clusters' cells: as given, padded. Centres: row-major width x columns, turned.
    std::vector<float> rows_, centers_, positions_;
    /// By combination: weights of clusters, and weighted sums of positions, row-major clusters (padded) x width.
    std::vector<std::vector<double>> weight_, sums_;
    std::vector<double> objectives_;
    Phase phase_ = Phase::seed;
    int round_ = 0, corrections_ = 0, seeded_ = 0;
    bool converged_ = false;
};

}  // namespace phenolens
