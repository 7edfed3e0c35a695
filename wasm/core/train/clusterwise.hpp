#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "train/softmax_regression.hpp"

namespace phenolens {

/// A regression in each cluster of cells: what tells sick from healthy in one cell type need not in another (Souza and Mehta 2026, disease
/// state).
struct ClusterwiseFit {
    /// Clusters; 0 where the cells make one only, and the fit is a plain regression.
    std::size_t clusters = 0;
    /// Logits over columns: a gate per cluster, highest for the cluster whose mean is nearest, then each cluster's classes (Head).
    SoftmaxFit columns;
};

/// Clusters the cells (15 neighbours with the cell itself, Leiden at resolution 0.4, as the paper), gives each to the cluster of the
/// nearest mean, and fits each cluster's cells. Two things differ from the paper's code. Cells are dealt by the means, in training as in
/// prediction, so that a model holds no cell (there: by the nearest training cells). And a cluster with too few cells of two classes to
/// tell them apart has its classes' shares for logits, ln((own cells + 1) / (all cells of the class + 1)) (there: its cells were left out
/// of the score). `features` are row-major cells x count; every cell has a class. Throws as fit_softmax.
ClusterwiseFit fit_clusterwise(std::span<const float> features, std::size_t count, std::span<const std::int32_t> codes, std::size_t classes,
                               const SoftmaxOptions& options, std::uint64_t seed);

}  // namespace phenolens
