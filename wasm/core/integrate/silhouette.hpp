#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Silhouette widths (Rousseeuw 1987) by Euclidean distance, -1 to 1: of each cell (b - a) / max(a, b), where a is its mean distance from
/// the others of its category and b the least of those from another category; 0 for a cell alone in its category. `values` are row-major,
/// a code per cell. Throws Error(internal) for sizes that do not fit. NaN with fewer than two categories.
std::vector<double> silhouette_widths(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes);

/// How far categories stand apart, and batches within them, as scib-metrics has it.
struct Silhouette {
    /// Cells compared.
    std::size_t cells = 0;
    /// Mean width by category, and scaled from 0 to 1 (scib's silhouette_label).
    double mean = 0, label = 0;
    std::vector<double> by_category;
    /// The mean over categories of 1 - |width by batch| within them (scib's silhouette_batch), 1 where batches lie over each other; NaN
    /// where no category has two batches.
    double batch = 0;
    std::vector<double> batch_by_category;
};

struct SilhouetteOptions {
    /// As all cells are compared with all, above it a sample is, of each category and batch its share.
    std::size_t most_cells = 10000;
    std::uint64_t seed = 0;
};

/// Cells with a code below 0 or a value that is not finite take no part; `batches` may be empty: then there is nothing by batch.
Silhouette silhouette_of(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes,
                         std::span<const std::int32_t> batches, const SilhouetteOptions& options);

}  // namespace phenolens
