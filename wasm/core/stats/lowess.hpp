#pragma once

#include <span>
#include <vector>

namespace phenolens {

/// Cleveland's (1979) robust local lines of y on x, at every x: tricube weights over the nearest `span` x points, three rounds of
/// reweighting by residuals, and straight lines between points less than a hundredth of the range apart, as R's lowess by its defaults.
/// x is rising. Throws Error(bad_input) where lengths differ or a value is not finite.
std::vector<double> lowess(std::span<const double> x, std::span<const double> y, double span);

}  // namespace phenolens
