#pragma once

#include <span>
#include <vector>

namespace phenolens {

/// A local quadratic trend of y on x at every x: Cleveland's loess (degree 2, tricube weights, one predictor, no robustness), as
/// skmisc.loess and R compute it. Fitted with slopes at the vertices of a k-d tree whose cells hold at most span x 0.2 of the points, in
/// between by cubic Hermite polynomials. Throws Error(bad_input) where span x points is too few to fit a quadratic (fewer than 4), or where
/// all of a neighbourhood's x are the same.
std::vector<double> loess(std::span<const double> x, std::span<const double> y, double span);

}  // namespace phenolens
