#pragma once

#include <span>
#include <vector>

#include "read/value_sample.hpp"
#include "read/values.hpp"

namespace phenolens {

/// A way that stored values may have been made of counts, and its inverse.
struct Transform {
    StoredAs stored;
    /// Of logarithms.
    double log_base;
    /// No value of such a matrix is larger: log(1 + 1e6) and what is above is in no use.
    float ceiling;

    double undo(double value) const;
};

/// The ways there are, the plain one first.
std::span<const Transform> transforms();

/// What cells sum to after an inverse.
struct Totals {
    std::vector<double> of_cells;
    double mean = 0;
    /// Standard deviation over mean; infinite with fewer than two cells.
    double variation = 0;
    /// Cells fall into two or three groups of one total each.
    bool grouped = false;
};

Totals totals_after(const Transform& transform, const ValueSample& sample);

/// How well values are whole multiples (2 or more) of their cell's smallest, after an inverse: counts scaled by a factor per cell.
struct Multiples {
    /// Share of them that are whole, 0 without any.
    double whole = 0;
    /// Mean distance to the next whole number.
    double distance = 0;
};

Multiples multiples_after(const Transform& transform, const ValueSample& sample);

/// Share of the genes seen in 10 or more cells whose standard deviation over all cells of the sample is near 1; 0 with fewer than 20 such
/// genes.
double share_of_unit_variance(const ValueSample& sample);

/// Share of the genes seen in 5 or more cells whose largest value in the sample is 1; 0 with fewer than 20 such genes.
double share_of_unit_range(const ValueSample& sample);

/// Correlation over cells of the logarithm of the values above zero and that of their mean: below zero for logarithms of scaled counts, as
/// shallow cells are scaled up; above for counts. 0 with fewer than 10 cells.
double depth_correlation(const ValueSample& sample);

/// Share of values whose squares are whole.
double share_of_whole_squares(std::span<const float> values);

/// Whether whole values are bins: nearly every cell reaches the same largest value, and values spread up to it.
bool are_bins(const ValueSample& sample, float largest);

/// The usual total that a mean is meant for, where cells lost some genes after they were scaled; else the mean.
double usual_target(double mean, double variation);

}  // namespace phenolens
