#include "support.hpp"

#include <algorithm>

#include "graph/golden.hpp"
#include "graph/leiden.hpp"
#include "parity/survey_expected.hpp"

using namespace phenolens;

namespace {

std::vector<FuzzyEdge> expected_edges() {
    using namespace survey_expected;
    std::vector<FuzzyEdge> edges;
    for (std::size_t i = 0; i < graph_first.size(); ++i)
        edges.push_back({graph_first[i], graph_second[i], static_cast<float>(graph_weight[i])});
    return edges;
}

/// Whether every community is connected by its own edges.
bool all_connected(std::size_t points, const std::vector<FuzzyEdge>& edges, const std::vector<std::int32_t>& code) {
    std::vector<std::size_t> root(points);
    for (std::size_t i = 0; i < points; ++i) root[i] = i;
    const auto find = [&](std::size_t i) {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    };
    for (const auto& edge : edges) {
        const auto a = static_cast<std::size_t>(edge.first), b = static_cast<std::size_t>(edge.second);
        if (code[a] == code[b]) root[find(a)] = find(b);
    }
    for (std::size_t i = 0; i < points; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (code[i] == code[j] && find(i) != find(j)) return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("modularity is igraph's at every resolution", "[leiden]") {
    using namespace survey_expected;
    const auto edges = expected_edges();
    check_close(modularity(graph_points, edges, leiden_half, 0.5), modularity_half[0], 1e-6);
    check_close(modularity(graph_points, edges, leiden_one, 1), modularity_one[0], 1e-6);
    check_close(modularity(graph_points, edges, leiden_two, 2), modularity_two[0], 1e-6);
}

TEST_CASE("communities are worth what the middle one of twenty runs of leidenalg is, whatever the seed", "[leiden]") {
    using namespace survey_expected;
    const auto edges = expected_edges();
    for (const std::uint64_t seed : {0u, 1u, 2u, 3u, 4u}) {
        for (const auto& [resolution, best] : {std::pair{0.5, modularity_half[0]}, {1.0, modularity_one[0]}, {2.0, modularity_two[0]}}) {
            const auto found = leiden(graph_points, edges, {.resolution = resolution, .seed = seed});
            INFO("seed " << seed << ", resolution " << resolution);
            CHECK(found.modularity > best * 0.995);
            CHECK(found.modularity == Approx(modularity(graph_points, edges, found.code, resolution)).epsilon(1e-12));
            CHECK(all_connected(graph_points, edges, found.code));
            CHECK(std::is_sorted(found.sizes.rbegin(), found.sizes.rend()));
        }
    }
    CHECK(leiden(graph_points, edges, {.seed = 3}).code == leiden(graph_points, edges, {.seed = 3}).code);
}

TEST_CASE("two triangles joined by an edge are two communities; a point without edges is its own", "[leiden]") {
    const std::vector<FuzzyEdge> edges = {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}, {3, 4, 1}, {4, 5, 1}, {3, 5, 1}, {2, 3, 1}};
    const auto found = leiden(7, edges, {});
    CHECK(found.code == std::vector<std::int32_t>{0, 0, 0, 1, 1, 1, 2});
    CHECK(found.sizes == std::vector<std::size_t>{3, 3, 1});
    // By hand: 6 of 7 edges inside, strengths 7 and 7 of 14.
    CHECK(found.modularity == Approx(6.0 / 7 - 0.5));
    CHECK(leiden(7, edges, {.resolution = 0.01}).sizes == std::vector<std::size_t>{6, 1});
    CHECK(leiden(7, edges, {.resolution = 20}).sizes.size() == 7);
}

TEST_CASE("a graph without points or edges has no modularity; bad resolutions and edges are refused", "[leiden]") {
    CHECK(leiden(0, {}, {}).code.empty());
    const auto alone = leiden(3, {}, {});
    CHECK(alone.sizes == std::vector<std::size_t>{1, 1, 1});
    CHECK(alone.modularity == 0);
    check_error(ErrorCode::bad_input, "above 0", [] { leiden(2, {}, {.resolution = 0}); });
    check_error(ErrorCode::bad_input, "above 0", [] { leiden(2, {}, {.resolution = NAN}); });
    const std::vector<FuzzyEdge> wrong = {{0, 5, 1}};
    check_error(ErrorCode::internal, "a point that is none", [&] { leiden(2, wrong, {}); });
}

TEST_CASE("the clustering of the reference graph is the one committed, natively and as WebAssembly", "[leiden]") {
    const auto found = golden::communities();
    CHECK(found.code == golden::kCommunities);
    check_close(found.modularity, golden::kModularity, tolerance::kDouble);
}
