#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

struct SoftmaxOptions {
    /// Inverse strength of the penalty, as scikit-learn's C.
    double c = 1;
    std::size_t iterations = 1000;
    /// Largest entry of the gradient of the mean loss at which the fit is done; a tenth of scikit-learn's, so that predictions are within
    /// 1e-3 of the optimum's.
    double gradient = 1e-5;
};

/// logit_c = intercept_c + sum over features j of coefficients[j][c] x_j.
struct SoftmaxFit {
    std::size_t features = 0;
    std::size_t classes = 0;
    /// Row-major features x classes.
    std::vector<double> coefficients;
    std::vector<double> intercept;
    std::size_t iterations = 0;
    bool converged = false;
};

/// The logit of a class that no training cell has: its probability is 0.
inline constexpr double kAbsentLogit = -1e4;

/// Softmax regression with class-balanced weights and a quadratic penalty, by L-BFGS: the minimum of
/// sum of w_i loss_i / sum of w_i + |coefficients|^2 / (2 C sum of w_i), w_i = cells / (classes present x cells of the class),
/// which is scikit-learn's LogisticRegression(class_weight="balanced", C=c). The intercept is free of penalty.
/// `features` are row-major cells x features; cells of code -1 are left out. Classes without cells get kAbsentLogit.
/// Throws Error(bad_input) where fewer than two classes have cells or a feature is not finite.
SoftmaxFit fit_softmax(std::span<const float> features, std::size_t count, std::span<const std::int32_t> codes, std::size_t classes,
                       const SoftmaxOptions& options = {});

/// Logits of rows of features, row-major rows x classes.
std::vector<float> softmax_logits(const SoftmaxFit& fit, std::span<const float> features);

}  // namespace phenolens
