#include "survey/donor_tests.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "stats/moderated.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

/// One donor's cells on one side, and the samples that they are of.
struct DonorSide {
    double cells = 0;
    std::vector<std::size_t> samples;

    bool counts() const { return cells >= kLeastDonorCells; }
};

/// A place per donor.
struct Sides {
    std::vector<DonorSide> own, rest;
};

Sides sides_of(std::span<const double> cells, const SampleNames& names, std::size_t group) {
    if (names.group.size() != cells.size() || names.donor.size() != cells.size())
        throw Error(ErrorCode::internal, "Groups or donors of other samples were named.");
    Sides out;
    for (std::size_t sample = 0; sample < cells.size(); ++sample) {
        if (names.group[sample] < 0 || names.donor[sample] < 0) throw Error(ErrorCode::internal, "A sample has no group or no donor.");
        const auto donor = static_cast<std::size_t>(names.donor[sample]);
        if (donor >= out.own.size()) {
            out.own.resize(donor + 1);
            out.rest.resize(donor + 1);
        }
        DonorSide& side = (static_cast<std::size_t>(names.group[sample]) == group ? out.own : out.rest)[donor];
        side.cells += cells[sample];
        side.samples.push_back(sample);
    }
    return out;
}

DonorSides design_of(const Sides& sides) {
    DonorSides out;
    for (std::size_t donor = 0; donor < sides.own.size(); ++donor) {
        const DonorSide &own = sides.own[donor], &rest = sides.rest[donor];
        out.own += own.counts();
        out.rest += rest.counts();
        out.both += own.counts() && rest.counts();
        out.sparse += (own.cells > 0 && !own.counts()) || (rest.cells > 0 && !rest.counts());
    }
    const std::size_t fewer = std::min(out.own, out.rest);
    if (out.both >= kLeastDonors && 2 * out.both >= fewer)
        out.design = DonorDesign::paired;
    else if (fewer >= kLeastDonors)
        out.design = DonorDesign::independent;
    return out;
}

/// A gene's count or a sample's total, summed over the samples of a side.
template <typename Value> double over(const DonorSide& side, const Value& value) {
    double sum = 0;
    for (const std::size_t sample : side.samples) sum += value(sample);
    return sum;
}

struct Moments {
    double count = 0, mean = 0, squares = 0;

    void add(double value) {
        const double before = value - mean;
        mean += before / ++count;
        squares += before * (value - mean);
    }
};

double log_cpm(double count, double total) { return std::log2((count + 0.5) / (total + 1) * 1e6); }

}  // namespace

DonorSides donor_sides(std::span<const double> cells, const SampleNames& names, std::size_t group) {
    return design_of(sides_of(cells, names, group));
}

DonorTests donor_tests(const Pseudobulk& sums, const SampleNames& names, std::size_t group) {
    const Sides sides = sides_of(sums.cells(), names, group);
    DonorTests out;
    out.sides = design_of(sides);
    out.log_fold_change.assign(sums.genes(), kNaN);
    std::vector<double> variance(sums.genes(), kNaN), level(sums.genes(), kNaN);
    const bool is_paired = out.sides.design == DonorDesign::paired;
    if (out.sides.design == DonorDesign::none) {
        out.t = out.p = out.q = out.log_fold_change;
        return out;
    }
    // The two sides' donors that are compared, in step where they are pairs.
    std::vector<const DonorSide*> own, rest;
    for (std::size_t donor = 0; donor < sides.own.size(); ++donor) {
        const bool is_own = sides.own[donor].counts(), is_rest = sides.rest[donor].counts();
        if (is_own && (is_rest || !is_paired)) own.push_back(&sides.own[donor]);
        if (is_rest && (is_own || !is_paired)) rest.push_back(&sides.rest[donor]);
    }
    const auto totals_of = [&](const std::vector<const DonorSide*>& side) {
        std::vector<double> totals;
        for (const DonorSide* one : side) totals.push_back(over(*one, [&](std::size_t sample) { return sums.totals()[sample]; }));
        return totals;
    };
    const auto mean_of = [](const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values) sum += value;
        return sum / static_cast<double>(values.size());
    };
    const std::vector<double> own_totals = totals_of(own), rest_totals = totals_of(rest);
    const double own_depth = mean_of(own_totals), rest_depth = mean_of(rest_totals), depth = std::min(own_depth, rest_depth);
    const double own_donors = static_cast<double>(own.size()), rest_donors = static_cast<double>(rest.size());
    std::vector<double> own_counts(own.size()), rest_counts(rest.size());
    for (std::size_t gene = 0; gene < sums.genes(); ++gene) {
        const auto count = [&](std::size_t sample) { return sums.sum(gene, sample); };
        for (std::size_t i = 0; i < own.size(); ++i) own_counts[i] = over(*own[i], count);
        for (std::size_t i = 0; i < rest.size(); ++i) rest_counts[i] = over(*rest[i], count);
        if (!(std::max(mean_of(own_counts) / own_depth, mean_of(rest_counts) / rest_depth) * depth >= kLeastDonorCount)) continue;
        Moments first, second, difference;
        for (std::size_t i = 0; i < own.size(); ++i) first.add(log_cpm(own_counts[i], own_totals[i]));
        for (std::size_t i = 0; i < rest.size(); ++i) second.add(log_cpm(rest_counts[i], rest_totals[i]));
        for (std::size_t i = 0; is_paired && i < own.size(); ++i)
            difference.add(log_cpm(own_counts[i], own_totals[i]) - log_cpm(rest_counts[i], rest_totals[i]));
        out.log_fold_change[gene] = first.mean - second.mean;
        level[gene] = (own_donors * first.mean + rest_donors * second.mean) / (own_donors + rest_donors);
        // Residual variance of a pair's two values, or of values around their side's mean.
        variance[gene] =
            is_paired ? difference.squares / (own_donors - 1) / 2 : (first.squares + second.squares) / (own_donors + rest_donors - 2);
    }
    const double freedom = is_paired ? own_donors - 1 : own_donors + rest_donors - 2;
    const std::vector<double> scale(sums.genes(), 1 / own_donors + 1 / rest_donors);
    auto found = moderated_tests(out.log_fold_change, variance, scale, freedom, level);
    out.t = std::move(found.t);
    out.p = std::move(found.p);
    out.q = benjamini_hochberg(out.p);
    return out;
}

}  // namespace phenolens
