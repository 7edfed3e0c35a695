#include "predict/scores.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {

Scores::Scores(std::size_t cells, std::size_t classes, std::size_t most)
    : k(std::min(most, classes)), top(cells * k, kNoClass), probability(cells * k), entropy(cells), rest(cells), rest_squares(cells) {}

void score_nothing(std::size_t classes, std::size_t cell, Scores& scores) {
    for (std::size_t i = 0; i < scores.k; ++i) {
        scores.top[cell * scores.k + i] = kNoClass;
        scores.probability[cell * scores.k + i] = 0;
    }
    scores.entropy[cell] = static_cast<float>(std::log(static_cast<double>(classes)));
    scores.rest[cell] = 1;
    scores.rest_squares[cell] = static_cast<float>(1 / static_cast<double>(classes));
}

namespace {

/// The highest logits in falling order, with their classes; gives how many there are.
template <typename Number> std::size_t keep_best(std::span<const Number> logits, std::size_t k, Number* best, std::uint16_t* top) {
    std::size_t kept = 0;
    for (std::size_t c = 0; c < logits.size(); ++c) {
        if (kept == k && !(logits[c] > best[kept - 1])) continue;
        std::size_t at = kept < k ? kept++ : kept - 1;
        for (; at > 0 && logits[c] > best[at - 1]; --at) {
            best[at] = best[at - 1];
            top[at] = top[at - 1];
        }
        best[at] = logits[c];
        top[at] = static_cast<std::uint16_t>(c);
    }
    return kept;
}

/// ln(1 + e) for 0 <= e <= 1: where e is small, the series' first terms, which leave less than a double's last digit.
double log_of_one_and(double e) { return e < 1e-4 ? e * (1 - e * (0.5 - e * (1.0 / 3 - e * 0.25))) : std::log1p(e); }

/// The logistic function of x and its logarithm, without overflow and without loss.
struct Logistic {
    explicit Logistic(double x) {
        // Of the magnitude, so that it is at most 1.
        const double e = std::exp(-std::abs(x));
        value = (x >= 0 ? 1 : e) / (1 + e);
        logarithm = (x >= 0 ? 0 : x) - log_of_one_and(e);
    }

    double value, logarithm;
};

/// exp() of less is 0.
constexpr double kNothing = -746;

/// Values whose logarithms are above this, and values that are not small beside them, have all a double's digits.
constexpr double kAllDigits = -600;

}  // namespace

double logistic(double x) { return Logistic(x).value; }

void score_logistic_cell(std::span<const double> decisions, double temperature, std::size_t cell, Scores& scores) {
    double best[kTopClasses] = {};
    std::uint16_t* top = scores.top.data() + cell * scores.k;
    const std::size_t kept = keep_best(decisions, scores.k, best, top);
    // Shares of the sum are softmax of the logarithms; these are relative to the highest, so that their sum is 1 and more.
    const Logistic highest(best[0] / temperature);
    const double last = best[kept - 1];
    std::size_t ties = static_cast<std::size_t>(std::count(best, best + kept, last));
    double z = 0, weighted = 0, rest = 0, rest_squares = 0;
    for (const double decision : decisions) {
        // A logarithm is below its decision.
        if (decision / temperature - highest.logarithm < kNothing) continue;
        const Logistic one(decision / temperature);
        const double relative = one.logarithm - highest.logarithm;
        const double weight = highest.logarithm > kAllDigits ? one.value / highest.value : std::exp(relative);
        z += weight;
        weighted += weight * relative;
        const bool is_kept = decision > last || (decision == last && ties > 0);
        if (decision == last && ties > 0) --ties;
        if (is_kept) continue;
        rest += one.value;
        rest_squares += one.value * one.value;
    }
    for (std::size_t i = 0; i < kept; ++i) scores.probability[cell * scores.k + i] = static_cast<float>(logistic(best[i] / temperature));
    scores.rest[cell] = static_cast<float>(rest);
    scores.rest_squares[cell] = static_cast<float>(rest_squares);
    scores.entropy[cell] = static_cast<float>(std::max(0.0, std::log(z) - weighted / z));
}

void score_cell(std::span<const float> logits, double temperature, std::size_t cell, Scores& scores) {
    const float cool = static_cast<float>(1 / temperature);
    std::uint16_t* top = scores.top.data() + cell * scores.k;
    float best[kTopClasses];
    const std::size_t kept = keep_best(logits, scores.k, best, top);
    // H = ln Z - sum p l, with logits l relative to the highest, so that nothing overflows.
    // What is not kept is summed by itself: as a difference to 1 it would be lost where it is small.
    const float last = best[kept - 1];
    std::size_t ties = static_cast<std::size_t>(std::count(best, best + kept, last));
    double z = 0, weighted = 0, rest = 0, rest_squares = 0;
    for (const float logit : logits) {
        const float relative = (logit - best[0]) * cool;
        const double weight = std::exp(relative);
        z += weight;
        weighted += weight * relative;
        const bool is_kept = logit > last || (logit == last && ties > 0);
        if (logit == last && ties > 0) --ties;
        if (is_kept) continue;
        rest += weight;
        rest_squares += weight * weight;
    }
    scores.rest[cell] = static_cast<float>(rest / z);
    scores.rest_squares[cell] = static_cast<float>(rest_squares / (z * z));
    for (std::size_t i = 0; i < kept; ++i)
        scores.probability[cell * scores.k + i] = static_cast<float>(std::exp((best[i] - best[0]) * cool) / z);
    scores.entropy[cell] = static_cast<float>(std::max(0.0, std::log(z) - weighted / z));
}

void lead_with(std::uint16_t code, std::size_t cell, Scores& scores) {
    const auto first = scores.top.begin() + static_cast<std::ptrdiff_t>(cell * scores.k);
    const auto end = first + static_cast<std::ptrdiff_t>(scores.k);
    auto at = std::find(first, end, code);
    if (at == end) *--at = code;
    std::rotate(first, at, at + 1);
}

Scores score_logits(std::span<const float> logits, std::size_t classes, double temperature, std::span<const std::uint8_t> empty,
                    std::size_t most) {
    if (classes == 0 || logits.size() % classes != 0) {
        throw Error(ErrorCode::internal, sentence(logits.size(), " logits are no whole number of cells of ", classes, " classes."));
    }
    const std::size_t cells = logits.size() / classes;
    if (!empty.empty() && empty.size() != cells)
        throw Error(ErrorCode::internal, sentence("There are ", empty.size(), " marks of empty cells for ", cells, " cells."));
    Scores scores(cells, classes, most);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const auto row = logits.subspan(cell * classes, classes);
        const bool finite = std::all_of(row.begin(), row.end(), [](float logit) { return std::isfinite(logit); });
        if (!finite || (!empty.empty() && empty[cell] != 0))
            score_nothing(classes, cell, scores);
        else
            score_cell(row, temperature, cell, scores);
    }
    return scores;
}

}  // namespace phenolens
