#include "trust/temperature.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"
#include "predict/scores.hpp"

namespace phenolens {
namespace {

/// One cell's probabilities at another temperature.
struct Tempered {
    double confidence = 0, of_truth = 0, squares = 0;
};

class TemperedCells {
public:
    TemperedCells(const PredictionView& predictions, const Outcomes& outcomes, std::size_t classes)
        : predictions_(predictions), outcomes_(outcomes), others_(static_cast<double>(classes) - static_cast<double>(predictions.k)) {}

    bool has(std::size_t cell) const { return outcomes_.rank[cell] != kNoTruth && predictions_.top[cell * predictions_.k] != kNoClass; }

    bool is_right(std::size_t cell) const { return outcomes_.rank[cell] == 0; }

    Tempered at(std::size_t cell, double beta) const {
        const float* p = predictions_.probability.data() + cell * predictions_.k;
        const double first = std::log(static_cast<double>(p[0]));
        double z = 0, squares = 0, of_truth = 0;
        for (std::size_t i = 0; i < predictions_.k; ++i) {
            const double weight = p[i] > 0 ? std::exp(beta * (std::log(static_cast<double>(p[i])) - first)) : 0;
            z += weight;
            squares += weight * weight;
            if (outcomes_.rank[cell] == i) of_truth = weight;
        }
        if (others_ > 0) {
            const double rest = std::exp(log_rest(cell, beta) - beta * first);
            z += rest;
            squares += std::exp(log_rest(cell, 2 * beta) - 2 * beta * first);
            if (outcomes_.rank[cell] == kBeyond) of_truth = rest / others_;
        }
        return {1 / z, of_truth / z, squares / (z * z)};
    }

private:
    /// ln of the sum of p^beta over the classes not kept; between exponents 0, 1 and 2 as a parabola, beyond 2 as a line.
    double log_rest(std::size_t cell, double beta) const {
        constexpr double kLeast = 1e-300;
        const double zero = std::log(others_);
        const double one = std::log(std::max<double>(predictions_.rest[cell], kLeast));
        const double two = std::log(std::max<double>(predictions_.rest_squares[cell], kLeast));
        // Squares below the smallest float are lost: then a line.
        const double curve = predictions_.rest_squares[cell] > 1e-36f ? (two - 2 * one + zero) / 2 : 0;
        const double slope = one - zero - curve;
        if (beta <= 2) return zero + slope * beta + curve * beta * beta;
        return zero + 2 * slope + 4 * curve + (slope + 4 * curve) * (beta - 2);
    }

    const PredictionView& predictions_;
    const Outcomes& outcomes_;
    double others_;
};

double loss(const TemperedCells& cells, const std::vector<std::size_t>& fitted, double log_temperature) {
    double sum = 0;
    for (const std::size_t cell : fitted)
        sum -=
            std::log(std::max(cells.at(cell, std::exp(-log_temperature)).of_truth, static_cast<double>(std::numeric_limits<float>::min())));
    return sum;
}

/// Golden-section search: the loss has one minimum.
double best_log_temperature(const TemperedCells& cells, const std::vector<std::size_t>& fitted) {
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double low = std::log(0.05), high = std::log(20.0);
    double a = high - golden * (high - low), b = low + golden * (high - low);
    double at_a = loss(cells, fitted, a), at_b = loss(cells, fitted, b);
    while (high - low > 1e-5) {
        if (at_a <= at_b) {
            high = b;
            b = a;
            at_b = at_a;
            a = high - golden * (high - low);
            at_a = loss(cells, fitted, a);
        } else {
            low = a;
            a = b;
            at_a = at_b;
            b = low + golden * (high - low);
            at_b = loss(cells, fitted, b);
        }
    }
    return (low + high) / 2;
}

Calibration judged_at(const TemperedCells& cells, const std::vector<std::size_t>& held, double temperature) {
    std::vector<float> confidence, probability, brier;
    std::vector<std::uint8_t> right;
    for (const std::size_t cell : held) {
        const Tempered now = cells.at(cell, 1 / temperature);
        confidence.push_back(static_cast<float>(now.confidence));
        probability.push_back(static_cast<float>(now.of_truth));
        brier.push_back(static_cast<float>(now.squares - 2 * now.of_truth + 1));
        right.push_back(cells.is_right(cell));
    }
    return calibration({confidence, right, probability, brier});
}

}  // namespace

TemperatureFit fit_temperature(const PredictionView& predictions, const Outcomes& outcomes, std::span<const std::uint8_t> half,
                               std::size_t classes) {
    if (half.size() != predictions.cells() || outcomes.rank.size() != half.size()) {
        throw Error(ErrorCode::bad_input,
                    sentence("Halves of ", half.size(), " cells do not fit predictions of ", predictions.cells(), "."));
    }
    const TemperedCells cells(predictions, outcomes, classes);
    std::vector<std::size_t> fitting, held;
    for (std::size_t cell = 0; cell < half.size(); ++cell) {
        if (cells.has(cell)) (half[cell] == 0 ? fitting : held).push_back(cell);
    }
    TemperatureFit out;
    std::vector<std::size_t> fitted;
    const std::size_t most = std::min(fitting.size(), kMostFitted);
    for (std::size_t i = 0; i < most; ++i) fitted.push_back(fitting[i * fitting.size() / most]);
    out.fitted_cells = static_cast<double>(fitted.size());
    if (!fitted.empty()) out.temperature = std::exp(best_log_temperature(cells, fitted));
    out.before = judged_at(cells, held, 1);
    out.after = judged_at(cells, held, out.temperature);
    return out;
}

}  // namespace phenolens
