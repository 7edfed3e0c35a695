#include "read/value_verdict.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/value_tests.hpp"

namespace phenolens {
namespace {

/// Cells whose sums vary by less than this (standard deviation over mean) were scaled to one total.
constexpr double kSameTotal = 0.02;
/// Share of values that must be whole multiples of their cell's smallest.
constexpr double kMostlyWhole = 0.9;
/// Cells that tests of every transform look at; they are spread over the sample.
constexpr std::size_t kTested = 64;
/// Values below which a matrix of ones alone says nothing about how it was made.
constexpr std::size_t kManyOnes = 100;
/// Share of genes whose standard deviation must be near 1.
constexpr double kMostGenes = 0.7;
/// Share of genes whose largest value must be 1: a gene's largest may lie outside the sample.
constexpr double kFullGenes = 0.2;

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

/// Copies of some cells of a sample.
class Part {
public:
    template <typename Wanted> Part(const ValueSample& sample, Wanted wanted) : genes_(sample.genes) {
        starts_.push_back(0);
        for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
            const auto from = sample.starts[cell], to = sample.starts[cell + 1];
            if (!wanted(cell, sample.values.subspan(from, to - from))) continue;
            values_.insert(values_.end(), sample.values.begin() + static_cast<std::ptrdiff_t>(from),
                           sample.values.begin() + static_cast<std::ptrdiff_t>(to));
            if (!sample.columns.empty())
                columns_.insert(columns_.end(), sample.columns.begin() + static_cast<std::ptrdiff_t>(from),
                                sample.columns.begin() + static_cast<std::ptrdiff_t>(to));
            starts_.push_back(values_.size());
        }
    }

    ValueSample sample(double declared_base) const { return {values_, starts_, columns_, genes_, declared_base}; }

private:
    std::vector<float> values_;
    std::vector<std::size_t> starts_;
    std::vector<std::int32_t> columns_;
    std::size_t genes_;
};

bool is_whole(std::span<const float> values) {
    return std::all_of(values.begin(), values.end(), [](float value) { return value == std::floor(value); });
}

/// How the logarithm is written: log1p, log2(1 + x).
std::string log_name(double base) { return base == std::numbers::e ? "log1p" : sentence("log", base, "(1 + x)"); }

ValueKind kind_after(const Transform& transform) {
    return transform.stored == StoredAs::log1p || transform.stored == StoredAs::log1p_twice ? ValueKind::log1p
                                                                                            : ValueKind::fractional_counts;
}

struct Fit {
    const Transform* transform = nullptr;
    Totals totals;
    Multiples multiples;
};

std::vector<Fit> fits_of(const ValueSample& sample, float largest) {
    std::vector<Fit> fits;
    for (const Transform& transform : transforms())
        if (largest < transform.ceiling) fits.push_back({&transform, totals_after(transform, sample), {}});
    return fits;
}

ValueVerdict one_total(const Fit& fit, const std::string& fractions) {
    const Transform& transform = *fit.transform;
    const double target = usual_target(fit.totals.mean, fit.totals.variation);
    // As few as lose nothing: shares have a sum below ten.
    const double shown = fit.totals.mean < 10 ? fit.totals.mean : std::round(fit.totals.mean);
    const ValueScale scale{transform.stored, transform.stored == StoredAs::log1p ? transform.log_base : std::numbers::e, target};
    std::string why;
    switch (transform.stored) {
    case StoredAs::proportions:
        why = sentence(fractions, "; every cell sums to about ", shown, ", so they are counts scaled to one total, without a logarithm.");
        break;
    case StoredAs::square_roots:
        why = sentence(fractions, "; their squares sum to about ", shown,
                       " in every cell, so they are square roots of counts scaled to one total.");
        break;
    case StoredAs::log1p_twice:
        why = sentence(fractions, "; without two logarithms every cell sums to about ", shown,
                       ", so log1p was taken twice of counts scaled to one total.");
        break;
    default:
        why = sentence(fractions, "; without the logarithm every cell sums to about ", shown, ", so they are ",
                       log_name(transform.log_base), " of counts scaled to one total.");
    }
    return {kind_after(transform), scale, why, {}};
}

ValueVerdict scaled_each(const Fit& fit, const std::string& fractions) {
    const Transform& transform = *fit.transform;
    const ValueScale scale{transform.stored == StoredAs::proportions ? StoredAs::fractional_counts : transform.stored,
                           transform.stored == StoredAs::log1p ? transform.log_base : std::numbers::e, 0};
    const char* after = transform.stored == StoredAs::proportions    ? "; they"
                        : transform.stored == StoredAs::square_roots ? "; their squares"
                        : transform.stored == StoredAs::log1p_twice  ? "; without two logarithms they"
                                                                     : "; without the logarithm they";
    const std::string are = transform.stored == StoredAs::proportions    ? "counts that were scaled, without a logarithm"
                            : transform.stored == StoredAs::square_roots ? "square roots of scaled counts"
                            : transform.stored == StoredAs::log1p_twice  ? "log1p of log1p of scaled counts"
                                                                         : log_name(transform.log_base) + " of scaled counts";
    return {kind_after(transform),
            scale,
            sentence(fractions, after, " are whole multiples of each cell's smallest, so they are ", are, "."),
            {}};
}

/// The base of logarithms that nothing else tells.
double base_of(const ValueSample& sample) { return sample.declared_base > 1 ? sample.declared_base : std::numbers::e; }

/// Fractions that are neither scaled to one total nor whole multiples of anything.
ValueVerdict by_depth(const ValueSample& sample, float largest, const std::string& fractions) {
    const ValueVerdict counts{ValueKind::fractional_counts, {StoredAs::fractional_counts, std::numbers::e, 0}, "", {}};
    const ValueVerdict logs{ValueKind::log1p, {StoredAs::log1p, base_of(sample), 0}, "", {}};
    const auto with = [](ValueVerdict verdict, std::string why) {
        verdict.why = std::move(why);
        return verdict;
    };
    if (largest >= transforms()[2].ceiling)
        return with(counts, fractions + ": too large for logarithms, so they are counts that were scaled or corrected.");
    const double correlation = depth_correlation(sample);
    constexpr double kClear = 0.2;
    if (correlation > kClear)
        return with(counts, fractions + ": cells with more genes have the larger values, as in counts that were corrected.");
    if (correlation < -kClear || sample.declared_base > 1)
        return with(logs, fractions +
                              ": cells with fewer genes have the larger values, as logarithms of scaled counts, though cells do not sum "
                              "to one total.");
    return with(logs, fractions + ": small enough for logarithms of scaled counts, though cells do not sum to one total.");
}

ValueVerdict judge_fractions(const ValueSample& sample, float largest, const std::string& fractions) {
    // More decides nothing.
    const std::size_t cells = sample.starts.size() - 1, step = std::max<std::size_t>(1, (cells + kTested - 1) / kTested);
    const Part part(sample, [step](std::size_t cell, std::span<const float>) { return cell % step == 0; });
    const ValueSample some = part.sample(sample.declared_base);
    if (share_of_whole_squares(some.values) > 0.99) {
        return {ValueKind::counts,
                {StoredAs::square_roots, std::numbers::e, 0},
                fractions + "; their squares are whole, so they are square roots of counts.",
                {}};
    }
    std::vector<Fit> fits = fits_of(some, largest);
    const auto best =
        std::min_element(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.totals.variation < b.totals.variation; });
    if (best->totals.variation < kSameTotal) return one_total(*best, fractions);
    for (const Fit& fit : fits) {
        if (fit.transform->stored != StoredAs::log1p || !fit.totals.grouped) continue;
        const auto [low, high] = std::minmax_element(fit.totals.of_cells.begin(), fit.totals.of_cells.end());
        return {ValueKind::fractional_counts,
                {StoredAs::mixed, fit.transform->log_base, 0},
                sentence(fractions, "; without the logarithm cells sum to several totals, from about ", std::round(*low), " to ",
                         std::round(*high), ", so they are ", log_name(fit.transform->log_base), " of counts scaled to several totals."),
                {}};
    }
    const Fit* multiple = nullptr;
    for (Fit& fit : fits) {
        fit.multiples = multiples_after(*fit.transform, some);
        if (fit.multiples.whole > kMostlyWhole && (!multiple || fit.multiples.distance < multiple->multiples.distance)) multiple = &fit;
    }
    if (multiple) return scaled_each(*multiple, fractions);
    if (share_of_unit_variance(sample) > kMostGenes) {
        return {ValueKind::scaled,
                {StoredAs::unit_variance, std::numbers::e, 0},
                fractions + "; genes have a standard deviation of 1, so each gene was scaled on its own.",
                {}};
    }
    if (largest <= 1 && share_of_unit_range(sample) > kFullGenes) {
        return {ValueKind::scaled,
                {StoredAs::unit_range, std::numbers::e, 0},
                fractions + "; the largest values of many genes are 1, so each gene was divided by its largest.",
                {}};
    }
    return by_depth(sample, largest, fractions);
}

/// Cells of whole numbers among others of logarithms; nothing where they are not.
std::optional<ValueVerdict> judge_mixed(const ValueSample& sample, const Spread& spread, float largest, const std::string& fractions) {
    const std::size_t others = spread.cells - spread.whole_cells;
    const std::size_t few = std::max<std::size_t>(2, spread.cells / 50);
    if (spread.whole_cells < few || others < few) return std::nullopt;
    const Part part(sample, [](std::size_t, std::span<const float> values) { return !is_whole(values); });
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

double median_of(std::vector<double> values) {
    if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
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

/// Values of one cell, restored and without logarithms.
std::vector<float> plain_values(const ValueSample& sample, const ValueScale& scale) {
    std::vector<float> values(sample.values.begin(), sample.values.end());
    restore_values(values, sample.starts, scale);
    if (scale.stored == StoredAs::log1p || scale.stored == StoredAs::log1p_twice)
        for (float& value : values) value = static_cast<float>(std::expm1(static_cast<double>(value)));
    return values;
}

/// Value over value of the genes that both cells have; `one_sided` counts those that one alone has.
std::vector<double> ratios_of(const ValueSample& first, std::span<const float> a, const ValueSample& second, std::span<const float> b,
                              std::size_t cell, std::size_t& one_sided) {
    std::vector<double> ratios;
    const auto column = [cell](const ValueSample& sample, std::size_t i) {
        return sample.columns.empty() ? static_cast<std::int64_t>(i - sample.starts[cell]) : sample.columns[i];
    };
    std::size_t i = first.starts[cell], j = second.starts[cell];
    const std::size_t i_end = first.starts[cell + 1], j_end = second.starts[cell + 1];
    one_sided = 0;
    while (i < i_end || j < j_end) {
        const bool only_first = j == j_end || (i < i_end && column(first, i) < column(second, j));
        const bool only_second = !only_first && (i == i_end || column(second, j) < column(first, i));
        if (only_first) {
            one_sided += a[i++] > 0;
        } else if (only_second) {
            one_sided += b[j++] > 0;
        } else {
            if (a[i] > 0 && b[j] > 0)
                ratios.push_back(static_cast<double>(a[i]) / static_cast<double>(b[j]));
            else
                one_sided += (a[i] > 0) != (b[j] > 0);
            ++i;
            ++j;
        }
    }
    return ratios;
}

}  // namespace

ValueVerdict judge_values(const ValueSample& sample) {
    const Spread spread = spread_of(sample);
    ValueVerdict verdict = judge(sample, spread);
    verdict.look = look_at(sample, spread, verdict);
    return verdict;
}

double share_proportional(const ValueSample& first, const ValueScale& first_scale, const ValueSample& second,
                          const ValueScale& second_scale) {
    if (first.starts.size() != second.starts.size())
        throw Error(ErrorCode::internal,
                    sentence("Samples of ", first.starts.size(), " and ", second.starts.size(), " starts were compared."));
    const std::vector<float> a = plain_values(first, first_scale), b = plain_values(second, second_scale);
    constexpr std::size_t kLeast = 5;
    double cells = 0, proportional = 0;
    for (std::size_t cell = 0; cell + 1 < first.starts.size(); ++cell) {
        std::size_t one_sided = 0;
        const std::vector<double> ratios = ratios_of(first, a, second, b, cell, one_sided);
        if (ratios.size() + one_sided < kLeast) continue;
        ++cells;
        const double middle = median_of(ratios);
        const auto near = static_cast<std::size_t>(
            std::count_if(ratios.begin(), ratios.end(), [middle](double ratio) { return std::abs(ratio / middle - 1) < 0.02; }));
        proportional += static_cast<double>(near) >= 0.95 * static_cast<double>(ratios.size() + one_sided);
    }
    return cells == 0 ? std::numeric_limits<double>::quiet_NaN() : proportional / cells;
}

}  // namespace phenolens
