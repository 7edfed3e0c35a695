#pragma once

#include <optional>
#include <span>

namespace phenolens {

/// The least frequent value between the two modes of a histogram of 256 bars, smoothed by running means of three until no more than two
/// modes are left (Prewitt and Mendelsohn 1966; scikit-image's threshold_minimum, in its precision). None where there are not two.
std::optional<double> minimum_between_modes(std::span<const double> values);

}  // namespace phenolens
