#pragma once

#include <span>
#include <vector>

#include "covariance.hpp"

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
    /// Share of the total variance, per component.
    std::vector<float> explained;
};

/// The exact leading components; all dims where fewer than `components`.
/// Throws Error(bad_input) for fewer than one component or fewer than two rows.
Components leading_components(const Covariance& covariance, std::size_t components);

/// Row-major rows x components positions of rows x dims values; a row that is not finite stays NaN.
std::vector<float> project(std::span<const float> values, std::span<const float> mean, std::span<const float> rotation);

}  // namespace phenolens
