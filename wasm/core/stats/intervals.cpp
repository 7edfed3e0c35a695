#include "stats/intervals.hpp"

#include <algorithm>
#include <cmath>

#include "base/not_a_number.hpp"

namespace phenolens {

Interval wilson(double hits, double trials) {
    if (!(trials > 0)) return {kNaN, kNaN, kNaN};
    const double share = hits / trials;
    const double z2 = kNormal95 * kNormal95 / trials;
    const double center = (share + z2 / 2) / (1 + z2);
    const double half = kNormal95 / (1 + z2) * std::sqrt(share * (1 - share) / trials + z2 / (4 * trials));
    // At the ends the formula gives 0 and 1 exactly, up to rounding.
    return {share, hits == 0 ? 0 : std::max(0.0, center - half), hits == trials ? 1 : std::min(1.0, center + half)};
}

double mcnemar_exact(double first, double second) {
    const double pairs = first + second;
    const double fewer = std::min(first, second);
    if (pairs == 0) return 1;
    // Summed from the largest term down, each from the one before: P(k - 1) = P(k) k / (n - k + 1).
    double term = std::exp(std::lgamma(pairs + 1) - std::lgamma(fewer + 1) - std::lgamma(pairs - fewer + 1) - pairs * std::log(2.0));
    double tail = 0;
    for (double k = fewer; k >= 0 && term > tail * 1e-18; --k) {
        tail += term;
        term *= k / (pairs - k + 1);
    }
    return std::min(1.0, 2 * tail);
}

}  // namespace phenolens
