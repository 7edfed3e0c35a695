#include "stats/resample.hpp"

#include <algorithm>
#include <cmath>

#include "base/not_a_number.hpp"

namespace phenolens {

std::vector<double> draw_weights(std::size_t units, Random& random) {
    std::vector<double> weights(units);
    for (std::size_t i = 0; i < units; ++i) ++weights[random.below(units)];
    return weights;
}

Interval percentile_interval(double value, std::vector<double> replicates) {
    const std::size_t drawn = replicates.size();
    std::erase_if(replicates, [](double one) { return std::isnan(one); });
    if (replicates.empty() || 2 * replicates.size() < drawn) return {value, kNaN, kNaN};
    std::sort(replicates.begin(), replicates.end());
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(replicates.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const std::size_t above = std::min(below + 1, replicates.size() - 1);
        return replicates[below] + (place - static_cast<double>(below)) * (replicates[above] - replicates[below]);
    };
    return {value, at(0.025), at(0.975)};
}

}  // namespace phenolens
