#pragma once

#include <cstddef>
#include <cstdint>

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

}  // namespace phenolens
