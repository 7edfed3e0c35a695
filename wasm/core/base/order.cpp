#include "base/order.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "base/float_bits.hpp"

namespace phenolens {
namespace {

constexpr unsigned kDigit = 11;
constexpr std::uint32_t kBuckets = 1u << kDigit;
constexpr std::size_t kPasses = 3;
constexpr std::uint32_t kNaNKey = 0xFFFFFFFFu;

std::uint32_t digit(Placed entry, std::size_t pass) { return static_cast<std::uint32_t>(entry >> (32 + kDigit * pass)) & (kBuckets - 1); }

}  // namespace

std::uint32_t key_of(float value) {
    if (std::isnan(value)) return kNaNKey;
    const std::uint32_t bits = bits_of(value + 0.0f);
    return (bits & 0x80000000u) != 0 ? ~bits : bits | 0x80000000u;
}

std::vector<Placed> ascending(std::span<const float> values) {
    const std::size_t size = values.size();
    std::vector<Placed> entries(size), next(size);
    std::array<std::array<std::uint32_t, kBuckets>, kPasses> counts{};
    for (std::size_t i = 0; i < size; ++i) {
        entries[i] = static_cast<Placed>(key_of(values[i])) << 32 | i;
        for (std::size_t pass = 0; pass < kPasses; ++pass) ++counts[pass][digit(entries[i], pass)];
    }
    for (std::size_t pass = 0; pass < kPasses; ++pass) {
        std::uint32_t start = 0;
        for (std::uint32_t& count : counts[pass]) start += std::exchange(count, start);
        for (const Placed entry : entries) next[counts[pass][digit(entry, pass)]++] = entry;
        entries.swap(next);
    }
    return entries;
}

std::vector<std::uint32_t> ascending_order(std::span<const float> values) {
    const auto entries = ascending(values);
    std::vector<std::uint32_t> order(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) order[i] = place_of(entries[i]);
    return order;
}

}  // namespace phenolens
