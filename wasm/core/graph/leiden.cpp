#include "graph/leiden.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "graph/weighted_graph.hpp"

namespace phenolens {
namespace {

/// Weights from one point to the communities around it.
class Around {
public:
    explicit Around(std::size_t communities) : weight_(communities, -1) {}

    void gather(const WeightedGraph& graph, std::size_t point, const Codes& code) {
        for (const std::int32_t community : seen_) weight_[static_cast<std::size_t>(community)] = -1;
        seen_.clear();
        for (std::size_t e = graph.starts[point]; e < graph.starts[point + 1]; ++e)
            add(code[static_cast<std::size_t>(graph.ends[e])], graph.weights[e]);
    }

    /// Only neighbours that lie in the point's own subset.
    void gather_within(const WeightedGraph& graph, std::size_t point, const Codes& code, const Codes& subset) {
        for (const std::int32_t community : seen_) weight_[static_cast<std::size_t>(community)] = -1;
        seen_.clear();
        for (std::size_t e = graph.starts[point]; e < graph.starts[point + 1]; ++e) {
            const auto end = static_cast<std::size_t>(graph.ends[e]);
            if (subset[end] == subset[point]) add(code[end], graph.weights[e]);
        }
    }

    const Codes& seen() const { return seen_; }
    double to(std::int32_t community) const { return std::max(0.0, weight_[static_cast<std::size_t>(community)]); }

private:
    void add(std::int32_t community, double weight) {
        double& sum = weight_[static_cast<std::size_t>(community)];
        if (sum < 0) {
            sum = 0;
            seen_.push_back(community);
        }
        sum += weight;
    }

    std::vector<double> weight_;
    Codes seen_;
};

std::vector<std::int32_t> shuffled(std::size_t count, Random& random) {
    std::vector<std::int32_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

/// Moves points to the community that gains most, until none does: a point whose neighbour moved is looked at again. Says whether any
/// moved.
bool move_points(const WeightedGraph& graph, double resolution, Random& random, Codes& code) {
    const std::size_t points = graph.points();
    std::vector<double> strength(points, 0);
    std::vector<std::size_t> members(points, 0);
    Codes empty;
    for (std::size_t i = 0; i < points; ++i) {
        strength[static_cast<std::size_t>(code[i])] += graph.strength[i];
        ++members[static_cast<std::size_t>(code[i])];
    }
    for (std::size_t c = points; c-- > 0;) {
        if (members[c] == 0) empty.push_back(static_cast<std::int32_t>(c));
    }
    const double share = resolution / (2 * graph.total), least = 1e-12 * graph.total;
    const auto order = shuffled(points, random);
    std::deque<std::int32_t> queue(order.begin(), order.end());
    std::vector<std::uint8_t> waits(points, 1);
    Around around(points);
    bool moved = false;
    while (!queue.empty()) {
        const auto point = static_cast<std::size_t>(queue.front());
        queue.pop_front();
        waits[point] = 0;
        around.gather(graph, point, code);
        const std::int32_t own = code[point];
        const auto from = static_cast<std::size_t>(own);
        const double k = graph.strength[point];
        strength[from] -= k;
        --members[from];
        std::int32_t best = own;
        double most = around.to(own) - share * k * strength[from];
        for (const std::int32_t community : around.seen()) {
            const double gain = around.to(community) - share * k * strength[static_cast<std::size_t>(community)];
            if (gain > most + least) {
                most = gain;
                best = community;
            }
        }
        // Alone gains nothing, which may be more than where it is.
        if (most < -least && members[from] > 0) {
            best = empty.back();
            empty.pop_back();
        }
        const auto to = static_cast<std::size_t>(best);
        strength[to] += k;
        ++members[to];
        if (best == own) continue;
        if (members[from] == 0) empty.push_back(own);
        // A community that was empty may have been taken by a neighbour's code only here: it is no longer empty.
        code[point] = best;
        moved = true;
        for (std::size_t e = graph.starts[point]; e < graph.starts[point + 1]; ++e) {
            const auto end = static_cast<std::size_t>(graph.ends[e]);
            if (code[end] == best || waits[end] != 0) continue;
            waits[end] = 1;
            queue.push_back(graph.ends[e]);
        }
    }
    return moved;
}

/// Parts of each community that hang together well: from points alone, merged within their community where modularity gains.
Codes refine(const WeightedGraph& graph, double resolution, Random& random, const Codes& community) {
    const std::size_t points = graph.points();
    Codes part(points);
    std::iota(part.begin(), part.end(), 0);
    std::vector<double> strength = graph.strength, whole(points, 0), outward(points, 0);
    std::vector<std::size_t> members(points, 1);
    for (std::size_t i = 0; i < points; ++i) {
        whole[static_cast<std::size_t>(community[i])] += graph.strength[i];
        for (std::size_t e = graph.starts[i]; e < graph.starts[i + 1]; ++e) {
            if (community[static_cast<std::size_t>(graph.ends[e])] == community[i]) outward[i] += graph.weights[e];
        }
    }
    const double share = resolution / (2 * graph.total);
    const auto connected = [&](std::size_t which, double all) {
        return outward[which] >= share * strength[which] * (all - strength[which]);
    };
    Around around(points);
    for (const std::int32_t each : shuffled(points, random)) {
        const auto point = static_cast<std::size_t>(each);
        const double all = whole[static_cast<std::size_t>(community[point])];
        // Points that others have joined stay; so do those that hardly belong.
        if (part[point] != each || members[point] != 1 || !connected(point, all)) continue;
        around.gather_within(graph, point, part, community);
        std::int32_t best = each;
        double most = 0;
        for (const std::int32_t candidate : around.seen()) {
            const auto to = static_cast<std::size_t>(candidate);
            if (candidate == each || !connected(to, all)) continue;
            const double gain = around.to(candidate) - share * graph.strength[point] * strength[to];
            if (gain > most) {
                most = gain;
                best = candidate;
            }
        }
        if (best == each) continue;
        const auto to = static_cast<std::size_t>(best);
        outward[to] += outward[point] - 2 * around.to(best);
        strength[to] += strength[point];
        members[to] += members[point];
        members[point] = 0;
        part[point] = best;
    }
    return part;
}

/// Numbers the codes in use from 0; gives how many.
std::size_t renumber(Codes& code) {
    Codes place(code.size(), -1);
    std::int32_t next = 0;
    for (std::int32_t& one : code) {
        std::int32_t& number = place[static_cast<std::size_t>(one)];
        if (number < 0) number = next++;
        one = number;
    }
    return static_cast<std::size_t>(next);
}

/// One round: from the given communities, through ever coarser graphs, until none of their points moves. Says whether anything did.
bool improve(const WeightedGraph& whole, double resolution, Random& random, Codes& code) {
    WeightedGraph coarse;
    const WeightedGraph* graph = &whole;
    // Where each of the whole graph's points is in the graph at hand, and that graph's communities.
    Codes place(whole.points()), community = code;
    std::iota(place.begin(), place.end(), 0);
    bool moved = false;
    while (true) {
        renumber(community);
        const bool now = move_points(*graph, resolution, random, community);
        moved = moved || now;
        const std::size_t communities = renumber(community);
        for (std::size_t i = 0; i < place.size(); ++i) code[i] = community[static_cast<std::size_t>(place[i])];
        if (communities == graph->points() || (!now && graph != &whole)) return moved;
        Codes part = refine(*graph, resolution, random, community);
        const std::size_t parts = renumber(part);
        // Nothing could be merged: the communities themselves are the next points.
        const bool stuck = parts == graph->points();
        if (stuck) part = community;
        const std::size_t next = stuck ? communities : parts;
        Codes of(next);
        for (std::size_t i = 0; i < part.size(); ++i) of[static_cast<std::size_t>(part[i])] = community[i];
        for (std::int32_t& one : place) one = part[static_cast<std::size_t>(one)];
        WeightedGraph made = aggregate(*graph, part, next);
        coarse = std::move(made);
        graph = &coarse;
        community = std::move(of);
    }
}

}  // namespace

Communities leiden(std::size_t points, std::span<const FuzzyEdge> edges, const LeidenOptions& options) {
    if (!(options.resolution > 0) || !std::isfinite(options.resolution))
        throw Error(ErrorCode::bad_input, sentence("The resolution of clusters must be above 0, not ", options.resolution, "."));
    const WeightedGraph graph = graph_of(points, edges);
    Codes code(points);
    std::iota(code.begin(), code.end(), 0);
    Random random(options.seed);
    double best = -2;
    for (int start = 0; start < options.starts && graph.total > 0; ++start) {
        Codes own(points);
        std::iota(own.begin(), own.end(), 0);
        for (int round = 0; round < options.rounds && improve(graph, options.resolution, random, own); ++round) {}
        const double worth = modularity_of(graph, own, options.resolution);
        if (worth <= best) continue;
        best = worth;
        code = std::move(own);
    }
    const std::size_t found = renumber(code);
    std::vector<std::size_t> sizes(found), order(found), rank(found);
    for (const std::int32_t one : code) ++sizes[static_cast<std::size_t>(one)];
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    Communities out;
    for (std::size_t i = 0; i < found; ++i) {
        rank[order[i]] = i;
        out.sizes.push_back(sizes[order[i]]);
    }
    for (const std::int32_t one : code) out.code.push_back(static_cast<std::int32_t>(rank[static_cast<std::size_t>(one)]));
    out.modularity = modularity_of(graph, out.code, options.resolution);
    return out;
}

double modularity(std::size_t points, std::span<const FuzzyEdge> edges, std::span<const std::int32_t> code, double resolution) {
    if (code.size() != points) throw Error(ErrorCode::internal, "There is not one community for every point.");
    return modularity_of(graph_of(points, edges), {code.begin(), code.end()}, resolution);
}

}  // namespace phenolens
