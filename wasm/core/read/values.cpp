#include "read/values.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

template <typename Kind> struct Word {
    Kind kind;
    const char* word;
};

constexpr std::array<Word<ValueKind>, 5> kKinds{{{ValueKind::counts, "counts"},
                                                 {ValueKind::fractional_counts, "fractional-counts"},
                                                 {ValueKind::log1p, "log1p"},
                                                 {ValueKind::scaled, "scaled"},
                                                 {ValueKind::empty, "empty"}}};

constexpr std::array<Word<StoredAs>, 13> kStored{{{StoredAs::counts, "counts"},
                                                  {StoredAs::fractional_counts, "fractional-counts"},
                                                  {StoredAs::proportions, "proportions"},
                                                  {StoredAs::square_roots, "square-roots"},
                                                  {StoredAs::log1p, "log1p"},
                                                  {StoredAs::log1p_twice, "log1p-twice"},
                                                  {StoredAs::mixed, "mixed"},
                                                  {StoredAs::scaled, "scaled"},
                                                  {StoredAs::unit_variance, "unit-variance"},
                                                  {StoredAs::unit_range, "unit-range"},
                                                  {StoredAs::bins, "bins"},
                                                  {StoredAs::detected, "detected"},
                                                  {StoredAs::empty, "empty"}}};

template <typename Words, typename Kind> const char* word_of(const Words& words, Kind kind) {
    for (const auto& one : words)
        if (one.kind == kind) return one.word;
    return "empty";
}

template <typename Words> auto kind_of(const Words& words, std::string_view name) {
    std::string known;
    for (const auto& one : words) {
        if (name == one.word) return one.kind;
        known += (known.empty() ? "" : ", ") + std::string(one.word);
    }
    throw Error(ErrorCode::bad_input, sentence("'", name, "' is no kind of values; it is one of ", known, "."));
}

/// Squares of square roots of whole numbers are whole again: float32 keeps a root to 6e-8 of itself.
float squared(float root) {
    const double square = static_cast<double>(root) * static_cast<double>(root);
    const double whole = std::round(square);
    return static_cast<float>(std::abs(square - whole) <= 1e-6 * std::max(1.0, square) ? whole : square);
}

}  // namespace

const char* name_of(ValueKind kind) { return word_of(kKinds, kind); }
ValueKind value_kind(std::string_view name) { return kind_of(kKinds, name); }
const char* name_of(StoredAs stored) { return word_of(kStored, stored); }
StoredAs stored_as(std::string_view name) { return kind_of(kStored, name); }

void restore_values(std::span<float> values, std::span<const std::size_t> starts, const ValueScale& scale) {
    const double to_natural = std::log(scale.log_base);
    const double factor = scale.target > 0 ? kTargetSum / scale.target : 1;
    switch (scale.stored) {
    case StoredAs::square_roots: std::transform(values.begin(), values.end(), values.begin(), squared); return;
    case StoredAs::log1p:
        if (std::abs(to_natural - 1) < 1e-9 && factor == 1) return;
        for (float& value : values) value = static_cast<float>(std::log1p(std::expm1(value * to_natural) * factor));
        return;
    case StoredAs::log1p_twice:
        for (float& value : values) value = static_cast<float>(std::log1p(std::expm1(std::expm1(static_cast<double>(value))) * factor));
        return;
    case StoredAs::mixed:
        for (std::size_t cell = 0; cell + 1 < starts.size(); ++cell) {
            const auto own = values.subspan(starts[cell], starts[cell + 1] - starts[cell]);
            if (std::all_of(own.begin(), own.end(), [](float value) { return value == std::floor(value); })) continue;
            for (float& value : own) value = static_cast<float>(std::expm1(value * to_natural));
        }
        return;
    default: return;
    }
}

}  // namespace phenolens
