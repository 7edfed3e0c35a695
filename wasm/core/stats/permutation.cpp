#include "stats/permutation.hpp"

#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

struct Units {
    std::vector<double> value;
    std::vector<std::size_t> group;
    std::vector<double> in_group;
    double total = 0;

    double size() const { return static_cast<double>(value.size()); }

    std::vector<double> differences() const {
        std::vector<double> sums(in_group.size());
        for (std::size_t i = 0; i < value.size(); ++i) sums[group[i]] += value[i];
        for (std::size_t g = 0; g < sums.size(); ++g) {
            const double n = in_group[g], others = size() - n;
            sums[g] = n > 0 && others > 0 ? sums[g] / n - (total - sums[g]) / others : kNaN;
        }
        return sums;
    }
};

/// Under random labels a group's mean has the variance of a sample without replacement.
std::vector<double> normal_limit(const Units& units, const std::vector<double>& observed) {
    double squares = 0;
    const double mean = units.total / units.size();
    for (const double value : units.value) squares += (value - mean) * (value - mean);
    std::vector<double> p;
    for (std::size_t g = 0; g < observed.size(); ++g) {
        const double n = units.in_group[g], others = units.size() - n;
        const double spread = squares / (units.size() - 1) * units.size() / (n * others);
        p.push_back(std::isnan(observed[g]) ? kNaN : spread > 0 ? 2 * normal_sf(std::abs(observed[g]) / std::sqrt(spread)) : 1);
    }
    return p;
}

std::vector<double> permuted(Units units, const std::vector<double>& observed, std::size_t permutations, std::uint64_t seed) {
    std::vector<double> extreme(observed.size(), 1.0);
    Random random(seed);
    for (std::size_t round = 0; round < permutations; ++round) {
        for (std::size_t i = units.group.size(); i > 1; --i) std::swap(units.group[i - 1], units.group[random.below(i)]);
        const auto now = units.differences();
        // Sums in another order differ in the last digits.
        for (std::size_t g = 0; g < now.size(); ++g) extreme[g] += std::abs(now[g]) >= std::abs(observed[g]) * (1 - 1e-12) - 1e-15;
    }
    for (std::size_t g = 0; g < extreme.size(); ++g)
        extreme[g] = std::isnan(observed[g]) ? kNaN : extreme[g] / static_cast<double>(permutations + 1);
    return extreme;
}

}  // namespace

std::vector<GroupTest> permutation_tests(std::span<const double> value, std::span<const std::int32_t> group, std::size_t groups,
                                         std::size_t permutations, std::uint64_t seed) {
    if (group.size() != value.size())
        throw Error(ErrorCode::bad_input, sentence("There are ", group.size(), " groups for ", value.size(), " units."));
    Units units;
    units.in_group.resize(groups);
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (group[i] < 0 || std::isnan(value[i])) continue;
        if (static_cast<std::size_t>(group[i]) >= groups)
            throw Error(ErrorCode::bad_input, sentence("Unit ", i, " is of group ", group[i], ", but there are ", groups, "."));
        units.value.push_back(value[i]);
        units.group.push_back(static_cast<std::size_t>(group[i]));
        ++units.in_group[units.group.back()];
        units.total += value[i];
    }
    const auto observed = units.differences();
    const auto p = units.value.size() <= kMostPermuted ? permuted(units, observed, permutations, seed) : normal_limit(units, observed);
    const auto adjusted = benjamini_hochberg(p);
    std::vector<GroupTest> out(groups);
    for (std::size_t g = 0; g < groups; ++g) out[g] = {units.in_group[g], observed[g], p[g], adjusted[g]};
    return out;
}

}  // namespace phenolens
