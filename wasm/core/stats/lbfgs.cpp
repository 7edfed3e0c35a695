#include "stats/lbfgs.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

namespace phenolens {
namespace {

using Vector = std::vector<double>;

/// Nocedal and Wright's constants for quasi-Newton steps.
constexpr double kDescent = 1e-4, kCurvature = 0.9;
constexpr int kTrials = 25;

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

double largest(const Vector& v) {
    double most = 0;
    for (const double x : v) most = std::max(most, std::abs(x));
    return most;
}

struct Pair {
    Vector step, change;
    double rho;
};

/// -H g by the two-loop recursion.
Vector direction(const std::deque<Pair>& pairs, const Vector& gradient) {
    Vector q = gradient;
    Vector alpha(pairs.size());
    for (std::size_t i = pairs.size(); i-- > 0;) {
        alpha[i] = pairs[i].rho * dot(pairs[i].step, q);
        for (std::size_t j = 0; j < q.size(); ++j) q[j] -= alpha[i] * pairs[i].change[j];
    }
    if (!pairs.empty()) {
        const Pair& last = pairs.back();
        const double scale = 1 / (last.rho * dot(last.change, last.change));
        for (double& value : q) value *= scale;
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double beta = pairs[i].rho * dot(pairs[i].change, q);
        for (std::size_t j = 0; j < q.size(); ++j) q[j] += (alpha[i] - beta) * pairs[i].step[j];
    }
    for (double& value : q) value = -value;
    return q;
}

/// The function along a line; `x` and `gradient` are those of the last trial.
class LineSearch {
public:
    LineSearch(const Smooth& function, const Vector& from, const Vector& along)
        : x(from.size()), gradient(from.size()), function_(function), from_(from), along_(along) {}

    struct Point {
        double at, value, slope;
    };

    Point operator()(double at) {
        for (std::size_t i = 0; i < x.size(); ++i) x[i] = from_[i] + at * along_[i];
        const double value = function_(x, gradient);
        return {at, value, dot(gradient, along_)};
    }

    Vector x, gradient;

private:
    const Smooth& function_;
    const Vector& from_;
    const Vector& along_;
};

/// Where the cubic through two points is least, kept off the ends.
double between(const LineSearch::Point& a, const LineSearch::Point& b) {
    const double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.at - b.at);
    const double square = d1 * d1 - a.slope * b.slope;
    const double low = std::min(a.at, b.at), width = std::abs(a.at - b.at);
    double at = low + width / 2;
    if (square >= 0) {
        const double d2 = std::copysign(std::sqrt(square), b.at - a.at);
        at = b.at - (b.at - a.at) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
    }
    return std::isfinite(at) ? std::clamp(at, low + 0.1 * width, low + 0.9 * width) : low + width / 2;
}

/// A strong Wolfe step; false where rounding hides the descent.
bool search(LineSearch& line, const LineSearch::Point& start, double first, LineSearch::Point& found) {
    const auto descends = [&](const LineSearch::Point& p) { return p.value <= start.value + kDescent * p.at * start.slope; };
    const auto flat = [&](const LineSearch::Point& p) { return std::abs(p.slope) <= -kCurvature * start.slope; };
    LineSearch::Point low = start, high = start;
    double at = first;
    int trial = 0;
    // Outwards, until a stretch holds a Wolfe step.
    for (;; ++trial) {
        if (trial == kTrials) return false;
        found = line(at);
        if (!std::isfinite(found.value)) {
            at = (low.at + at) / 4;
            continue;
        }
        if (!descends(found) || (trial > 0 && found.value >= low.value)) {
            high = found;
            break;
        }
        if (flat(found)) return true;
        if (found.slope >= 0) {
            high = low;
            low = found;
            break;
        }
        low = found;
        at *= 2;
    }
    // Inwards, keeping the lower end a point of descent.
    for (; trial < kTrials; ++trial) {
        found = line(between(low, high));
        if (!descends(found) || found.value >= low.value)
            high = found;
        else {
            if (flat(found)) return true;
            if (found.slope * (high.at - low.at) >= 0) high = low;
            low = found;
        }
    }
    if (low.at == 0) return false;
    found = line(low.at);
    return true;
}

}  // namespace

LbfgsResult lbfgs(const Smooth& function, std::vector<double> start, const LbfgsOptions& options) {
    LbfgsResult out{std::move(start)};
    Vector gradient(out.x.size());
    out.value = function(out.x, gradient);
    std::deque<Pair> pairs;
    while (!(out.converged = largest(gradient) <= options.gradient) && out.iterations < options.iterations) {
        Vector along = direction(pairs, gradient);
        double slope = dot(gradient, along);
        if (!(slope < 0)) {
            pairs.clear();
            along = direction(pairs, gradient);
            slope = dot(gradient, along);
        }
        LineSearch line(function, out.x, along);
        LineSearch::Point found{};
        const double first = pairs.empty() ? std::min(1.0, 1 / std::sqrt(-slope)) : 1.0;
        if (!search(line, {0, out.value, slope}, first, found)) break;
        Pair pair{line.x, line.gradient, 0};
        for (std::size_t i = 0; i < out.x.size(); ++i) {
            pair.step[i] -= out.x[i];
            pair.change[i] -= gradient[i];
        }
        const double curvature = dot(pair.step, pair.change);
        out.x = std::move(line.x);
        gradient = std::move(line.gradient);
        out.value = found.value;
        ++out.iterations;
        if (curvature > 0) {
            pair.rho = 1 / curvature;
            pairs.push_back(std::move(pair));
            if (pairs.size() > options.memory) pairs.pop_front();
        }
    }
    return out;
}

}  // namespace phenolens
