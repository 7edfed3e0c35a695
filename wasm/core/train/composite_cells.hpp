#pragma once

#include <cstdint>
#include <span>

#include "predict/panel_cells.hpp"
#include "train/training_sample.hpp"

namespace phenolens {

/// How many composite cells are made.
struct CompositeOptions {
    /// Shared out by the square root of the classes' sizes; fewer where they would hold more than `values` values.
    std::size_t cells = 300;
    std::size_t values = 400'000;
    std::uint64_t seed = 1;
};

/// Composite cells of a training sample, for the model to keep: a class's cells are ordered by the genes they express, and a composite
/// takes each gene's value from one of ten neighbours in that order, drawn anew for each gene. So each gene has the distribution it has
/// among such cells, and no composite is one of the cells. A class of fewer than five cells gives none.
/// `numbers` is each of the sample's genes' place in a vocabulary of `vocabulary`. `codes` has one entry a row: its class, -1 for rows that
/// take no part. Amounts of models that read ranks are places among a cell's distinct values; of those that read log1p (`normalization`)
/// logarithms (kAmountsPerLog). Throws Error(bad_input) where codes or places do not fit.
PanelCells composite_cells(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes,
                           std::span<const std::int32_t> numbers, std::size_t vocabulary, Normalization normalization,
                           const CompositeOptions& options = {});

}  // namespace phenolens
