#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

class ByteReader;
class ByteWriter;

/// A histogram with its quartiles. Without values all numbers are NaN and there are no bins.
struct Distribution {
    double min = 0, q1 = 0, median = 0, q3 = 0, max = 0, mean = 0;
    /// Equal-width, one more than counts.
    std::vector<double> edges;
    std::vector<double> counts;
};

/// Exact quartiles (linear between order statistics, as numpy) and `bins` equal bins; values that are not finite are left out.
/// Throws Error(bad_input) for fewer than one bin.
Distribution distribution_of(std::span<const float> values, std::size_t bins);

/// A running histogram of values that never depends on their order: counts by the upper half of a float's bits, so that a bin is at most
/// 0.8% wide. Merges without loss.
class Sketch {
public:
    /// Adds values; those that are not finite are left out.
    void add(std::span<const float> values);
    void merge(const Sketch& other);

    /// Quartiles within 0.4% (a bin's middle stands for its values); min, max and mean are exact.
    Distribution distribution(std::size_t bins) const;

    double values() const { return values_; }

    void write(ByteWriter& writer) const;
    static Sketch read(ByteReader& reader);

private:
    double quantile(double share) const;

    double values_ = 0;
    double sum_ = 0;
    float min_ = 0, max_ = 0;
    /// Empty, or one per bin, in order of value.
    std::vector<double> counts_;
};

}  // namespace phenolens
