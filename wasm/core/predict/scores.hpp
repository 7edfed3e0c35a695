#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Stands for the class of a cell without prediction.
inline constexpr std::uint16_t kNoClass = 65535;
/// Classes kept per cell, at most.
inline constexpr std::size_t kTopClasses = 10;

/// The first few classes of some cells for one head; arrays are row-major cells x k.
struct Scores {
    std::size_t k = 0;
    std::vector<std::uint16_t> top;
    std::vector<float> probability;
    /// Entropy of the whole distribution in nats, one per cell.
    std::vector<float> entropy;
    /// Sums over the classes not kept of their probabilities and of the probabilities' squares, one per cell: with them
    /// a cell's Brier score is exact and its probabilities at another temperature are known well.
    std::vector<float> rest, rest_squares;

    /// Makes room for `cells` cells of a head with `classes` classes; k = min(most, classes).
    Scores(std::size_t cells, std::size_t classes, std::size_t most = kTopClasses);
    Scores() = default;
};

/// Writes the scores of one cell: softmax of logits / temperature; equal probabilities in order of class.
void score_cell(std::span<const float> logits, double temperature, std::size_t cell, Scores& scores);

/// Puts a class first among those kept of a cell, the ones before it one place down, probabilities staying in place; one that was not kept
/// takes the place of the last.
void lead_with(std::uint16_t code, std::size_t cell, Scores& scores);

/// 1 / (1 + exp(-x)), without overflow.
double logistic(double x);

/// Writes the scores of one cell whose classes each have a logistic of their own, as CellTypist's: probabilities are logistic(decision /
/// temperature) and need not sum to 1; the entropy is that of these probabilities divided by their sum. All in logarithms, so that
/// decisions of -1,000 and below keep their order and their entropy. Most decisive first; equal decisions in order of class.
void score_logistic_cell(std::span<const double> decisions, double temperature, std::size_t cell, Scores& scores);

/// Writes that a cell has no prediction: top 65535, probability 0, entropy ln(classes), rest 1 and its squares 1 / classes.
void score_nothing(std::size_t classes, std::size_t cell, Scores& scores);

/// Scores of logits, row-major cells x classes; `empty` (or nothing) is not 0 for cells without prediction, and a row that is not finite
/// has none either.
Scores score_logits(std::span<const float> logits, std::size_t classes, double temperature, std::span<const std::uint8_t> empty,
                    std::size_t most = kTopClasses);

}  // namespace phenolens
