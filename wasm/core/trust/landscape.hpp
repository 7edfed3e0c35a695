#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"

namespace phenolens {

/// A value (an entropy) over the cells of one group.
struct GroupSpread {
    double cells = 0;
    /// Donors with cells in the group; 0 where there are no donors.
    double units = 0;
    /// Mean over cells. Its 95% interval is a jackknife over donors (NaN with fewer than three), or the normal one over cells where there
    /// are no donors.
    Interval mean;
    double q1 = 0, median = 0, q3 = 0;
    /// Sum of squares around the mean.
    double squares = 0;
    /// Cells per equal bin of [0, most].
    std::vector<double> histogram;
};

/// The cells of one donor within one group.
struct UnitMean {
    std::int32_t group = 0, unit = 0;
    double cells = 0, mean = 0;
};

/// The mean of a group's cells and the sum of squares around it.
struct GroupMean {
    double cells = 0, mean = 0, squares = 0;
};

/// Means alone: by group, and as in Landscape by group and donor.
struct Means {
    std::vector<GroupMean> groups;
    std::vector<UnitMean> units;
};

/// The means of a landscape without its quantiles, in one pass. Throws as `landscape`.
Means means_of(std::span<const float> value, std::span<const std::int32_t> group, std::span<const std::int32_t> unit, std::size_t groups);

struct Landscape {
    std::vector<GroupSpread> groups;
    /// By group, then by unit; empty where there are no donors.
    std::vector<UnitMean> units;
};

struct LandscapeOptions {
    std::size_t groups = 0;
    /// Upper end of the histogram; values beyond lie in the last bin.
    double most = 1;
    std::size_t bins = 48;
};

/// A per-cell value by groups. Cells of group -1, or whose value is not a number, are left out; `unit` is empty or a donor per cell, and
/// cells of donor -1 count for the group but not for its interval. Throws Error(bad_input) where arrays do not fit.
Landscape landscape(std::span<const float> value, std::span<const std::int32_t> group, std::span<const std::int32_t> unit,
                    const LandscapeOptions& options);

}  // namespace phenolens
