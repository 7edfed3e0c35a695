#pragma once

#include <span>
#include <vector>

#include "stats/covariance.hpp"

namespace phenolens {

/// Directions of most variance.
struct Components {
    std::size_t dims = 0;
    std::size_t components = 0;
    double rows = 0;
    /// dims values, subtracted before rotating.
    std::vector<float> mean;
    /// Row-major components x dims, of length 1; the entry of largest size is positive, so that signs do not depend on the solver.
    std::vector<float> rotation;
    /// Variance along each component (rows - 1 below the line), and its share of the total.
    std::vector<double> variance;
    std::vector<float> explained;
};

/// The exact leading components; all dims where fewer than `components`.
/// Throws Error(bad_input) for fewer than one component or fewer than two rows.
Components leading_components(const Covariance& covariance, std::size_t components);

/// The same of a covariance matrix, row-major dims x dims, and the mean that goes with it, of `rows` cells.
Components components_of(std::vector<double> matrix, std::span<const double> mean, double rows, std::size_t components);

/// Row-major rows x components positions of rows x dims values; a row that is not finite stays NaN.
std::vector<float> project(std::span<const float> values, std::span<const float> mean, std::span<const float> rotation);

}  // namespace phenolens
