#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/neighbors.hpp"

namespace phenolens {

/// Choices of a UMAP layout (McInnes, Healy and Melville 2018); defaults are scanpy's.
struct UmapOptions {
    /// Least distance of points that are close; scanpy takes 0.5 where umap-learn takes 0.1.
    double min_dist = 0.5;
    double spread = 1.0;
    /// 0 = as umap-learn: 500 up to 10,000 points, else 200.
    int epochs = 0;
    /// Pushes per pull, as umap-learn.
    int negative_samples = 5;
    double learning_rate = 1.0;
    std::uint64_t seed = 0;
};

/// An edge of the fuzzy neighbour graph; each unordered pair once, first < second.
struct FuzzyEdge {
    std::int32_t first;
    std::int32_t second;
    float weight;
};

/// Turns neighbour distances into the symmetric fuzzy graph: local scale by bisection to log2(k + 1) as umap-learn, then the fuzzy union a
/// + b - ab.
std::vector<FuzzyEdge> fuzzy_graph(const Neighbors& neighbors);

/// The a and b of 1 / (1 + a d^(2b)) that fit a flat top of width min_dist with an exponential tail.
struct UmapCurve {
    double a;
    double b;
};
UmapCurve fit_umap_curve(double min_dist, double spread);

/// A UMAP layout in two dimensions that is settled step by step, so that it can be watched and stopped.
/// Same neighbours, start and seed give the same layout on every target.
class Umap {
public:
    /// `start` is points x 2; it is scaled to a width of 10 and slightly shaken, as umap-learn does with its spectral start.
    Umap(const Neighbors& neighbors, std::span<const float> start, const UmapOptions& options);

    /// Runs up to `epochs` more epochs; returns how many are left.
    int step(int epochs);

    int epochs() const { return epochs_; }
    int done() const { return done_; }

    /// x and y interleaved, one pair per point.
    std::span<const float> positions() const { return positions_; }

private:
    void run_epoch();
    std::uint32_t random();

    UmapOptions options_;
    UmapCurve curve_;
    std::vector<FuzzyEdge> edges_;
    std::vector<float> positions_;
    std::vector<float> next_pull_;
    std::vector<float> next_push_;
    float heaviest_ = 0;
    std::size_t points_ = 0;
    int epochs_ = 0;
    int done_ = 0;
    std::uint64_t state_ = 0;
};

}  // namespace phenolens
