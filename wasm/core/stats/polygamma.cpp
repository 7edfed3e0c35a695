#include "stats/polygamma.hpp"

#include <cmath>

namespace phenolens {
namespace {

/// From here on the asymptotic series are exact to double precision.
constexpr double kLarge = 12;

}  // namespace

double digamma(double x) {
    double below = 0;
    for (; x < kLarge; ++x) below += 1 / x;
    const double r = 1 / (x * x);
    const double series = r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r * 691.0 / 32760)))));
    return std::log(x) - 0.5 / x - series - below;
}

double trigamma(double x) {
    double below = 0;
    for (; x < kLarge; ++x) below += 1 / (x * x);
    const double r = 1 / (x * x);
    const double series = 1.0 / 6 - r * (1.0 / 30 - r * (1.0 / 42 - r * (1.0 / 30 - r * (5.0 / 66 - r * 691.0 / 2730))));
    return 1 / x + r / 2 + r / x * series + below;
}

double trigamma_inverse(double x) {
    // trigamma(y) lies between 1 / y and 1 / y + 1 / y^2.
    double low = std::log(1 / x) - 1, high = std::log((1 + std::sqrt(1 + 4 * x)) / (2 * x)) + 1;
    while (high - low > 1e-14 * std::fmax(1, std::abs(high))) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        (trigamma(std::exp(middle)) > x ? low : high) = middle;
    }
    return std::exp(low + (high - low) / 2);
}

}  // namespace phenolens
