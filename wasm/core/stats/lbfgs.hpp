#pragma once

#include <functional>
#include <span>
#include <vector>

namespace phenolens {

/// A smooth function: gives its value at x and writes its gradient there.
using Smooth = std::function<double(std::span<const double> x, std::span<double> gradient)>;

struct LbfgsOptions {
    /// Pairs of steps and changes of gradient kept; scipy's default.
    std::size_t memory = 10;
    std::size_t iterations = 1000;
    /// Converged when no entry of the gradient is larger.
    double gradient = 1e-4;
};

struct LbfgsResult {
    std::vector<double> x;
    double value = 0;
    /// Evaluations after the first: one a step, more where a step's length was searched.
    std::size_t iterations = 0;
    /// False where the iterations ran out, or where rounding hides any further descent.
    bool converged = false;
};

/// A local minimum of a smooth function from a starting point: LBFGS++'s limited-memory BFGS with strong Wolfe steps (Nocedal and Wright
/// 2006, algorithms 7.4, 3.5 and 3.6), ended by the gradient's largest entry.
LbfgsResult lbfgs(const Smooth& function, std::vector<double> start, const LbfgsOptions& options = {});

}  // namespace phenolens
