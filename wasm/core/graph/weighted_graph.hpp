#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/umap.hpp"

namespace phenolens {

/// A community, or a part of one, per point.
using Codes = std::vector<std::int32_t>;

/// A weighted undirected graph with every edge at both of its ends; `loop` counts the weight inside an aggregated point once.
struct WeightedGraph {
    /// points + 1 positions among ends and weights.
    std::vector<std::size_t> starts = {0};
    std::vector<std::int32_t> ends;
    std::vector<double> weights, loop, strength;
    /// Weight of all edges, loops included.
    double total = 0;

    std::size_t points() const { return loop.size(); }
};

/// Edges are listed once each. Throws Error(internal) for an edge to a point that is none.
WeightedGraph graph_of(std::size_t points, std::span<const FuzzyEdge> edges);

/// One point per part (codes from 0 to below `parts`), with the weight between and inside them.
WeightedGraph aggregate(const WeightedGraph& graph, const Codes& part, std::size_t parts);

/// Modularity with a resolution, of codes below the number of points.
double modularity_of(const WeightedGraph& graph, const Codes& code, double resolution);

}  // namespace phenolens
