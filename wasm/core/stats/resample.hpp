#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stats/intervals.hpp"

namespace phenolens {

/// Random numbers that are the same on every machine (Steele, Lea and Flood's splitmix64, 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// A whole number from 0 up to below `size`.
    std::size_t below(std::size_t size) {
        return static_cast<std::size_t>(static_cast<double>(next() >> 11) * 0x1p-53 * static_cast<double>(size));
    }

private:
    std::uint64_t state_;
};

/// How often each of `units` is drawn when as many are drawn with replacement.
std::vector<double> draw_weights(std::size_t units, Random& random);

/// The middle 95% of bootstrap replicates around a value (percentile method, linear between neighbours); NaN replicates are left out.
/// The ends are NaN where fewer than half of the replicates are numbers.
Interval percentile_interval(double value, std::vector<double> replicates);

/// Replicates of a bootstrap: the ends' own error is then about a tenth of the interval.
inline constexpr std::size_t kReplicates = 500;

}  // namespace phenolens
