#include "order.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "float_bits.hpp"

namespace phenolens {
namespace {

constexpr unsigned kDigit = 11;
constexpr std::uint32_t kBuckets = 1u << kDigit;

/// Bits that compare as unsigned numbers like the values do; -0 equals 0.
std::uint32_t sortable(float value) {
    if (std::isnan(value)) return 0xFFFFFFFFu;
    const std::uint32_t bits = bits_of(value + 0.0f);
    return (bits & 0x80000000u) != 0 ? ~bits : bits | 0x80000000u;
}

}  // namespace

std::vector<std::uint32_t> ascending_order(std::span<const float> values) {
    const std::size_t size = values.size();
    std::vector<std::uint32_t> keys(size), order(size), next(size);
    for (std::size_t i = 0; i < size; ++i) {
        keys[i] = sortable(values[i]);
        order[i] = static_cast<std::uint32_t>(i);
    }
    for (unsigned shift = 0; shift < 32; shift += kDigit) {
        std::array<std::uint32_t, kBuckets> starts{};
        for (const std::uint32_t key : keys) ++starts[(key >> shift) & (kBuckets - 1)];
        std::uint32_t start = 0;
        for (std::uint32_t& count : starts) start += std::exchange(count, start);
        for (const std::uint32_t place : order) next[starts[(keys[place] >> shift) & (kBuckets - 1)]++] = place;
        order.swap(next);
    }
    return order;
}

}  // namespace phenolens
