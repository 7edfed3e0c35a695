#include "bind/graph/js_graph.hpp"

#include <vector>

#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "graph/agreement.hpp"
#include "graph/doublets.hpp"
#include "graph/leiden.hpp"

namespace phenolens::bind {

using emscripten::val;

namespace {

std::size_t points_of(const Neighbors& neighbors) {
    return neighbors.k > 0 ? neighbors.index.size() / static_cast<std::size_t>(neighbors.k) : 0;
}

}  // namespace

Neighbors neighbors_in(const Options& o) {
    Neighbors neighbors;
    neighbors.k = static_cast<int>(o.size("k"));
    neighbors.index = o.array<std::int32_t>("index");
    neighbors.distance = o.array<float>("distance");
    const auto k = static_cast<std::size_t>(neighbors.k);
    if (neighbors.distance.size() != neighbors.index.size() || (k == 0 ? !neighbors.index.empty() : neighbors.index.size() % k != 0)) {
        throw Error(ErrorCode::internal, "Neighbours and their distances do not fit each other.");
    }
    const std::size_t points = points_of(neighbors);
    for (const std::int32_t index : neighbors.index) {
        if (index < 0 || static_cast<std::size_t>(index) >= points) throw Error(ErrorCode::internal, "A neighbour is none of the points.");
    }
    return neighbors;
}

val find_neighbors(val options) {
    return guard([&] {
        const Options o(options, "find_neighbors", {"points", "dims", "values", "k", "seed"});
        NeighborOptions near;
        near.k = static_cast<int>(o.size("k"));
        near.seed = static_cast<std::uint64_t>(o.whole("seed"));
        const auto points = o.size("points");
        const auto found = phenolens::find_neighbors(o.array<float>("values"), points, static_cast<int>(o.size("dims")), near);
        val out = val::object();
        out.set("k", found.k);
        out.set("index", owned(found.index));
        out.set("distance", owned(found.distance));
        out.set("exact", points <= static_cast<std::size_t>(near.exact_up_to));
        return out;
    });
}

val graph_edges(val options) {
    return guard([&] {
        const Options o(options, "graph_edges", {"k", "index", "distance"});
        const auto edges = fuzzy_graph(neighbors_in(o));
        std::vector<std::int32_t> first, second;
        std::vector<float> weight;
        for (const FuzzyEdge& edge : edges) {
            first.push_back(edge.first);
            second.push_back(edge.second);
            weight.push_back(edge.weight);
        }
        val out = val::object();
        out.set("first", owned(first));
        out.set("second", owned(second));
        out.set("weight", owned(weight));
        return out;
    });
}

val cluster(val options) {
    return guard([&] {
        const Options o(options, "cluster", {"k", "index", "distance", "resolution", "starts", "seed"});
        const auto neighbors = neighbors_in(o);
        LeidenOptions how;
        how.resolution = o.number("resolution");
        how.seed = static_cast<std::uint64_t>(o.whole("seed"));
        how.starts = static_cast<int>(o.size("starts"));
        const auto found = leiden(points_of(neighbors), fuzzy_graph(neighbors), how);
        val out = val::object();
        out.set("codes", owned(found.code));
        out.set("sizes", plain({found.sizes.begin(), found.sizes.end()}));
        out.set("modularity", found.modularity);
        return out;
    });
}

val doublet_scores(val options) {
    return guard([&] {
        const Options o(options, "doublet_scores", {"dims", "positions", "totals", "rate", "seed"});
        DoubletOptions how;
        how.rate = o.number("rate");
        how.seed = static_cast<std::uint64_t>(o.whole("seed"));
        const auto found =
            phenolens::doublet_scores(o.array<float>("positions"), o.array<float>("totals"), static_cast<int>(o.size("dims")), how);
        val out = val::object();
        out.set("observed", owned(found.observed));
        out.set("error", owned(found.error));
        out.set("simulated", owned(found.simulated));
        out.set("neighbors", found.neighbors);
        out.set("threshold", found.threshold ? val(*found.threshold) : val::null());
        return out;
    });
}

val agreement(val options) {
    return guard([&] {
        const Options o(options, "agreement", {"first", "second"});
        const auto found = agreement_of(o.array<std::int32_t>("first"), o.array<std::int32_t>("second"));
        val out = val::object();
        out.set("cells", found.cells);
        out.set("table", owned(found.table));
        out.set("firsts", static_cast<double>(found.firsts));
        out.set("seconds", static_cast<double>(found.seconds));
        out.set("ari", found.adjusted_rand);
        out.set("nmi", found.normalized_information);
        return out;
    });
}

}  // namespace phenolens::bind
