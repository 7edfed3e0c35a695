#pragma once

#include <span>
#include <vector>

namespace phenolens {

/// Gaussian kernel density of values at places, with Scott's bandwidth (SciPy's gaussian_kde of one dimension): deviation x values^(-1/5).
/// Zeros where fewer than two values differ: they have no bandwidth.
std::vector<double> kernel_density(std::span<const float> values, std::span<const double> places);

}  // namespace phenolens
