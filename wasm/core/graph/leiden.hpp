#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/umap.hpp"

namespace phenolens {

/// How a graph is cut into communities.
struct LeidenOptions {
    /// Above 1 more and smaller communities; 1 is plain modularity.
    double resolution = 1;
    /// Runs from a fresh start at least; the best is taken. One run's modularity varies by a percent or two, as leidenalg's does.
    int starts = 4;
    /// Rounds over the whole graph at most; they end when one gains nothing.
    int rounds = 10;
    std::uint64_t seed = 0;
};

struct Communities {
    /// Community per point, 0 the largest (ties: the one with the first point).
    std::vector<std::int32_t> code;
    std::vector<std::size_t> sizes;
    /// Modularity at the resolution: the sum over communities of inner weight - resolution x strength^2 / (4 total), over total, where
    /// total is the weight of all edges.
    double modularity = 0;
};

/// Communities of a weighted undirected graph by the Leiden algorithm (Traag, Waltman and van Eck 2019): fast local moves, refinement into
/// well-connected parts, aggregation, for modularity with a resolution (Reichardt and Bornholdt 2006), as leidenalg's
/// RBConfigurationVertexPartition. Edges are listed once each. Points without edges are communities of their own. Throws Error(internal)
/// for an edge to a point that is none, Error(bad_input) for a resolution not above 0.
Communities leiden(std::size_t points, std::span<const FuzzyEdge> edges, const LeidenOptions& options);

/// Modularity of given communities, as above.
double modularity(std::size_t points, std::span<const FuzzyEdge> edges, std::span<const std::int32_t> code, double resolution);

}  // namespace phenolens
