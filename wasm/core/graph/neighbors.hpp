#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace phenolens {

/// How the k nearest neighbours are found.
struct NeighborOptions {
    /// Neighbours per point, the point itself not counted; umap-learn's 15 counts the point, so it equals 14 here.
    int k = 14;
    /// Points up to which the search is exact: comparing all pairs is then quicker than building an index.
    int exact_up_to = 2000;
    /// Links per point of the HNSW index (Malkov and Yashunin 2018); 16 is hnswlib's own default.
    int links = 16;
    /// Candidates kept while building; recall over 0.98 on single-cell components at 100.
    int build_candidates = 100;
    /// Candidates kept while searching, at least k + 1.
    int search_candidates = 50;
    /// Seed of the index's random levels.
    std::uint64_t seed = 0;
};

/// The k nearest neighbours of each point by Euclidean distance: row-major points x k, nearest first, the point itself left out.
struct Neighbors {
    int k = 0;
    std::vector<std::int32_t> index;
    std::vector<float> distance;
};

/// Finds neighbours among `points` rows of `dims` values (row-major).
/// k is lowered to points - 1 where there are fewer points; ties go to the lower index.
/// Throws Error(bad_input) on values that are not finite.
Neighbors find_neighbors(std::span<const float> values, std::size_t points, int dims, const NeighborOptions& options);

/// Takes a point's neighbours and their distances, nearest first.
using NeighborVisit = std::function<void(std::size_t point, std::span<const std::int32_t> index, std::span<const float> distance)>;

/// The same, point after point, so that they need not all be kept; no visit where there are none.
void visit_neighbors(std::span<const float> values, std::size_t points, int dims, const NeighborOptions& options,
                     const NeighborVisit& visit);

}  // namespace phenolens
