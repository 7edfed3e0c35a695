#include "stats/median.hpp"

#include <algorithm>

#include "base/not_a_number.hpp"

namespace phenolens {

double median_of(std::vector<double>& values) {
    if (values.empty()) return kNaN;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

double quantile_of_sorted(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double above = below + 1 < sorted.size() ? sorted[below + 1] : sorted[below];
    return sorted[below] + (place - static_cast<double>(below)) * (above - sorted[below]);
}

}  // namespace phenolens
