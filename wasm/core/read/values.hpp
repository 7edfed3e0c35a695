#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace phenolens {

/// What the values of a matrix are to the steps that read them.
enum class ValueKind { counts, fractional_counts, log1p, scaled, empty };

/// The word as TypeScript spells it: `fractional-counts` and the like.
const char* name_of(ValueKind kind);

/// The kind of a word. Throws Error(bad_input) listing the words.
ValueKind value_kind(std::string_view name);

/// What a matrix stores, finer than its ValueKind.
enum class StoredAs {
    counts,
    /// Corrected or scaled counts; cells have totals of their own.
    fractional_counts,
    /// Counts scaled to one total in every cell: shares, counts per 10,000, counts per million.
    proportions,
    /// Square roots of counts, or of counts scaled to one total.
    square_roots,
    /// log_base(1 + scaled count), of any base and target.
    log1p,
    /// log1p of log1p.
    log1p_twice,
    /// Some cells hold counts and others logarithms, or logarithms of several targets.
    mixed,
    /// Centred: some below zero.
    scaled,
    /// Every gene divided by its standard deviation, without centring.
    unit_variance,
    /// Every gene divided by its largest value: 0 to 1.
    unit_range,
    /// Whole-number bins of a cell's values, as scGPT's.
    bins,
    /// 1 where a gene was seen, however often.
    detected,
    empty
};

/// The word as TypeScript spells it: `square-roots` and the like.
const char* name_of(StoredAs stored);

/// What a word stands for. Throws Error(bad_input) listing the words.
StoredAs stored_as(std::string_view name);

/// How stored values stand to counts.
struct ValueScale {
    StoredAs stored = StoredAs::counts;
    /// Base of the logarithm, of those that are logarithms.
    double log_base = 2.718281828459045;
    /// What a cell's scaled counts sum to; 0 where that cannot be told, or cells differ.
    double target = 0;
};

/// The total that logarithms are brought to, as scanpy and CellxGene have it.
inline constexpr double kTargetSum = 1e4;

/// Brings stored values to what the steps read, in place: logarithms of any base, target or number to ln(1 + counts per kTargetSum) (a
/// target of 0 is taken for kTargetSum), square roots to their squares, the logarithms among mixed cells to scaled counts; all else is left
/// as it is. `starts` are the cells' first positions, and the end.
void restore_values(std::span<float> values, std::span<const std::size_t> starts, const ValueScale& scale);

}  // namespace phenolens
