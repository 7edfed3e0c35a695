// Made by stratified_expected.py with samplics; not to be edited.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace expected::stratified {

[[maybe_unused]] inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
[[maybe_unused]] inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline const std::vector<double> sizes = {50000.0, 20000.0, 9000.0, 700.0, 8000.0, 2500.0, 100000.0};
inline const std::vector<double> drawn = {4000.0, 3000.0, 2500.0, 350.0, 2000.0, 2400.0, 5000.0};
inline const std::vector<double> hits = {1300.0, 90.0, 2400.0, 170.0, 400.0, 1200.0, 2500.0};
inline const std::vector<double> strata = {4.0, 2.0, 1.0};
inline const std::vector<double> shares = {0.32409033877038895, 0.2714285714285714, 0.5};
inline const std::vector<double> errors = {0.004533386084853718, 0.005923146098483901, 0.006892713681880304};

}  // namespace expected::stratified
