#pragma once

#include <span>
#include <vector>

#include "survey/group_sums.hpp"

namespace phenolens {

/// Every gene in one group against the cells of all other groups, of log1p values; a value per gene each.
struct GroupTests {
    double cells = 0, rest = 0;
    std::vector<double> mean, mean_rest, fraction, fraction_rest;
    /// log2 of (expm1(mean) + 1e-9) / (expm1(mean of the rest) + 1e-9), as scanpy.
    std::vector<double> log_fold_change;
    /// Welch's t, two-sided p, and p adjusted over genes (Benjamini-Hochberg); t 0 and p 1 where neither side varies.
    std::vector<double> t, p, q;
};

/// Throws Error(internal) for a group that is none, Error(bad_input) where the group or the rest has fewer than two cells.
GroupTests tests_of(const GroupSums& sums, std::size_t group);

/// The same of the cells of some groups against those of some others; cells of all other groups take no part.
GroupTests tests_between(const GroupSums& sums, std::span<const std::size_t> own, std::span<const std::size_t> rest);

/// Two-sided p of standard normal scores, and adjusted over them (Benjamini-Hochberg).
struct NormalTests {
    std::vector<double> p, q;
};
NormalTests normal_tests(std::span<const double> z);

}  // namespace phenolens
