#include "read/value_verdict.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/fraction_verdict.hpp"
#include "read/sample_part.hpp"
#include "read/value_tests.hpp"
#include "stats/median.hpp"

namespace phenolens {
namespace {

/// Values below which a matrix of ones alone says nothing about how it was made.
constexpr std::size_t kManyOnes = 100;

struct Spread {
    std::size_t values = 0;
    std::size_t cells = 0;
    std::size_t fractions = 0;
    std::size_t negatives = 0;
    std::size_t ones = 0;
    /// Cells of whole values alone, of those with any.
    std::size_t whole_cells = 0;
    float min = 0;
    float max = 0;
};

Spread spread_of(const ValueSample& sample) {
    Spread spread;
    for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
        bool any = false, whole = true;
        for (std::size_t i = sample.starts[cell]; i < sample.starts[cell + 1]; ++i) {
            const float value = sample.values[i];
            if (!std::isfinite(value)) {
                throw Error(ErrorCode::bad_file,
                            sentence("The matrix's data hold ", value,
                                     " among the values looked at first; replace missing values before opening the file."));
            }
            if (value == 0) continue;
            const bool fraction = value != std::floor(value);
            any = true;
            whole &= !fraction;
            ++spread.values;
            spread.fractions += fraction;
            spread.negatives += value < 0;
            spread.ones += value == 1;
            spread.min = std::min(spread.min, value);
            spread.max = std::max(spread.max, value);
        }
        spread.cells += any;
        spread.whole_cells += any && whole;
    }
    return spread;
}

bool is_whole(std::span<const float> values) {
    return std::all_of(values.begin(), values.end(), [](float value) { return value == std::floor(value); });
}

/// Cells of whole numbers among others of logarithms; nothing where they are not.
std::optional<ValueVerdict> judge_mixed(const ValueSample& sample, const Spread& spread, float largest, const std::string& fractions) {
    const std::size_t others = spread.cells - spread.whole_cells;
    const std::size_t few = std::max<std::size_t>(2, spread.cells / 50);
    if (spread.whole_cells < few || others < few) return std::nullopt;
    const SamplePart part(sample, [](std::size_t, std::span<const float> values) { return !is_whole(values); });
    const ValueSample logs = part.sample(sample.declared_base);
    float most = 0;
    for (const float value : logs.values) most = std::max(most, value);
    const ValueVerdict verdict = judge_fractions(logs, most, fractions);
    if (verdict.kind != ValueKind::log1p || verdict.scale.stored != StoredAs::log1p) return std::nullopt;
    return ValueVerdict{ValueKind::fractional_counts,
                        {StoredAs::mixed, verdict.scale.log_base, verdict.scale.target},
                        sentence("Of ", spread.cells, " cells looked at ", spread.whole_cells, " hold whole numbers, up to ", largest,
                                 ", and ", others, " hold logarithms, up to ", most, "."),
                        {}};
}

ValueVerdict judge(const ValueSample& sample, const Spread& spread) {
    const std::string seen = sentence(spread.values, spread.values == 1 ? " non-zero value in " : " non-zero values in ", spread.cells,
                                      spread.cells == 1 ? " cell" : " cells");
    if (spread.values == 0) {
        return {ValueKind::empty,
                {StoredAs::empty, std::numbers::e, 0},
                sentence("All values of the ", sample.starts.size() - 1, " cells looked at are zero."),
                {}};
    }
    if (spread.negatives > 0) {
        return {ValueKind::scaled,
                {StoredAs::scaled, std::numbers::e, 0},
                sentence(spread.negatives, " of ", seen, " are below zero (lowest ", spread.min, "), so they are centred or scaled."),
                {}};
    }
    if (spread.fractions == 0) {
        if (are_bins(sample, spread.max))
            return {ValueKind::scaled,
                    {StoredAs::bins, std::numbers::e, 0},
                    sentence("All ", seen, " are whole numbers that spread up to ", spread.max,
                             " in every cell, so they are bins of each cell's values."),
                    {}};
        if (spread.ones == spread.values && spread.values >= kManyOnes)
            return {ValueKind::counts,
                    {StoredAs::detected, std::numbers::e, 0},
                    sentence("All ", seen, " are 1: they say whether a gene was seen, not how often."),
                    {}};
        return {ValueKind::counts,
                {StoredAs::counts, std::numbers::e, 0},
                sentence("All ", seen, " are whole numbers, up to ", spread.max, "."),
                {}};
    }
    const std::string fractions = sentence(spread.fractions, " of ", seen, " are not whole, up to ", spread.max);
    if (auto mixed = judge_mixed(sample, spread, spread.max, fractions)) return *mixed;
    return judge_fractions(sample, spread.max, fractions);
}

ValueLook look_at(const ValueSample& sample, const Spread& spread, const ValueVerdict& verdict) {
    std::vector<float> restored(sample.values.begin(), sample.values.end());
    restore_values(restored, sample.starts, verdict.scale);
    std::vector<double> totals, detected;
    for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
        double total = 0, above = 0;
        for (std::size_t i = sample.starts[cell]; i < sample.starts[cell + 1]; ++i) {
            total += verdict.kind == ValueKind::log1p ? std::expm1(static_cast<double>(restored[i])) : static_cast<double>(restored[i]);
            above += restored[i] > 0;
        }
        if (above == 0) continue;
        totals.push_back(total);
        detected.push_back(above);
    }
    return {median_of(totals), median_of(detected), static_cast<double>(spread.max),
            spread.values == 0 ? 0 : static_cast<double>(spread.ones) / static_cast<double>(spread.values)};
}

}  // namespace

ValueVerdict judge_values(const ValueSample& sample) {
    const Spread spread = spread_of(sample);
    ValueVerdict verdict = judge(sample, spread);
    verdict.look = look_at(sample, spread, verdict);
    return verdict;
}

}  // namespace phenolens
