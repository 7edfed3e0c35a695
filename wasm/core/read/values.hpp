#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace phenolens {

/// What the values of a matrix are.
enum class ValueKind { counts, fractional_counts, log1p, scaled, empty };

/// The word as TypeScript spells it: `fractional-counts` and the like.
const char* name_of(ValueKind kind);

/// The kind of a word. Throws Error(bad_input) listing the words.
ValueKind value_kind(std::string_view name);

/// A verdict on values and one sentence with the numbers seen.
struct ValueVerdict {
    ValueKind kind;
    std::string why;
};

/// Judges a sample of cells, CSR with `starts` from 0 (cells + 1 positions); zeros may be left out or stored.
/// Whole numbers are counts; negative ones scaled; small fractions whose expm1 sums are nearly the same in every cell, or whose expm1 are
/// whole multiples of a cell's smallest, are log1p; other fractions are fractional counts. Throws Error(bad_file) where a value is not
/// finite.
ValueVerdict judge_values(std::span<const float> values, std::span<const std::size_t> starts);

}  // namespace phenolens
