#include "clusterwise.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "leiden.hpp"
#include "neighbors.hpp"
#include "umap.hpp"

namespace phenolens {
namespace {

constexpr int kNeighbors = 14;
constexpr double kResolution = 0.4;
/// Cells that a cluster has at least, and each of two classes for a regression of the cluster's own.
constexpr std::size_t kLeastCells = 20, kLeastOfClass = 10;
constexpr std::size_t kMostClusters = 100;

std::span<const float> row_of(std::span<const float> features, std::size_t count, std::size_t cell) { return features.subspan(cell * count, count); }

/// Means of the communities that are large enough, row-major clusters x count.
std::vector<double> cluster_means(std::span<const float> features, std::size_t count, const Communities& communities) {
    std::size_t clusters = 0;
    while (clusters < std::min(communities.sizes.size(), kMostClusters) && communities.sizes[clusters] >= kLeastCells) ++clusters;
    std::vector<double> means(clusters * count);
    for (std::size_t cell = 0; cell < communities.code.size(); ++cell) {
        const auto code = static_cast<std::size_t>(communities.code[cell]);
        if (code >= clusters) continue;
        const auto row = row_of(features, count, cell);
        for (std::size_t k = 0; k < count; ++k) means[code * count + k] += row[k] / static_cast<double>(communities.sizes[code]);
    }
    return means;
}

/// Puts a fit's columns of `classes` beside those of others.
void put(const SoftmaxFit& fit, std::size_t first, SoftmaxFit& columns) {
    for (std::size_t k = 0; k < fit.features; ++k) {
        for (std::size_t c = 0; c < fit.classes; ++c) columns.coefficients[k * columns.classes + first + c] = fit.coefficients[k * fit.classes + c];
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
    for (std::size_t c = 0; c < own.size(); ++c) out.intercept.push_back(all[c] == 0 ? kAbsentLogit : std::log(static_cast<double>(own[c] + 1) / static_cast<double>(all[c] + 1)));
    return out;
}

}  // namespace

ClusterwiseFit fit_clusterwise(std::span<const float> features, std::size_t count, std::span<const std::int32_t> codes, std::size_t classes, const SoftmaxOptions& options, std::uint64_t seed) {
    NeighborOptions near;
    near.k = kNeighbors;
    near.seed = seed;
    LeidenOptions leiden_options;
    leiden_options.resolution = kResolution;
    leiden_options.seed = seed;
    const auto communities = leiden(codes.size(), fuzzy_graph(find_neighbors(features, codes.size(), static_cast<int>(count), near)), leiden_options);
    const auto means = cluster_means(features, count, communities);
    const std::size_t clusters = means.size() / count;
    if (clusters < 2) return {0, fit_softmax(features, count, codes, classes, options)};
    const std::size_t width = clusters * (1 + classes);
    SoftmaxFit columns{count, width, std::vector<double>(count * width), std::vector<double>(width), 0, true};
    for (std::size_t g = 0; g < clusters; ++g) {
        // The nearest mean m is that of the largest m'x - m'm / 2.
        for (std::size_t k = 0; k < count; ++k) {
            const double mean = means[g * count + k];
            columns.coefficients[k * width + g] = mean;
            columns.intercept[g] -= mean * mean / 2;
        }
    }
    std::vector<std::vector<float>> rows(clusters);
    std::vector<std::vector<std::int32_t>> of_cluster(clusters);
    for (std::size_t cell = 0; cell < codes.size(); ++cell) {
        const auto row = row_of(features, count, cell);
        std::vector<double> gates(columns.intercept.begin(), columns.intercept.begin() + static_cast<std::ptrdiff_t>(clusters));
        for (std::size_t g = 0; g < clusters; ++g) {
            for (std::size_t k = 0; k < count; ++k) gates[g] += means[g * count + k] * row[k];
        }
        const auto nearest = static_cast<std::size_t>(std::max_element(gates.begin(), gates.end()) - gates.begin());
        rows[nearest].insert(rows[nearest].end(), row.begin(), row.end());
        of_cluster[nearest].push_back(codes[cell]);
    }
    const auto all = class_sizes(codes, classes);
    for (std::size_t g = 0; g < clusters; ++g) {
        const auto own = class_sizes(of_cluster[g], classes);
        const bool can_learn = std::count_if(own.begin(), own.end(), [](std::size_t cells) { return cells >= kLeastOfClass; }) > 1;
        put(can_learn ? fit_softmax(rows[g], count, of_cluster[g], classes, options) : shares(count, own, all), clusters + g * classes, columns);
    }
    return {clusters, std::move(columns)};
}

}  // namespace phenolens
