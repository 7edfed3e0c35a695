#pragma once

#include <cstdint>
#include <cstring>

namespace phenolens {

/// The bits of a float and back; emcc 3.1.6 has no std::bit_cast.
inline std::uint32_t bits_of(float number) {
    std::uint32_t bits;
    std::memcpy(&bits, &number, sizeof bits);
    return bits;
}

inline float float_of(std::uint32_t bits) {
    float number;
    std::memcpy(&number, &bits, sizeof number);
    return number;
}

}  // namespace phenolens
