#include "graph/weighted_graph.hpp"

#include "base/error.hpp"

namespace phenolens {
namespace {

struct Edge {
    std::int32_t first, second;
    double weight;
};

WeightedGraph with_both_ends(std::size_t points, const std::vector<Edge>& edges) {
    WeightedGraph graph;
    graph.starts.assign(points + 1, 0);
    graph.loop.assign(points, 0);
    for (const Edge& edge : edges) {
        if (edge.first == edge.second) continue;
        ++graph.starts[static_cast<std::size_t>(edge.first) + 1];
        ++graph.starts[static_cast<std::size_t>(edge.second) + 1];
    }
    for (std::size_t i = 0; i < points; ++i) graph.starts[i + 1] += graph.starts[i];
    graph.ends.resize(graph.starts.back());
    graph.weights.resize(graph.starts.back());
    std::vector<std::size_t> next(graph.starts.begin(), graph.starts.end() - 1);
    const auto put = [&](std::int32_t from, std::int32_t to, double weight) {
        const std::size_t at = next[static_cast<std::size_t>(from)]++;
        graph.ends[at] = to;
        graph.weights[at] = weight;
    };
    for (const Edge& edge : edges) {
        graph.total += edge.weight;
        if (edge.first == edge.second) {
            graph.loop[static_cast<std::size_t>(edge.first)] += edge.weight;
        } else {
            put(edge.first, edge.second, edge.weight);
            put(edge.second, edge.first, edge.weight);
        }
    }
    graph.strength.resize(points);
    for (std::size_t i = 0; i < points; ++i) {
        graph.strength[i] = 2 * graph.loop[i];
        for (std::size_t e = graph.starts[i]; e < graph.starts[i + 1]; ++e) graph.strength[i] += graph.weights[e];
    }
    return graph;
}

}  // namespace

WeightedGraph graph_of(std::size_t points, std::span<const FuzzyEdge> edges) {
    std::vector<Edge> listed;
    for (const FuzzyEdge& edge : edges) {
        const auto out = [&](std::int32_t end) { return end < 0 || static_cast<std::size_t>(end) >= points; };
        if (out(edge.first) || out(edge.second)) throw Error(ErrorCode::internal, "An edge of the graph leads to a point that is none.");
        listed.push_back({edge.first, edge.second, edge.weight});
    }
    return with_both_ends(points, listed);
}

WeightedGraph aggregate(const WeightedGraph& graph, const Codes& part, std::size_t parts) {
    std::vector<std::vector<std::int32_t>> members(parts);
    for (std::size_t i = 0; i < graph.points(); ++i) members[static_cast<std::size_t>(part[i])].push_back(static_cast<std::int32_t>(i));
    std::vector<Edge> edges;
    std::vector<double> sum(parts, 0);
    Codes seen;
    for (std::size_t p = 0; p < parts; ++p) {
        double inside = 0;
        for (const std::int32_t member : members[p]) {
            const auto point = static_cast<std::size_t>(member);
            inside += graph.loop[point];
            for (std::size_t e = graph.starts[point]; e < graph.starts[point + 1]; ++e) {
                const auto to = static_cast<std::size_t>(part[static_cast<std::size_t>(graph.ends[e])]);
                // Each edge is met from both of its ends.
                if (to == p) inside += graph.weights[e] / 2;
                if (to <= p) continue;
                if (sum[to] == 0) seen.push_back(static_cast<std::int32_t>(to));
                sum[to] += graph.weights[e];
            }
        }
        if (inside > 0) edges.push_back({static_cast<std::int32_t>(p), static_cast<std::int32_t>(p), inside});
        for (const std::int32_t to : seen) {
            edges.push_back({static_cast<std::int32_t>(p), to, sum[static_cast<std::size_t>(to)]});
            sum[static_cast<std::size_t>(to)] = 0;
        }
        seen.clear();
    }
    return with_both_ends(parts, edges);
}

double modularity_of(const WeightedGraph& graph, const Codes& code, double resolution) {
    if (!(graph.total > 0)) return 0;
    std::vector<double> strength(graph.points(), 0);
    double inside = 0;
    for (std::size_t i = 0; i < graph.points(); ++i) {
        strength[static_cast<std::size_t>(code[i])] += graph.strength[i];
        inside += graph.loop[i];
        for (std::size_t e = graph.starts[i]; e < graph.starts[i + 1]; ++e) {
            if (code[static_cast<std::size_t>(graph.ends[e])] == code[i]) inside += graph.weights[e] / 2;
        }
    }
    for (const double own : strength) inside -= resolution * own * own / (4 * graph.total);
    return inside / graph.total;
}

}  // namespace phenolens
