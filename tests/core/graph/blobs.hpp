#pragma once

#include <random>
#include <vector>

/// Points of some blobs, one after another, row-major points x dims; blob b lies 12 along axis b.
inline std::vector<float> blobs(std::size_t per_blob, int blobs, int dims, unsigned seed) {
    std::mt19937 engine(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values;
    for (int b = 0; b < blobs; ++b) {
        for (std::size_t i = 0; i < per_blob; ++i) {
            for (int d = 0; d < dims; ++d) values.push_back(normal(engine) + (d == b ? 12.0f : 0.0f));
        }
    }
    return values;
}
