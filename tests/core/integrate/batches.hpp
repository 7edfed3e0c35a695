#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"

/// Simulated cells of six types in three batches and two conditions; the last type is in the first batch alone. The same numbers on every
/// machine, and in tests/parity/integrate_expected.py.
namespace batches {

inline constexpr std::size_t kCells = 900, kDims = 8, kTypes = 6, kBatches = 3, kConditions = 2;

struct Cells {
    /// Row-major cells x dims.
    std::vector<float> values;
    std::vector<std::int32_t> type, batch, condition;

    /// Batches, then conditions.
    std::vector<std::int32_t> both() const {
        std::vector<std::int32_t> codes = batch;
        codes.insert(codes.end(), condition.begin(), condition.end());
        return codes;
    }
};

/// Mean 0, variance 1, and no logarithms: exact on every machine.
inline double near_normal(phenolens::Random& random) {
    double sum = -2;
    for (int i = 0; i < 4; ++i) sum += static_cast<double>(random.next() >> 11) * 0x1p-53;
    return sum * 1.75;
}

inline Cells cells(std::uint64_t seed = 11) {
    phenolens::Random random(seed);
    const auto drawn = [&](std::size_t count, double scale) {
        std::vector<double> out;
        for (std::size_t i = 0; i < count * kDims; ++i) out.push_back(scale * near_normal(random));
        return out;
    };
    const auto centers = drawn(kTypes, 1.3), by_batch = drawn(kBatches, 1), by_condition = drawn(kConditions, 0.7);
    Cells out;
    for (std::size_t i = 0; i < kCells; ++i) {
        const std::size_t type = random.below(kTypes), batch = type + 1 == kTypes ? 0 : random.below(kBatches),
                          condition = random.below(kConditions);
        out.type.push_back(static_cast<std::int32_t>(type));
        out.batch.push_back(static_cast<std::int32_t>(batch));
        out.condition.push_back(static_cast<std::int32_t>(condition));
        for (std::size_t d = 0; d < kDims; ++d) {
            const double value = centers[type * kDims + d] + by_batch[batch * kDims + d] + by_condition[condition * kDims + d];
            out.values.push_back(static_cast<float>(value + near_normal(random)));
        }
    }
    return out;
}

}  // namespace batches
