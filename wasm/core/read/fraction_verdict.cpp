#include "read/fraction_verdict.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "read/sample_part.hpp"
#include "read/value_tests.hpp"

namespace phenolens {
namespace {

/// Cells whose sums vary by less than this (standard deviation over mean) were scaled to one total.
constexpr double kSameTotal = 0.02;
/// Share of values that must be whole multiples of their cell's smallest.
constexpr double kMostlyWhole = 0.9;
/// Cells that tests of every transform look at; they are spread over the sample.
constexpr std::size_t kTested = 64;
/// Share of genes whose standard deviation must be near 1.
constexpr double kMostGenes = 0.7;
/// Share of genes whose largest value must be 1: a gene's largest may lie outside the sample.
constexpr double kFullGenes = 0.2;

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

}  // namespace

ValueVerdict judge_fractions(const ValueSample& sample, float largest, const std::string& fractions) {
    // More decides nothing.
    const std::size_t cells = sample.starts.size() - 1, step = std::max<std::size_t>(1, (cells + kTested - 1) / kTested);
    const SamplePart part(sample, [step](std::size_t cell, std::span<const float>) { return cell % step == 0; });
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

}  // namespace phenolens
