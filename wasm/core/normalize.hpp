#pragma once

#include <span>
#include <vector>

#include "values.hpp"

namespace phenolens {

/// The total a cell's counts are scaled to before the logarithm, as scanpy and CellxGene do.
inline constexpr double kTargetSum = 1e4;

/// Sum of a cell's counts; for log1p values of expm1(value), the scaled counts they stand for.
double cell_total(std::span<const float> values, ValueKind kind);

/// ln(1 + target_sum * count / total) of each value, `total` being the sum over all genes of the file; log1p values are left as they are.
/// A total that is not above zero gives zeros.
void log1p_values(std::span<const float> values, double total, double target_sum, ValueKind kind, std::span<float> out);

/// The bins of PolyGene v1: edges 0 and then linspace(0.1, 9, bins - 1) on log1p values; a value's bin is the last edge at or below it (numpy.digitize - 1).
/// Bin 0 is 'not expressed'.
class PolygeneBins {
public:
    /// Throws Error(model) for fewer than 3 bins.
    explicit PolygeneBins(int bins);

    int bin_of(float value) const;
    std::span<const double> edges() const { return edges_; }

private:
    std::vector<double> edges_;
};

}  // namespace phenolens
