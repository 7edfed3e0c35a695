#include "graph/neighbors.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "base/distance.hpp"
#include "base/error.hpp"

// hnswlib's hand-written SSE does not exist for wasm; the distance below is left to the compiler's vectorizer on every target, so that
// native and wasm agree.
#define NO_MANUAL_VECTORIZATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpragmas"
#include <hnswlib/hnswlib.h>
#pragma GCC diagnostic pop

namespace phenolens {
namespace {

float hnsw_distance(const void* a, const void* b, const void* dims) {
    return squared_distance(static_cast<const float*>(a), static_cast<const float*>(b), *static_cast<const std::size_t*>(dims));
}

class EuclideanSpace : public hnswlib::SpaceInterface<float> {
public:
    explicit EuclideanSpace(std::size_t dims) : dims_(dims) {}
    std::size_t get_data_size() override { return dims_ * sizeof(float); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return hnsw_distance; }
    void* get_dist_func_param() override { return &dims_; }

private:
    std::size_t dims_;
};

using Found = std::vector<std::pair<float, std::int32_t>>;

/// One point's neighbours, nearest first.
struct Row {
    explicit Row(int k) : index(static_cast<std::size_t>(k)), distance(static_cast<std::size_t>(k)) {}

    std::vector<std::int32_t> index;
    std::vector<float> distance;
};

void keep_nearest(Found& found, std::size_t point, Row& row) {
    std::sort(found.begin(), found.end());
    const std::size_t k = row.index.size();
    std::size_t kept = 0;
    for (const auto& [distance, index] : found) {
        if (kept == k) break;
        if (static_cast<std::size_t>(index) == point) continue;
        row.index[kept] = index;
        row.distance[kept] = std::sqrt(distance);
        ++kept;
    }
    // An approximate search can come back short of k on disconnected data: repeat the last one found.
    for (; kept < k; ++kept) {
        row.index[kept] = kept ? row.index[kept - 1] : static_cast<std::int32_t>(point == 0 ? 1 : 0);
        row.distance[kept] = kept ? row.distance[kept - 1] : 0.0f;
    }
}

void search_exactly(std::span<const float> values, std::size_t points, std::size_t dims, int k, const NeighborVisit& visit) {
    Row row(k);
    Found found(points);
    for (std::size_t i = 0; i < points; ++i) {
        for (std::size_t j = 0; j < points; ++j) {
            found[j] = {squared_distance(&values[i * dims], &values[j * dims], dims), static_cast<std::int32_t>(j)};
        }
        Found nearest(std::min<std::size_t>(points, static_cast<std::size_t>(k) + 1));
        std::partial_sort_copy(found.begin(), found.end(), nearest.begin(), nearest.end());
        keep_nearest(nearest, i, row);
        visit(i, row.index, row.distance);
    }
}

void search_index(std::span<const float> values, std::size_t points, std::size_t dims, int k, const NeighborOptions& options,
                  const NeighborVisit& visit) {
    EuclideanSpace space(dims);
    hnswlib::HierarchicalNSW<float> index(&space, points, options.links, options.build_candidates, options.seed + 100);
    for (std::size_t i = 0; i < points; ++i) index.addPoint(&values[i * dims], i);
    index.setEf(static_cast<std::size_t>(std::max(options.search_candidates, k + 1)));
    Found found;
    Row row(k);
    for (std::size_t i = 0; i < points; ++i) {
        auto queue = index.searchKnn(&values[i * dims], static_cast<std::size_t>(k) + 1);
        found.clear();
        for (; !queue.empty(); queue.pop()) found.emplace_back(queue.top().first, static_cast<std::int32_t>(queue.top().second));
        keep_nearest(found, i, row);
        visit(i, row.index, row.distance);
    }
}

int possible(const NeighborOptions& options, std::size_t points) {
    return points == 0 ? 0 : std::min<int>(options.k, static_cast<int>(points) - 1);
}

}  // namespace

void visit_neighbors(std::span<const float> values, std::size_t points, int dims, const NeighborOptions& options,
                     const NeighborVisit& visit) {
    if (values.size() != points * static_cast<std::size_t>(dims)) {
        throw Error(ErrorCode::internal, "Neighbours were asked of " + std::to_string(values.size()) + " values that are not " +
                                             std::to_string(points) + " points of " + std::to_string(dims) + ".");
    }
    if (!std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); })) {
        throw Error(ErrorCode::bad_input, "The positions that neighbours were asked of hold values that are not finite.");
    }
    const int k = possible(options, points);
    if (k == 0) return;
    if (points <= static_cast<std::size_t>(options.exact_up_to))
        search_exactly(values, points, static_cast<std::size_t>(dims), k, visit);
    else
        search_index(values, points, static_cast<std::size_t>(dims), k, options, visit);
}

Neighbors find_neighbors(std::span<const float> values, std::size_t points, int dims, const NeighborOptions& options) {
    Neighbors out;
    out.k = possible(options, points);
    out.index.reserve(points * static_cast<std::size_t>(out.k));
    out.distance.reserve(points * static_cast<std::size_t>(out.k));
    visit_neighbors(values, points, dims, options, [&](std::size_t, std::span<const std::int32_t> index, std::span<const float> distance) {
        out.index.insert(out.index.end(), index.begin(), index.end());
        out.distance.insert(out.distance.end(), distance.begin(), distance.end());
    });
    return out;
}

}  // namespace phenolens
