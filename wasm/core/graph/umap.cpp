#include "graph/umap.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/error.hpp"

namespace phenolens {
namespace {

// Legend: rho = distance to the nearest neighbour that is not at the same place, sigma = local scale (paper, algorithm 3).
constexpr int kBisections = 64;
constexpr double kTolerance = 1e-5;
constexpr double kLeastScale = 1e-3;

/// The scale at which the memberships of one point's neighbours sum to `target`.
double local_scale(std::span<const float> distances, double rho, double target) {
    double low = 0, high = INFINITY, sigma = 1;
    for (int i = 0; i < kBisections; ++i) {
        double sum = 0;
        for (float distance : distances) {
            const double beyond = distance - rho;
            sum += beyond > 0 ? std::exp(-beyond / sigma) : 1.0;
        }
        if (std::abs(sum - target) < kTolerance) break;
        if (sum > target) {
            high = sigma;
            sigma = (low + high) / 2;
        } else {
            low = sigma;
            sigma = std::isinf(high) ? sigma * 2 : (low + high) / 2;
        }
    }
    return sigma;
}

typedef float Four __attribute__((vector_size(16)));
typedef std::int32_t FourWhole __attribute__((vector_size(16)));

/// x^y of four x from 1e-30 up, to about 1e-6 relative: log2 and exp2 by series around 1 and 0, the exponent by the float's bits. Side by
/// side they take a quarter of std::pow's time.
Four power(Four x, float y) {
    FourWhole bits;
    std::memcpy(&bits, &x, sizeof bits);
    // The mantissa goes to [0.75, 1.5), so that the series below is short.
    const FourWhole shift = (bits - 0x3f400000) >> 23;
    bits -= shift << 23;
    Four m;
    std::memcpy(&m, &bits, sizeof m);
    const Four t = (m - 1) / (m + 1), t2 = t * t;
    const Four log = __builtin_convertvector(shift, Four) +
                     2.8853900817779268f * t * (1 + t2 * (0.33333333f + t2 * (0.2f + t2 * (0.14285714f + t2 * 0.11111111f))));
    // Rounded to the nearest whole number; what is kept of it stays above -150.
    const Four z = y * log;
    const FourWhole whole = __builtin_convertvector(z + 256.5f, FourWhole) - 256;
    const Four f = (z - __builtin_convertvector(whole, Four)) * 0.69314718f;
    const Four exp = 1 + f * (1 + f * (0.5f + f * (0.16666667f + f * (0.041666667f + f * (0.0083333333f + f * 0.0013888889f)))));
    const FourWhole scale = (whole + 127) << 23;
    Four raised;
    std::memcpy(&raised, &scale, sizeof raised);
    return exp * raised;
}

Four clip(Four gradient) {
    const Four high = gradient > 4.0f ? Four{4, 4, 4, 4} : gradient;
    return high < -4.0f ? Four{-4, -4, -4, -4} : high;
}

float clip(float gradient) { return std::clamp(gradient, -4.0f, 4.0f); }

std::uint64_t mix(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

}  // namespace

std::vector<FuzzyEdge> fuzzy_graph(const Neighbors& neighbors) {
    const int k = neighbors.k;
    const std::size_t points = k ? neighbors.index.size() / k : 0;
    double total = 0;
    for (float d : neighbors.distance) total += d;
    // umap-learn counts the point itself among its neighbours, in the target and in the mean distances.
    const double mean_all = points ? total / (static_cast<double>(points) * (k + 1)) : 0;
    const double target = std::log2(k + 1.0);

    std::vector<FuzzyEdge> directed;
    directed.reserve(points * k);
    for (std::size_t i = 0; i < points; ++i) {
        const std::span<const float> distances(&neighbors.distance[i * k], k);
        double rho = 0, mean = 0;
        for (float d : distances) {
            if (d > 0 && rho == 0) rho = d;
            mean += d;
        }
        mean /= k + 1;
        double sigma = local_scale(distances, rho, target);
        sigma = std::max(sigma, kLeastScale * (rho > 0 ? mean : mean_all));
        for (int j = 0; j < k; ++j) {
            const double beyond = distances[j] - rho;
            const double weight = beyond <= 0 || sigma == 0 ? 1.0 : std::exp(-beyond / sigma);
            const std::int32_t other = neighbors.index[i * k + j];
            const auto self = static_cast<std::int32_t>(i);
            directed.push_back({std::min(self, other), std::max(self, other), static_cast<float>(weight)});
        }
    }
    std::stable_sort(directed.begin(), directed.end(),
                     [](const FuzzyEdge& a, const FuzzyEdge& b) { return a.first != b.first ? a.first < b.first : a.second < b.second; });
    std::vector<FuzzyEdge> edges;
    for (const FuzzyEdge& edge : directed) {
        if (!edges.empty() && edges.back().first == edge.first && edges.back().second == edge.second) {
            const float a = edges.back().weight, b = edge.weight;
            edges.back().weight = a + b - a * b;
        } else {
            edges.push_back(edge);
        }
    }
    return edges;
}

UmapCurve fit_umap_curve(double min_dist, double spread) {
    // Levenberg-Marquardt on the 300 abscissae that umap-learn fits.
    double a = 1, b = 1, damping = 1e-3;
    auto target = [&](double x) { return x < min_dist ? 1.0 : std::exp(-(x - min_dist) / spread); };
    auto residuals = [&](double a_, double b_, double* jtj, double* jtr) {
        double sum = 0;
        for (int i = 0; i < 300; ++i) {
            const double x = 3.0 * spread * i / 299;
            const double power = x > 0 ? std::pow(x, 2 * b_) : 0;
            const double y = 1 / (1 + a_ * power);
            const double r = y - target(x);
            sum += r * r;
            if (!jtj) continue;
            const double da = -y * y * power;
            const double db = x > 0 ? -y * y * a_ * power * 2 * std::log(x) : 0;
            jtj[0] += da * da;
            jtj[1] += da * db;
            jtj[2] += db * db;
            jtr[0] += da * r;
            jtr[1] += db * r;
        }
        return sum;
    };
    for (int i = 0; i < 200; ++i) {
        double jtj[3] = {0, 0, 0}, jtr[2] = {0, 0};
        const double before = residuals(a, b, jtj, jtr);
        const double p = jtj[0] * (1 + damping), q = jtj[2] * (1 + damping);
        const double det = p * q - jtj[1] * jtj[1];
        const double step_a = -(q * jtr[0] - jtj[1] * jtr[1]) / det;
        const double step_b = -(p * jtr[1] - jtj[1] * jtr[0]) / det;
        if (residuals(a + step_a, b + step_b, nullptr, nullptr) < before) {
            a += step_a;
            b += step_b;
            damping = std::max(damping / 3, 1e-12);
            if (std::abs(step_a) + std::abs(step_b) < 1e-10) break;
        } else {
            damping *= 4;
            if (damping > 1e12) break;
        }
    }
    return {a, b};
}

Umap::Umap(const Neighbors& neighbors, std::span<const float> start, const UmapOptions& options)
    : options_(options), curve_(fit_umap_curve(options.min_dist, options.spread)), edges_(fuzzy_graph(neighbors)),
      positions_(start.begin(), start.end()), points_(start.size() / 2), state_(mix(options.seed)) {
    if (neighbors.k && neighbors.index.size() / neighbors.k != points_) {
        throw Error(ErrorCode::internal, "A layout was asked of neighbours and positions of different cells.");
    }
    epochs_ = options.epochs > 0 ? options.epochs : (points_ <= 10000 ? 500 : 200);
    float widest = 0;
    for (float p : positions_) widest = std::max(widest, std::abs(p));
    const float scale = widest > 0 ? 10.0f / widest : 1.0f;
    for (float& p : positions_) p = p * scale + 1e-4f * (static_cast<float>(random() >> 8) / 8388608.0f - 1.0f);

    for (const FuzzyEdge& edge : edges_) heaviest_ = std::max(heaviest_, edge.weight);
    // An edge lighter than one pull in all epochs never pulls: umap-learn drops it too.
    std::erase_if(edges_, [&](const FuzzyEdge& e) { return e.weight < heaviest_ / static_cast<float>(epochs_); });
    next_pull_.reserve(edges_.size());
    for (const FuzzyEdge& edge : edges_) next_pull_.push_back(heaviest_ / edge.weight);
    next_push_ = next_pull_;
    for (float& push : next_push_) push /= static_cast<float>(options_.negative_samples);
}

std::uint32_t Umap::random() {
    state_ += 0x9e3779b97f4a7c15ULL;
    return static_cast<std::uint32_t>(mix(state_) >> 32);
}

int Umap::step(int epochs) {
    const int last = std::min(done_ + epochs, epochs_);
    while (done_ < last) run_epoch();
    return epochs_ - done_;
}

void Umap::run_epoch() {
    const auto alpha = static_cast<float>(options_.learning_rate * (1.0 - static_cast<double>(done_) / epochs_));
    const auto a = static_cast<float>(curve_.a), b = static_cast<float>(curve_.b);
    const auto epoch = static_cast<float>(done_);
    auto squared = [&](const float* p, const float* q) { return (p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]); };
    // Four strangers at a time push a point from where it is; umap-learn takes one after another.
    auto push_away = [&](float* p, int pushes) {
        const Four px = {p[0], p[0], p[0], p[0]}, py = {p[1], p[1], p[1], p[1]};
        Four sum_x = {}, sum_y = {};
        for (int first = 0; first < pushes; first += 4) {
            Four qx = px, qy = py;
            for (int i = 0; i < std::min(4, pushes - first); ++i) {
                const auto other = static_cast<std::size_t>((static_cast<std::uint64_t>(random()) * points_) >> 32);
                qx[i] = positions_[2 * other];
                qy[i] = positions_[2 * other + 1];
            }
            const Four dx = px - qx, dy = py - qy, d2 = dx * dx + dy * dy;
            const Four far = d2 > 1e-30f ? d2 : Four{1e-30f, 1e-30f, 1e-30f, 1e-30f};
            // A point does not push itself, nor one at its own place: there is no direction.
            const Four coefficient = 2 * b / ((0.001f + far) * (a * power(far, b) + 1));
            sum_x += clip(coefficient * dx);
            sum_y += clip(coefficient * dy);
        }
        p[0] += alpha * ((sum_x[0] + sum_x[1]) + (sum_x[2] + sum_x[3]));
        p[1] += alpha * ((sum_y[0] + sum_y[1]) + (sum_y[2] + sum_y[3]));
    };
    for (std::size_t e = 0; e < edges_.size(); ++e) {
        if (next_pull_[e] > epoch) continue;
        const float period = heaviest_ / edges_[e].weight;
        float* p = &positions_[2 * static_cast<std::size_t>(edges_[e].first)];
        float* q = &positions_[2 * static_cast<std::size_t>(edges_[e].second)];
        const float push_period = period / static_cast<float>(options_.negative_samples);
        const int pushes = static_cast<int>((epoch - next_push_[e]) / push_period);
        // umap-learn holds each edge in both directions: pull and push from either end.
        for (int direction = 0; direction < 2; ++direction) {
            const float d2 = squared(p, q);
            const float raised = d2 > 0 ? std::pow(d2, b) : 0;
            const float coefficient = d2 > 0 ? -2 * a * b * raised / (d2 * (a * raised + 1)) : 0;
            for (int i = 0; i < 2; ++i) {
                const float pull = clip(coefficient * (p[i] - q[i]));
                p[i] += alpha * pull;
                q[i] -= alpha * pull;
            }
            push_away(p, pushes);
            std::swap(p, q);
        }
        next_pull_[e] += period;
        if (pushes > 0) next_push_[e] += static_cast<float>(pushes) * push_period;
    }
    ++done_;
}

}  // namespace phenolens
