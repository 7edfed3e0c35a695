#pragma once

#include <cstdint>
#include <vector>

#include "bind/base/convert.hpp"
#include "trust/metrics.hpp"

namespace phenolens::bind {

/// Everything kept of some cells' predictions for one head.
struct Kept {
    std::size_t k;
    std::vector<std::uint16_t> top;
    std::vector<float> probability, entropy, rest, rest_squares;

    explicit Kept(const Options& o)
        : k(o.size("k")), top(o.array<std::uint16_t>("top")), probability(o.array<float>("probability")), rest(o.array<float>("rest")),
          rest_squares(o.array<float>("restSquares")) {
        // Nothing here asks for entropies; they give the number of cells.
        entropy.resize(rest.size());
    }

    PredictionView view() const { return {k, top, probability, entropy, rest, rest_squares}; }
};

/// The arrays of a head's predictions, kept alive for a view of them.
struct Predictions {
    std::size_t k;
    std::vector<std::uint16_t> top;
    std::vector<float> probability, entropy;

    explicit Predictions(const Options& o)
        : k(o.size("k")), top(o.array<std::uint16_t>("top")), probability(o.array<float>("probability")),
          entropy(o.array<float>("entropy")) {}

    PredictionView view() const { return {k, top, probability, entropy}; }
};

}  // namespace phenolens::bind
