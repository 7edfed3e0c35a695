#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace phenolens {

/// One question a model answers: `classes` consecutive logits from `first`, softened by `temperature`.
struct Head {
    std::size_t first = 0;
    std::size_t classes = 0;
    double temperature = 1;
};

/// Lays heads one after another.
/// Throws Error(model) for a head without classes or with 65535 and more, or a temperature that is not above zero.
std::vector<Head> make_heads(std::span<const double> classes, std::span<const double> temperatures);

/// Logits of all heads together.
std::size_t classes_of(std::span<const Head> heads);

}  // namespace phenolens
