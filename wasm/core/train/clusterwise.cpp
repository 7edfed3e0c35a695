#include "train/clusterwise.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "graph/leiden.hpp"
#include "graph/neighbors.hpp"
#include "graph/umap.hpp"
#include "train/nearest_centroid.hpp"

namespace phenolens {
namespace {

constexpr int kNeighbors = 14;
constexpr double kResolution = 0.4;
/// Cells that a cluster has at least, and each of two classes for a regression of the cluster's own.
constexpr std::size_t kLeastCells = 20, kLeastOfClass = 10;
constexpr std::size_t kMostClusters = 100;

/// The communities with cells enough, as codes of their cells; -1 for those of others.
std::vector<std::int32_t> large_ones(const Communities& communities, std::size_t& count) {
    count = 0;
    while (count < std::min(communities.sizes.size(), kMostClusters) && communities.sizes[count] >= kLeastCells) ++count;
    std::vector<std::int32_t> codes = communities.code;
    for (std::int32_t& code : codes)
        if (static_cast<std::size_t>(code) >= count) code = -1;
    return codes;
}

/// Puts a fit's columns of `classes` beside those of others.
void put(const SoftmaxFit& fit, std::size_t first, SoftmaxFit& columns) {
    for (std::size_t k = 0; k < fit.features; ++k) {
        for (std::size_t c = 0; c < fit.classes; ++c)
            columns.coefficients[k * columns.classes + first + c] = fit.coefficients[k * fit.classes + c];
    }
    std::copy(fit.intercept.begin(), fit.intercept.end(), columns.intercept.begin() + static_cast<std::ptrdiff_t>(first));
    columns.iterations = std::max(columns.iterations, fit.iterations);
    columns.converged = columns.converged && fit.converged;
}

std::vector<std::size_t> class_sizes(std::span<const std::int32_t> codes, std::size_t classes) {
    std::vector<std::size_t> cells(classes);
    for (const std::int32_t code : codes) ++cells[static_cast<std::size_t>(code)];
    return cells;
}

/// Logits that no feature moves: how much of each class is in the cluster.
SoftmaxFit shares(std::size_t features, const std::vector<std::size_t>& own, const std::vector<std::size_t>& all) {
    SoftmaxFit out{features, own.size(), std::vector<double>(features * own.size()), {}, 0, true};
    for (std::size_t c = 0; c < own.size(); ++c)
        out.intercept.push_back(all[c] == 0 ? kAbsentLogit : std::log(static_cast<double>(own[c] + 1) / static_cast<double>(all[c] + 1)));
    return out;
}

}  // namespace

ClusterwiseFit fit_clusterwise(std::span<const float> features, std::size_t count, std::span<const std::int32_t> codes, std::size_t classes,
                               const SoftmaxOptions& options, std::uint64_t seed) {
    NeighborOptions near;
    near.k = kNeighbors;
    near.seed = seed;
    LeidenOptions leiden_options;
    leiden_options.resolution = kResolution;
    leiden_options.seed = seed;
    const auto communities =
        leiden(codes.size(), fuzzy_graph(find_neighbors(features, codes.size(), static_cast<int>(count), near)), leiden_options);
    std::size_t clusters = 0;
    const auto of_community = large_ones(communities, clusters);
    if (clusters < 2) return {0, fit_softmax(features, count, codes, classes, options)};
    const std::size_t width = clusters * (1 + classes);
    SoftmaxFit columns{count, width, std::vector<double>(count * width), std::vector<double>(width), 0, true};
    const SoftmaxFit gates = nearest_centroid(features, count, of_community, clusters);
    put(gates, 0, columns);
    const auto nearness = softmax_logits(gates, features);
    std::vector<std::vector<float>> rows(clusters);
    std::vector<std::vector<std::int32_t>> of_cluster(clusters);
    for (std::size_t cell = 0; cell < codes.size(); ++cell) {
        const auto row = features.subspan(cell * count, count);
        const auto own = std::span(nearness).subspan(cell * clusters, clusters);
        const auto nearest = static_cast<std::size_t>(std::max_element(own.begin(), own.end()) - own.begin());
        rows[nearest].insert(rows[nearest].end(), row.begin(), row.end());
        of_cluster[nearest].push_back(codes[cell]);
    }
    const auto all = class_sizes(codes, classes);
    for (std::size_t g = 0; g < clusters; ++g) {
        const auto own = class_sizes(of_cluster[g], classes);
        const bool can_learn = std::count_if(own.begin(), own.end(), [](std::size_t cells) { return cells >= kLeastOfClass; }) > 1;
        put(can_learn ? fit_softmax(rows[g], count, of_cluster[g], classes, options) : shares(count, own, all), clusters + g * classes,
            columns);
    }
    return {clusters, std::move(columns)};
}

}  // namespace phenolens
