#include "train/logit_temperature.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

constexpr double kLeast = 0.02, kMost = 50;

}  // namespace

LogitTemperature fit_logit_temperature(std::span<const float> logits, std::size_t classes, std::span<const std::int32_t> truth,
                                       std::span<const double> weights) {
    if (classes == 0 || logits.size() != classes * truth.size() || (!weights.empty() && weights.size() != truth.size())) {
        throw Error(ErrorCode::bad_input,
                    sentence(logits.size(), " logits of ", classes, " classes do not fit ", truth.size(), " true classes."));
    }
    std::vector<std::size_t> cells;
    double total = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        if (truth[i] < 0 || !std::isfinite(logits[i * classes])) continue;
        if (static_cast<std::size_t>(truth[i]) >= classes)
            throw Error(ErrorCode::bad_input, sentence("A cell's class is number ", truth[i], ", but there are ", classes, " classes."));
        cells.push_back(i);
        total += weights.empty() ? 1 : weights[i];
    }
    if (!(total > 0)) return {};
    const auto loss = [&](double temperature) {
        double sum = 0;
        for (const std::size_t i : cells) {
            const auto row = logits.subspan(i * classes, classes);
            const double most = *std::max_element(row.begin(), row.end());
            double mass = 0;
            for (const float logit : row) mass += std::exp((logit - most) / temperature);
            sum += (weights.empty() ? 1 : weights[i]) * (std::log(mass) - (row[static_cast<std::size_t>(truth[i])] - most) / temperature);
        }
        return sum / total;
    };
    // The loss has one valley over the inverse temperature, and so over the logarithm: golden section.
    const double ratio = std::numbers::phi - 1;
    double low = std::log(kLeast), high = std::log(kMost);
    double left = high - ratio * (high - low), right = low + ratio * (high - low);
    double at_left = loss(std::exp(left)), at_right = loss(std::exp(right));
    while (high - low > 1e-4) {
        if (at_left <= at_right) {
            high = right;
            right = left;
            at_right = at_left;
            left = high - ratio * (high - low);
            at_left = loss(std::exp(left));
        } else {
            low = left;
            left = right;
            at_left = at_right;
            right = low + ratio * (high - low);
            at_right = loss(std::exp(right));
        }
    }
    LogitTemperature out{std::exp((low + high) / 2), loss(1), 0};
    out.after = loss(out.value);
    return out;
}

}  // namespace phenolens
