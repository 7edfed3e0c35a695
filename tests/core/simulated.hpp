#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/random.hpp"

/// Simulated studies: the same numbers on every machine.
namespace simulated {

/// Above 0 and below 1.
inline double uniform(phenolens::Random& random) { return (static_cast<double>(random.next() >> 11) + 0.5) * 0x1p-53; }

/// A standard normal number (Box and Muller).
inline double normal(phenolens::Random& random) {
    const double radius = std::sqrt(-2 * std::log(uniform(random)));
    return radius * std::cos(6.283185307179586 * uniform(random));
}

/// A donor's number of cells: donors differ by a factor of about two.
inline std::size_t cells_of_donor(phenolens::Random& random, double usual) {
    return static_cast<std::size_t>(std::max(20.0, std::round(usual * std::exp(0.5 * normal(random)))));
}

/// Studies of which nothing is to be found, and how many of them 5 in 100 may be called: 99% of what chance gives.
inline constexpr int kStudies = 200;
inline bool as_by_chance(double called) { return called >= 3 && called <= 18; }

/// Donors that intervals are simulated for.
inline constexpr std::size_t kDonors[] = {3, 4, 8, 20};
inline bool covers(double share) { return share >= 0.92 && share <= 0.97; }

}  // namespace simulated
