#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "integrate/covariates.hpp"

namespace phenolens {

/// How a cluster's positions are regressed on the categories of its cells.
struct RidgeOptions {
    /// Penalty of every category's shift; without it `expected_share` of the cells of that category that the cluster would have by chance
    /// (Harmony since 1.2).
    std::optional<double> penalty;
    double expected_share = 0.2;
    /// A category of which a smaller share than this is in the cluster is not shifted there.
    double least_share = 1e-5;
};

/// The weights of one cluster's cells by combination of categories: their sum, and the weighted sum of positions.
struct ClusterSums {
    /// A value per combination.
    std::span<const double> weight;
    /// Where a combination's sum of positions begins, `stride` numbers after the one before.
    const double* positions;
    std::size_t stride, dims;
};

/// Where the cluster lies (the regression's intercept), and by how much each category is shifted from there, row-major levels x dims; zeros
/// for those not shifted. Empty where no covariate has two categories with cells in the cluster.
struct ClusterShift {
    std::vector<double> center, shifts;
};

/// Harmony's mixture of experts (Korsunsky et al., Nature Methods 2019, equation 11 onwards): ridge regression, the intercept without a
/// penalty. Throws Error(bad_input) where categories cannot be told apart for want of a penalty.
ClusterShift fit_cluster(const Covariates& of, const ClusterSums& sums, const RidgeOptions& options);

}  // namespace phenolens
