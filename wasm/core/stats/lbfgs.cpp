#include "stats/lbfgs.hpp"

#include <LBFGS.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace phenolens {
namespace {

using Vector = Eigen::VectorXd;

/// Nocedal and Wright's constants for quasi-Newton steps.
constexpr double kDescent = 1e-4, kCurvature = 0.9;
constexpr int kTrials = 25;
/// The library's own tests of convergence, by the gradient's length, are not to end a descent.
constexpr double kNever = 1e-300;

/// Ends a descent: no entry of the gradient is larger than asked.
struct Level {};

/// The function as the library asks it, with the best point so far.
class Watched {
public:
    Watched(const Smooth& function, double gradient, LbfgsResult& best) : function_(function), level_(gradient), best_(best) {}

    double operator()(const Vector& x, Vector& gradient) {
        const auto size = static_cast<std::size_t>(x.size());
        const double value = function_({x.data(), size}, {gradient.data(), size});
        const bool is_level = size == 0 || gradient.cwiseAbs().maxCoeff() <= level_;
        if (evaluations_++ == 0 || is_level || value < best_.value) {
            best_.value = value;
            std::copy_n(x.data(), size, best_.x.begin());
        }
        if (is_level) throw Level{};
        return value;
    }

    std::size_t evaluations() const { return evaluations_; }

private:
    const Smooth& function_;
    double level_;
    LbfgsResult& best_;
    std::size_t evaluations_ = 0;
};

}  // namespace

LbfgsResult lbfgs(const Smooth& function, std::vector<double> start, const LbfgsOptions& options) {
    LbfgsResult out{std::move(start)};
    Vector x = Eigen::Map<const Vector>(out.x.data(), static_cast<Eigen::Index>(out.x.size()));
    LBFGSpp::LBFGSParam<double> parameters;
    parameters.m = static_cast<int>(options.memory);
    parameters.epsilon = parameters.epsilon_rel = kNever;
    parameters.max_iterations = static_cast<int>(options.iterations);
    parameters.linesearch = LBFGSpp::LBFGS_LINESEARCH_BACKTRACKING_STRONG_WOLFE;
    parameters.max_linesearch = kTrials;
    parameters.ftol = kDescent;
    parameters.wolfe = kCurvature;
    LBFGSpp::LBFGSSolver<double, LBFGSpp::LineSearchNocedalWright> solver(parameters);
    Watched watched(function, options.gradient, out);
    double value = 0;
    try {
        solver.minimize(watched, x, value);
    } catch (const Level&) { out.converged = true; } catch (const std::runtime_error&) {
        // No step descends that is larger than rounding: the best point stands.
    } catch (const std::logic_error&) {
        // Rounding turned the direction uphill: the same.
    }
    out.iterations = watched.evaluations() - 1;
    return out;
}

}  // namespace phenolens
