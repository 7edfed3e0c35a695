#pragma once

#include <span>
#include <vector>

#include "read/values.hpp"

namespace phenolens {

/// Sum of a cell's counts; for log1p values of expm1(value), the scaled counts they stand for.
double cell_total(std::span<const float> values, ValueKind kind);

/// ln(1 + target_sum * count / total) of each value, `total` being the sum over all genes of the file; log1p values, which are of
/// kTargetSum, are brought to target_sum. A total that is not above zero gives zeros.
template <typename Number>
void log1p_values(std::span<const float> values, double total, double target_sum, ValueKind kind, std::span<Number> out);

inline void log1p_values(std::span<const float> values, double total, double target_sum, ValueKind kind, std::vector<float>& out) {
    log1p_values(values, total, target_sum, kind, std::span<float>(out));
}

/// target_sum * count / total of each value: what log1p_values takes logarithms of. `total` as there; zeros where it is not above zero.
void proportions(std::span<const float> values, double total, double target_sum, ValueKind kind, std::span<float> out);

/// log1p_values with the total of these values alone: those of a model's genes, whatever else the file measures.
template <typename Number>
void log1p_values_of_own_total(std::span<const float> values, double target_sum, ValueKind kind, std::span<Number> out);

/// Expression bins of fixed edges, as PolyGene's: a value's bin is the number of edges at or below it (numpy.digitize); bin 0 is 'not
/// expressed'.
class ExpressionBins {
public:
    /// Throws Error(model) unless the edges rise and begin above zero.
    explicit ExpressionBins(std::vector<double> edges);

    int bin_of(float value) const;

private:
    std::vector<double> edges_;
};

/// Bins of equal frequency among a cell's values, as scGPT's: edges are the quantiles at linspace(0, 1, bins - 1), interpolated as
/// numpy.quantile does. Where equal values span several bins, which scGPT settles by drawing, they get the middle one (the lower of two).
/// Bins are 1 to bins - 1; `bins` is at least 3.
std::vector<float> equal_frequency_bins(std::span<const float> values, int bins);

}  // namespace phenolens
