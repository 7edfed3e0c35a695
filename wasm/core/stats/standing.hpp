#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Where each value stands among all, from the lowest to the highest, NaN last. A bit of `starts` is set at each place whose value differs
/// from the one before it. Kept small, so that questions about some of the values are answered at random without leaving the near caches.
struct Standing {
    std::vector<std::int32_t> places;
    std::vector<std::uint32_t> starts;
};
Standing standing(std::span<const float> values);

/// Throws Error(bad_input) where a standing given is not of `size` values.
void check_standing(const Standing& standing, std::size_t size);

/// How some values stand among each other, of which all have a standing: a bit for each that takes part, and how many come before a word of
/// bits.
class SomeStanding {
public:
    explicit SomeStanding(const Standing& all) : all_(all), taken_(all.starts.size()), before_(all.starts.size() + 1) {}

    void take(std::size_t cell) {
        const std::size_t at = place(cell);
        taken_[at / 32] |= 1u << (at % 32);
    }
    /// After the last one was taken.
    void close() {
        for (std::size_t word = 0; word < taken_.size(); ++word)
            before_[word + 1] = before_[word] + static_cast<std::uint32_t>(std::popcount(taken_[word]));
    }
    std::size_t size() const { return before_.back(); }

    /// How many that take part come before a cell; equal values by place.
    std::size_t below(std::size_t cell) const { return count(place(cell)); }

    /// Twice the rank less the mean rank, ties averaged: a whole number.
    double centered_rank(std::size_t cell) const {
        const std::size_t at = place(cell);
        return static_cast<double>(count(first(at)) + count(next(at))) - static_cast<double>(size());
    }

private:
    std::size_t place(std::size_t cell) const { return static_cast<std::size_t>(all_.places[cell]); }
    std::size_t count(std::size_t at) const {
        return before_[at / 32] + static_cast<std::size_t>(std::popcount(taken_[at / 32] & ((1u << (at % 32)) - 1)));
    }

    /// The first place of the same value.
    std::size_t first(std::size_t at) const {
        std::size_t word = at / 32;
        std::uint32_t bits = all_.starts[word] & (~0u >> (31 - at % 32));
        while (bits == 0) bits = all_.starts[--word];
        return word * 32 + 31 - static_cast<std::size_t>(std::countl_zero(bits));
    }
    /// The first place of the next value, or the end.
    std::size_t next(std::size_t at) const {
        std::size_t word = at / 32;
        std::uint32_t bits = at % 32 == 31 ? 0 : all_.starts[word] & (~0u << (at % 32 + 1));
        while (bits == 0 && ++word < all_.starts.size()) bits = all_.starts[word];
        return bits == 0 ? all_.places.size() : word * 32 + static_cast<std::size_t>(std::countr_zero(bits));
    }

    const Standing& all_;
    std::vector<std::uint32_t> taken_;
    std::vector<std::uint32_t> before_;
};

}  // namespace phenolens
