#pragma once

#include <optional>

#include "cells/cell_scores.hpp"
#include "genes/gene_map.hpp"
#include "predict/heads.hpp"
#include "predict/linear.hpp"
#include "predict/panel_cells.hpp"

namespace phenolens {

/// A file is a panel to a model where it measures fewer than half of its genes: scores are then of another distribution than in training.
bool is_panel(const GeneMap& map);

/// A linear model on a panel.
struct PanelFit {
    /// Over the whole vocabulary, with zeros for genes not measured.
    LinearWeights weights;
    /// Of each head, the share of the variance of the kept cells' logits (centred over the head's columns) that the panel's scores give,
    /// each cell predicted by the fit without it; from 0 to 1.
    std::vector<double> explained;
};

/// A linear model fitted to the genes that a file measures. Scores are taken over these genes, and a cell that the model keeps is known
/// both ways: by its logits over all genes, and by its scores on the panel. Means and deviations are those of the kept cells' panel scores;
/// weights are the ridge regression of their logits on the standardized panel scores, drawn towards the model's own weights rather than
/// zero, penalty four times the mean squared length of a cell's scores (Hoerl and Kennard 1970; dual form).
/// Nothing where fewer than 20 kept cells have scores on the panel.
std::optional<PanelFit> panel_weights(const LinearWeights& weights, std::span<const Head> heads, const PanelCells& cells,
                                      const GeneMap& map, Normalization normalization, double target_sum);

}  // namespace phenolens
