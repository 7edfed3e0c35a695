#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "base/tensors.hpp"

/// Adds the numbers' own bytes.
template <typename Number> inline void append(std::vector<std::uint8_t>& bytes, const std::vector<Number>& numbers) {
    const auto* start = reinterpret_cast<const std::uint8_t*>(numbers.data());
    bytes.insert(bytes.end(), start, start + numbers.size() * sizeof(Number));
}

/// A weights file with float32 tensors.
struct Weights {
    std::size_t genes, classes;
    std::vector<float> weights, bias, mean;

    Weights(std::size_t g, std::size_t c, unsigned seed) : genes(g), classes(c), weights(g * c), bias(c), mean(g) {
        std::mt19937 random(seed);
        std::normal_distribution<float> normal;
        for (auto* part : {&weights, &bias, &mean}) {
            for (float& value : *part) value = normal(random) * 0.2f;
        }
    }

    std::vector<std::uint8_t> bytes() const {
        std::vector<std::uint8_t> all;
        append(all, weights);
        append(all, bias);
        append(all, mean);
        return all;
    }

    std::vector<phenolens::TensorInfo> tensors() const {
        const double g = static_cast<double>(genes), c = static_cast<double>(classes);
        return {{"weights", "float32", {g, c}, 0}, {"bias", "float32", {c}, 4 * g * c}, {"mean", "float32", {g}, 4 * (g * c + c)}};
    }
};
