#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "survey/pseudobulk.hpp"

namespace phenolens {

/// Donors a side needs to be tested, and cells of a donor on a side for it to count there.
inline constexpr std::size_t kLeastDonors = 3;
inline constexpr double kLeastDonorCells = 10;
/// Counts that a gene needs of the average donor, on the side where it is higher, had that side the smaller side's depth: below it the
/// logarithm of a count is neither symmetric nor without bias.
inline constexpr double kLeastDonorCount = 10;

/// Which group and which donor the cells of a sample are of.
struct SampleNames {
    std::span<const std::int32_t> group, donor;
};

/// paired: differences within donors. independent: donors of one side against donors of the other. none: too few donors.
enum class DonorDesign { none, paired, independent };

struct DonorSides {
    DonorDesign design = DonorDesign::none;
    /// Donors with enough cells in the group, in the rest, and in both.
    std::size_t own = 0, rest = 0, both = 0;
    /// Donors with cells on a side, but too few of them there.
    std::size_t sparse = 0;
};

/// How a group is compared with the rest by donors. Paired where three donors have cells on both sides, and at least half of the donors of
/// the side with fewer; else independent where either side has three. Throws Error(internal) where names do not fit the samples.
DonorSides donor_sides(std::span<const double> cells, const SampleNames& names, std::size_t group);

/// Every gene in one group against the rest, donors being the units; a value per gene, NaN where a gene has too few counts to test.
struct DonorTests {
    DonorSides sides;
    /// log2 of counts per million in the group minus in the rest, mean over donors.
    std::vector<double> log_fold_change;
    /// limma-trend's moderated t (Smyth 2004) of log2((count + 0.5) / (total + 1) x 1e6) of pseudobulk sums, its two-sided p, and p
    /// adjusted over the genes tested (Benjamini-Hochberg).
    std::vector<double> t, p, q;
};

/// All NaN where there are too few donors.
DonorTests donor_tests(const Pseudobulk& sums, const SampleNames& names, std::size_t group);

}  // namespace phenolens
