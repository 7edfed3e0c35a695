#pragma once

#include <vector>

#include "stats/covariance.hpp"

/// Of row-major rows x dims.
inline phenolens::Covariance covariance_of(const std::vector<float>& rows, std::size_t dims) {
    phenolens::Covariance covariance(dims);
    for (std::size_t at = 0; at < rows.size(); at += dims) covariance.add({rows.data() + at, dims});
    return covariance;
}
