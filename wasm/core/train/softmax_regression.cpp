#include "train/softmax_regression.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/dense.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "stats/lbfgs.hpp"

namespace phenolens {
namespace {

/// Cells whose logits are held at once.
constexpr std::size_t kLossCells = 512;

/// A gradient down to which single-precision sums of the loss still tell up from down.
constexpr double kSinglePrecision = 1e-4;

/// The cells that are fitted, their classes numbered without gaps.
struct Cells {
    std::vector<float> features;
    std::vector<std::int32_t> codes;
    /// Class of the model per class of the fit.
    std::vector<std::int32_t> present;
    /// Weight per class of the fit; those of all cells sum to 1.
    std::vector<double> weight;
};

Cells labelled(std::span<const float> features, std::size_t count, std::span<const std::int32_t> codes, std::size_t classes) {
    Cells cells;
    std::vector<double> size(classes);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] < 0) continue;
        if (static_cast<std::size_t>(codes[i]) >= classes)
            throw Error(ErrorCode::bad_input, sentence("A cell's class is number ", codes[i], ", but there are ", classes, " classes."));
        const auto row = features.subspan(i * count, count);
        if (!std::all_of(row.begin(), row.end(), [](float value) { return std::isfinite(value); })) {
            throw Error(ErrorCode::bad_input, sentence("Cell ", i, " has a score that is not a number; leave out cells without counts."));
        }
        cells.features.insert(cells.features.end(), row.begin(), row.end());
        cells.codes.push_back(codes[i]);
        ++size[static_cast<std::size_t>(codes[i])];
    }
    std::vector<std::int32_t> number(classes, -1);
    for (std::size_t c = 0; c < classes; ++c) {
        if (size[c] == 0) continue;
        number[c] = static_cast<std::int32_t>(cells.present.size());
        cells.present.push_back(static_cast<std::int32_t>(c));
        cells.weight.push_back(1 / size[c]);
    }
    if (cells.present.size() < 2)
        throw Error(ErrorCode::bad_input, sentence("A classifier needs cells of at least two classes; there ",
                                                   cells.present.size() == 1 ? "is 1 class" : "are 0 classes", "."));
    for (double& weight : cells.weight) weight /= static_cast<double>(cells.present.size());
    for (std::int32_t& code : cells.codes) code = number[static_cast<std::size_t>(code)];
    return cells;
}

/// The penalized loss over (features + 1) x classes parameters, the intercept last; logits and their residuals are Numbers.
template <typename Number> class Loss {
public:
    Loss(const Cells& cells, std::size_t features, double penalty)
        : cells_(cells), features_(features), classes_(cells.present.size()), width_(padded(classes_)), penalty_(penalty),
          weights_(features * width_), products_(features * width_) {}

    double operator()(std::span<const double> x, std::span<double> gradient) {
        for (std::size_t j = 0; j < features_; ++j) {
            for (std::size_t c = 0; c < classes_; ++c) weights_[j * width_ + c] = static_cast<Number>(x[j * classes_ + c]);
        }
        std::fill(products_.begin(), products_.end(), 0.0);
        std::fill(gradient.begin(), gradient.end(), 0.0);
        const auto intercept = x.subspan(features_ * classes_);
        const auto intercept_gradient = gradient.subspan(features_ * classes_);
        double loss = 0;
        for (std::size_t first = 0; first < cells_.codes.size(); first += kLossCells) {
            const std::size_t count = std::min(kLossCells, cells_.codes.size() - first);
            rows_.assign(cells_.features.begin() + static_cast<std::ptrdiff_t>(first * features_),
                         cells_.features.begin() + static_cast<std::ptrdiff_t>((first + count) * features_));
            logits_.resize(count * width_);
            multiply<Number>(rows_, weights_, features_, width_, logits_);
            for (std::size_t i = 0; i < count; ++i) {
                loss += residual(logits_.data() + i * width_, intercept, static_cast<std::size_t>(cells_.codes[first + i]));
                for (std::size_t c = 0; c < classes_; ++c) intercept_gradient[c] += logits_[i * width_ + c];
            }
            add_transposed_product<Number>(rows_, logits_, features_, width_, products_);
        }
        for (std::size_t j = 0; j < features_; ++j) {
            for (std::size_t c = 0; c < classes_; ++c) {
                const double w = x[j * classes_ + c];
                loss += 0.5 * penalty_ * w * w;
                gradient[j * classes_ + c] = products_[j * width_ + c] + penalty_ * w;
            }
        }
        return loss;
    }

private:
    /// A cell's weighted loss; its logits become the loss's derivatives.
    double residual(Number* logits, std::span<const double> intercept, std::size_t code) const {
        Number most = -INFINITY;
        for (std::size_t c = 0; c < classes_; ++c) {
            logits[c] += static_cast<Number>(intercept[c]);
            most = std::max(most, logits[c]);
        }
        const Number own = logits[code] - most;
        Number sum = 0;
        for (std::size_t c = 0; c < classes_; ++c) {
            logits[c] = std::exp(logits[c] - most);
            sum += logits[c];
        }
        const auto weight = static_cast<Number>(cells_.weight[code]);
        const Number scale = weight / sum;
        for (std::size_t c = 0; c < classes_; ++c) logits[c] *= scale;
        logits[code] -= weight;
        return cells_.weight[code] * (std::log(static_cast<double>(sum)) - own);
    }

    const Cells& cells_;
    std::size_t features_, classes_, width_;
    double penalty_;
    std::vector<Number> weights_, rows_, logits_;
    std::vector<double> products_;
};

/// Down with single-precision sums, which take half the time, and the last steps with double ones, where single ones would see the ground
/// level too early.
LbfgsResult descend(const Cells& cells, std::size_t features, const SoftmaxOptions& options) {
    const double penalty = 1 / (options.c * static_cast<double>(cells.codes.size()));
    LbfgsOptions solver;
    solver.iterations = options.iterations;
    solver.gradient = std::max(options.gradient, kSinglePrecision);
    Loss<float> fast(cells, features, penalty);
    const std::vector<double> start((features + 1) * cells.present.size());
    auto found = lbfgs([&](std::span<const double> x, std::span<double> gradient) { return fast(x, gradient); }, start, solver);
    if (options.gradient >= kSinglePrecision || found.iterations >= options.iterations) return found;
    solver.gradient = options.gradient;
    solver.iterations -= found.iterations;
    Loss<double> exact(cells, features, penalty);
    const std::size_t before = found.iterations;
    found = lbfgs([&](std::span<const double> x, std::span<double> gradient) { return exact(x, gradient); }, std::move(found.x), solver);
    found.iterations += before;
    return found;
}

}  // namespace

SoftmaxFit fit_softmax(std::span<const float> features, std::size_t count, std::span<const std::int32_t> codes, std::size_t classes,
                       const SoftmaxOptions& options) {
    if (count == 0 || features.size() != count * codes.size())
        throw Error(ErrorCode::bad_input, sentence(features.size(), " scores are not ", codes.size(), " cells of ", count, " features."));
    if (!(options.c > 0) || !std::isfinite(options.c))
        throw Error(ErrorCode::bad_input, sentence("C must be a number above zero, not ", options.c, "."));
    const Cells cells = labelled(features, count, codes, classes);
    const std::size_t present = cells.present.size();
    const auto found = descend(cells, count, options);
    SoftmaxFit fit{
        count,          classes, std::vector<double>(count * classes), std::vector<double>(classes, kAbsentLogit), found.iterations,
        found.converged};
    for (std::size_t c = 0; c < present; ++c) {
        const auto to = static_cast<std::size_t>(cells.present[c]);
        for (std::size_t j = 0; j < count; ++j) fit.coefficients[j * classes + to] = found.x[j * present + c];
        fit.intercept[to] = found.x[count * present + c];
    }
    return fit;
}

std::vector<float> softmax_logits(const SoftmaxFit& fit, std::span<const float> features) {
    const std::size_t width = padded(fit.classes), rows = features.size() / fit.features;
    std::vector<float> weights(fit.features * width), wide(rows * width), logits(rows * fit.classes);
    for (std::size_t j = 0; j < fit.features; ++j) {
        for (std::size_t c = 0; c < fit.classes; ++c) weights[j * width + c] = static_cast<float>(fit.coefficients[j * fit.classes + c]);
    }
    multiply<float>(features, weights, fit.features, width, wide);
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t c = 0; c < fit.classes; ++c)
            logits[i * fit.classes + c] = static_cast<float>(wide[i * width + c] + fit.intercept[c]);
    }
    return logits;
}

}  // namespace phenolens
