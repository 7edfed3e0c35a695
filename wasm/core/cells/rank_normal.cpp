#include "cells/rank_normal.hpp"

#include <array>
#include <cmath>

#include "base/error.hpp"
#include "base/float_bits.hpp"
#include "base/normal.hpp"

namespace phenolens {
namespace {

/// Whole numbers below this are counted instead of sorted; a table of it stays in the first cache.
constexpr std::uint32_t kCounted = 1024;

/// Sorts by the upper 32 bits: three passes of 11 bits, stable.
void radix_sort(std::vector<std::uint64_t>& keys, std::vector<std::uint64_t>& spare) {
    constexpr int kBits = 11;
    constexpr std::size_t kBuckets = std::size_t{1} << kBits;
    std::array<std::array<std::uint32_t, kBuckets>, 3> starts{};
    for (const std::uint64_t key : keys) {
        for (int pass = 0; pass < 3; ++pass) ++starts[pass][(key >> (32 + pass * kBits)) & (kBuckets - 1)];
    }
    spare.resize(keys.size());
    for (int pass = 0; pass < 3; ++pass) {
        std::uint32_t sum = 0;
        for (std::uint32_t& start : starts[pass]) {
            const std::uint32_t count = start;
            start = sum;
            sum += count;
        }
        for (const std::uint64_t key : keys) spare[starts[pass][(key >> (32 + pass * kBits)) & (kBuckets - 1)]++] = key;
        keys.swap(spare);
    }
}

}  // namespace

RankNormal::RankNormal(std::size_t genes) : genes_(genes), z_(2 * genes + 2), counts_(4 * kCounted), score_of_(kCounted) {
    for (std::size_t twice = 2; twice <= 2 * genes; ++twice) {
        z_[twice] = static_cast<float>(normal_quantile(0.5 * static_cast<double>(twice) / static_cast<double>(genes + 1)));
    }
}

float RankNormal::take_ties(std::size_t below, std::size_t count) {
    // The mean rank of `count` values after `below` others is below + (count + 1) / 2.
    const float z = z_[2 * below + count + 1];
    squares_ += static_cast<double>(count) * z * z;
    return z;
}

bool RankNormal::rank_whole_numbers(std::span<const float> values) {
    whole_.resize(values.size());
    std::uint32_t most = 0;
    bool fits = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        // Clamped first: converting a float beyond the integer's range is undefined.
        const float value = values[i] < static_cast<float>(kCounted) ? values[i] : 0.5f;
        const auto whole = static_cast<std::int32_t>(value);
        fits &= static_cast<float>(whole) == value;
        whole_[i] = static_cast<std::uint32_t>(whole);
        most = whole_[i] > most ? whole_[i] : most;
    }
    if (!fits) return false;
    // Four tables in turn: most counts are 1, and adding to one place over and over would wait for itself.
    std::size_t i = 0;
    for (; i + 4 <= whole_.size(); i += 4) {
        for (std::size_t table = 0; table < 4; ++table) ++counts_[table * kCounted + whole_[i + table]];
    }
    for (; i < whole_.size(); ++i) ++counts_[whole_[i]];
    std::size_t below = genes_ - values.size();
    for (std::uint32_t whole = 1; whole <= most; ++whole) {
        std::uint32_t count = 0;
        for (std::size_t table = 0; table < 4; ++table) {
            count += counts_[table * kCounted + whole];
            counts_[table * kCounted + whole] = 0;
        }
        if (count == 0) continue;
        score_of_[whole] = take_ties(below, count);
        below += count;
    }
    for (std::size_t v = 0; v < values.size(); ++v) scores_[v] = score_of_[whole_[v]];
    return true;
}

void RankNormal::rank_any(std::span<const float> values) {
    keys_.resize(values.size());
    // Floats above zero are ordered as their bits are.
    for (std::size_t i = 0; i < values.size(); ++i) keys_[i] = (static_cast<std::uint64_t>(bits_of(values[i])) << 32) | i;
    radix_sort(keys_, spare_);
    const std::size_t zeros = genes_ - values.size();
    for (std::size_t start = 0; start < keys_.size();) {
        std::size_t end = start;
        while (end < keys_.size() && keys_[end] >> 32 == keys_[start] >> 32) ++end;
        const float z = take_ties(zeros + start, end - start);
        for (; start < end; ++start) scores_[keys_[start] & 0xffffffffu] = z;
    }
}

bool RankNormal::transform(std::span<const float> values, RankNormalCell& out) {
    if (values.size() > genes_) throw Error(ErrorCode::internal, "More values were to be ranked than there are genes.");
    out.zero = 0;
    out.difference.resize(values.size());
    if (values.empty()) return false;
    scores_.resize(values.size());
    squares_ = 0;
    const std::size_t zeros = genes_ - values.size();
    const float zero = zeros == 0 ? 0 : take_ties(0, zeros);
    if (!rank_whole_numbers(values)) rank_any(values);
    if (!(squares_ > 0)) {
        out.difference.assign(values.size(), 0);
        return false;
    }
    const double scale = std::sqrt(static_cast<double>(genes_) / squares_);
    out.zero = static_cast<float>(zero * scale);
    // In single precision: the difference of two floats this near is exact to an ulp, and four fit a SIMD register.
    const float factor = static_cast<float>(scale);
    for (std::size_t i = 0; i < values.size(); ++i) out.difference[i] = (scores_[i] - zero) * factor;
    return true;
}

}  // namespace phenolens
