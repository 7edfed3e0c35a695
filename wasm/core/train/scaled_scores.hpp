#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "train/training_sample.hpp"

namespace phenolens {

/// Some rows and genes of a sample, centred and scaled, as a matrix that is multiplied without ever being dense:
/// X[i][j] = (zero_i + difference_ij - mean_j) / deviation_j.
class ScaledScores {
public:
    /// `rows` must have scores; `genes` rise; `mean` and `deviation` have one entry per chosen gene. The sample must outlive this.
    ScaledScores(const TrainingSample& sample, std::vector<std::int32_t> rows, std::vector<std::int32_t> genes, std::vector<double> mean,
                 std::vector<double> deviation);

    std::size_t rows() const { return rows_.size(); }
    std::size_t genes() const { return genes_.size(); }
    const std::vector<std::int32_t>& chosen() const { return genes_; }
    const std::vector<double>& mean() const { return mean_; }
    const std::vector<double>& deviation() const { return deviation_; }

    /// X right: row-major rows x width, from genes x width; `width` is padded (dense.hpp).
    std::vector<float> times(std::span<const float> right, std::size_t width) const;

    /// X' left: row-major genes x width, from rows x width.
    std::vector<float> transposed_times(std::span<const float> left, std::size_t width) const;

private:
    /// The chosen genes of a row, numbered as chosen.
    template <typename Take> void each(std::size_t row, const Take& take) const;

    const TrainingSample& sample_;
    std::vector<std::int32_t> rows_, genes_;
    std::vector<double> mean_, deviation_;
    /// Place among the chosen per gene of the sample, -1 for others.
    std::vector<std::int32_t> place_;
};

/// An orthonormal basis of the leading components of a matrix's rows, and the spread along each.
struct LeadingBasis {
    std::size_t components = 0;
    /// Width of the arrays' rows: components, padded.
    std::size_t width = 0;
    /// Row-major genes x width and rows x width: the axes, and the rows' positions on them; the padding is zeros.
    std::vector<float> axes, positions;
    /// Standard deviation along each axis (rows - 1 below the line).
    std::vector<double> deviation;
};

/// The leading components by block Lanczos from a random start: from the Krylov space of `breadth` times as many dimensions as components
/// are asked for, reorthogonalized in full. With a breadth of 3 components near the noise, such as those of rare classes, are found that as
/// many rounds of plain subspace iteration miss. Components along which nothing varies are left out.
LeadingBasis leading_basis(const ScaledScores& matrix, std::size_t components, double breadth, std::uint64_t seed);

}  // namespace phenolens
