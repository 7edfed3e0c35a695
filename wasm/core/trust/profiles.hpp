#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// How far each cell lies from the nearest class profile: Euclidean distance to the nearest mean of the rows a class was given to.
/// `values` is row-major rows x dims, `code` the class of each row (65535 none). Rows with NaN have NaN and make no profile; a class of
/// fewer than `least` rows has none; without any profile all are NaN. Throws Error(bad_input) where arrays do not fit.
std::vector<float> profile_distances(std::span<const float> values, std::span<const std::uint16_t> code, std::size_t dims,
                                     std::size_t classes, std::size_t least = 5);

}  // namespace phenolens
