#pragma once

#include <concepts>
#include <limits>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {

/// Whether a number survives as a whole number of type To.
template <std::integral To, typename From> bool is_exact(From number) {
    if constexpr (std::integral<From>) {
        return std::in_range<To>(number);
    } else {
        // The upper limit plus one is a power of two, so that it is exact in floating point; NaN fails both comparisons.
        constexpr double low = static_cast<double>(std::numeric_limits<To>::min());
        constexpr double high = 2.0 * static_cast<double>(std::numeric_limits<To>::max() / 2 + 1);
        return number >= low && number < high && static_cast<From>(static_cast<To>(number)) == number;
    }
}

/// Numbers as another type: whole-number types must hold them exactly, float takes the nearest.
/// Throws Error(bad_file) naming the `part`, the place and the number that does not fit.
template <typename To, typename From> std::vector<To> convert_numbers(std::span<const From> numbers, const std::string& part) {
    std::vector<To> out(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if constexpr (std::integral<To>) {
            if (!is_exact<To>(numbers[i])) {
                throw Error(ErrorCode::bad_file, sentence("The ", part, " holds ", static_cast<double>(numbers[i]), " at place ", i,
                                                          ", which cannot be; the file is damaged."));
            }
        }
        out[i] = static_cast<To>(numbers[i]);
    }
    return out;
}

}  // namespace phenolens
