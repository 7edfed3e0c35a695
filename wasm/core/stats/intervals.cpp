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

}  // namespace phenolens
