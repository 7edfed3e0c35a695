#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "cells/chosen_scores.hpp"

namespace phenolens {

/// Puts cells on components of chosen genes, from their sparse scores.
class CellProjection {
public:
    CellProjection() = default;
    /// `mean` has a value per chosen gene, `rotation` is row-major components x these. Throws Error(internal) where they do not fit.
    CellProjection(std::span<const float> mean, std::span<const float> rotation);

    /// Row-major cells x components; NaN for cells without scores.
    std::vector<float> project(const ScoredCells& cells) const;

private:
    std::size_t components_ = 0, stride_ = 0;
    /// Row-major genes x components, so that a value meets all components side by side.
    std::vector<float> turned_;
    /// Per component what the means take away, and what a zero adds.
    std::vector<double> offset_, slope_;
};

}  // namespace phenolens
