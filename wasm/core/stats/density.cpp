#include "stats/density.hpp"

#include <cmath>
#include <numbers>

namespace phenolens {

std::vector<double> kernel_density(std::span<const float> values, std::span<const double> places) {
    std::vector<double> out(places.size());
    const double count = static_cast<double>(values.size());
    if (values.size() < 2) return out;
    double mean = 0, squares = 0;
    for (const float value : values) mean += value / count;
    for (const float value : values) squares += (value - mean) * (value - mean);
    const double width = std::sqrt(squares / (count - 1)) * std::pow(count, -0.2);
    if (!(width > 0)) return out;
    for (std::size_t i = 0; i < places.size(); ++i) {
        double sum = 0;
        for (const float value : values) {
            const double away = (places[i] - value) / width;
            sum += std::exp(-away * away / 2);
        }
        out[i] = sum / (count * width * std::sqrt(2 * std::numbers::pi));
    }
    return out;
}

}  // namespace phenolens
