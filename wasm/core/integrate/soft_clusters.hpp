#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/random.hpp"
#include "integrate/covariates.hpp"

namespace phenolens {

/// Cells of one combination in one block, one after another.
struct CellRun {
    std::size_t first, cells, combination, block;
};

/// Harmony's clusters: each cell belongs to all, by its distance from their centres and by how many cells of its categories they have
/// already (Korsunsky et al. 2019, equations 1 to 9). Cells are in an order drawn once: blocks of a twentieth, in a block by combination;
/// as a block's cells are weighted by the same factors, weights are not kept, but made again of distances and factors. Rows of clusters are
/// padded (base/dense.hpp).
class SoftClusters {
public:
    /// `theta` is the diversity penalty of each covariate, `sigma` the width of the clusters; `combination` one per cell.
    SoftClusters(const Covariates& of, std::span<const std::int32_t> combination, std::size_t clusters, std::vector<double> theta,
                 double sigma, Random random);

    /// Cells in the order that all rows are in, by their place in `combination`.
    const std::vector<std::uint32_t>& order() const { return order_; }
    const std::vector<CellRun>& runs() const { return runs_; }
    std::size_t clusters() const { return clusters_; }
    std::size_t columns() const { return columns_; }

    /// Takes new cosines between some cells (from the `first` on) and centres, row-major cells x columns.
    void set_cosines(std::size_t first, std::span<const float> cosines);
    /// Forgets the factors: weights by distance alone.
    void restart();
    /// Weights all cells anew, block by block.
    void update();

    /// Weights of some cells of a run, row-major cells x columns.
    void weights(const CellRun& run, std::size_t first, std::size_t cells, std::span<float> out) const;
    /// What is made small, per 2,000 cells: distances, less the entropy of the weights, and the categories' divergence.
    double objective() const;

private:
    struct Weighed {
        float scale;
        double log_sum;
    };

    void factors_of(std::size_t block, std::size_t combination, std::span<float> out) const;
    /// Writes weights of a cell, to be multiplied by `scale`; `log_sum` is the logarithm of what they are divided by.
    Weighed weigh_cell(std::size_t cell, const CellRun& run, std::span<const float> factors, std::span<float> out) const;
    void set_factors(std::size_t block);
    void weigh_block(std::size_t block);
    void add_block(std::size_t block, double sign);

    const Covariates* of_;
    std::size_t clusters_, columns_, blocks_ = 0;
    std::vector<double> theta_;
    double sigma_;
    Random random_;
    std::vector<std::uint32_t> order_;
    std::vector<CellRun> runs_;
    /// Runs of block b: from block_runs_[b] to before block_runs_[b + 1].
    std::vector<std::size_t> block_runs_;
    /// Per cell and cluster e to minus distance / sigma, over the cell's largest; per cell that largest one's logarithm.
    std::vector<float> near_;
    std::vector<double> nearest_;
    /// Row-major levels x columns: cells observed in each cluster, in all blocks and by block; logarithms of factors by block.
    std::vector<double> observed_;
    std::vector<std::vector<double>> block_observed_, log_factors_;
    /// Cells in each cluster, of all categories, in all blocks and by block; sums over cells of the logarithms of their weights' sums.
    std::vector<double> total_;
    std::vector<std::vector<double>> block_total_;
    std::vector<double> block_logs_;
};

}  // namespace phenolens
