#include "read/values.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// No log1p of counts scaled to any usual target reaches this: ln(1 + 1e6) is 13.8, log2 of it 19.9.
constexpr float kLogCeiling = 20;
/// Cells whose expm1 sums vary by less than this (standard deviation over mean) were scaled to one total.
constexpr double kSameTotal = 0.02;
/// Shares of values that must be whole multiples of their cell's smallest value.
constexpr double kMostlyWhole = 0.9;

struct Spread {
    std::size_t values = 0;
    std::size_t cells = 0;
    std::size_t fractions = 0;
    std::size_t negatives = 0;
    float min = 0;
    float max = 0;
};

Spread spread_of(std::span<const float> values, std::span<const std::size_t> starts) {
    Spread spread;
    for (std::size_t cell = 0; cell + 1 < starts.size(); ++cell) {
        bool any = false;
        for (std::size_t i = starts[cell]; i < starts[cell + 1]; ++i) {
            const float value = values[i];
            if (!std::isfinite(value)) {
                throw Error(ErrorCode::bad_file,
                            sentence("The matrix's data hold ", value,
                                     " among the values looked at first; replace missing values before opening the file."));
            }
            if (value == 0) continue;
            any = true;
            ++spread.values;
            spread.fractions += value != std::floor(value);
            spread.negatives += value < 0;
            spread.min = std::min(spread.min, value);
            spread.max = std::max(spread.max, value);
        }
        spread.cells += any;
    }
    return spread;
}

struct Totals {
    double mean = 0;
    /// Standard deviation over mean.
    double variation = 0;
};

/// Sums of expm1 over each cell that has values.
Totals expm1_totals(std::span<const float> values, std::span<const std::size_t> starts) {
    double sum = 0, squares = 0, cells = 0;
    for (std::size_t cell = 0; cell + 1 < starts.size(); ++cell) {
        double total = 0;
        for (std::size_t i = starts[cell]; i < starts[cell + 1]; ++i) total += std::expm1(static_cast<double>(values[i]));
        if (total == 0) continue;
        sum += total;
        squares += total * total;
        ++cells;
    }
    const double mean = sum / cells;
    return {mean, std::sqrt(std::max(0.0, squares / cells - mean * mean)) / mean};
}

/// Share of values that are whole multiples (2 or more) of their cell's smallest, after `undo`: counts scaled by a factor per cell.
template <typename Undo> double whole_multiples(std::span<const float> values, std::span<const std::size_t> starts, Undo undo) {
    std::size_t whole = 0, all = 0;
    for (std::size_t cell = 0; cell + 1 < starts.size(); ++cell) {
        double least = 0;
        for (std::size_t i = starts[cell]; i < starts[cell + 1]; ++i) {
            if (values[i] > 0 && (least == 0 || values[i] < least)) least = values[i];
        }
        const double unit = undo(least);
        for (std::size_t i = starts[cell]; i < starts[cell + 1]; ++i) {
            const double multiple = values[i] > 0 ? undo(static_cast<double>(values[i])) / unit : 0;
            // A multiple of 1 says nothing, and float32 cannot tell large multiples from their neighbours.
            if (multiple < 1.001 || multiple > 200) continue;
            ++all;
            whole += std::abs(multiple - std::round(multiple)) < 0.01;
        }
    }
    return all == 0 ? 0 : static_cast<double>(whole) / static_cast<double>(all);
}

}  // namespace

const char* name_of(ValueKind kind) {
    switch (kind) {
    case ValueKind::counts: return "counts";
    case ValueKind::fractional_counts: return "fractional-counts";
    case ValueKind::log1p: return "log1p";
    case ValueKind::scaled: return "scaled";
    case ValueKind::empty: return "empty";
    }
    return "empty";
}

ValueKind value_kind(std::string_view name) {
    for (const ValueKind kind : {ValueKind::counts, ValueKind::fractional_counts, ValueKind::log1p, ValueKind::scaled, ValueKind::empty}) {
        if (name == name_of(kind)) return kind;
    }
    throw Error(ErrorCode::bad_input,
                sentence("'", name, "' is no kind of values; it is one of counts, fractional-counts, log1p, scaled, empty."));
}

ValueVerdict judge_values(std::span<const float> values, std::span<const std::size_t> starts) {
    const Spread spread = spread_of(values, starts);
    const std::string seen = sentence(spread.values, spread.values == 1 ? " non-zero value in " : " non-zero values in ", spread.cells,
                                      spread.cells == 1 ? " cell" : " cells");
    if (spread.values == 0) return {ValueKind::empty, sentence("All values of the ", starts.size() - 1, " cells looked at are zero.")};
    if (spread.negatives > 0) {
        return {ValueKind::scaled,
                sentence(spread.negatives, " of ", seen, " are below zero (lowest ", spread.min, "), so they are centred or scaled.")};
    }
    if (spread.fractions == 0) return {ValueKind::counts, sentence("All ", seen, " are whole numbers, up to ", spread.max, ".")};
    const std::string fractions = sentence(spread.fractions, " of ", seen, " are not whole, up to ", spread.max);
    if (spread.max >= kLogCeiling) {
        return {ValueKind::fractional_counts,
                sentence(fractions, ": too large for logarithms, so they are counts that were scaled or corrected.")};
    }
    const Totals totals = expm1_totals(values, starts);
    if (spread.cells > 1 && totals.variation < kSameTotal) {
        return {ValueKind::log1p, sentence(fractions, "; without the logarithm every cell sums to about ", std::round(totals.mean),
                                           ", so they are log1p of counts scaled to one total.")};
    }
    const double whole_logs = whole_multiples(values, starts, [](double x) { return std::expm1(x); });
    const double whole_counts = whole_multiples(values, starts, [](double x) { return x; });
    if (whole_counts > kMostlyWhole && whole_counts > whole_logs) {
        return {ValueKind::fractional_counts,
                sentence(fractions,
                         "; they are whole multiples of each cell's smallest, so they are counts that were scaled, without a logarithm.")};
    }
    if (whole_logs > kMostlyWhole) {
        return {ValueKind::log1p,
                sentence(fractions,
                         "; without the logarithm they are whole multiples of each cell's smallest, so they are log1p of scaled counts.")};
    }
    return {ValueKind::log1p, sentence(fractions, ": small enough for logarithms of scaled counts, though cells do not sum to one total.")};
}

}  // namespace phenolens
