#pragma once

#include <cstddef>
#include <cstring>

namespace phenolens {

/// Squared Euclidean distance, in four registers of four running sums each: one alone would wait for its own last addition.
inline float squared_distance(const float* a, const float* b, std::size_t dims) {
    typedef float Four __attribute__((vector_size(16)));
    const auto load = [](const float* from) {
        Four four;
        std::memcpy(&four, from, sizeof four);
        return four;
    };
    Four sums[4] = {};
    std::size_t i = 0;
    for (; i + 16 <= dims; i += 16) {
        for (std::size_t r = 0; r < 4; ++r) {
            const Four d = load(a + i + 4 * r) - load(b + i + 4 * r);
            sums[r] += d * d;
        }
    }
    for (std::size_t r = 0; i + 4 <= dims; i += 4, ++r) {
        const Four d = load(a + i) - load(b + i);
        sums[r] += d * d;
    }
    float rest = 0;
    for (; i < dims; ++i) {
        const float d = a[i] - b[i];
        rest += d * d;
    }
    const Four all = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    return (all[0] + all[1]) + (all[2] + all[3]) + rest;
}

}  // namespace phenolens
