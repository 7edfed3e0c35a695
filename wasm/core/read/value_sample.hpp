#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace phenolens {

/// Some cells of a matrix, as it stores them; zeros may be left out or stored.
struct ValueSample {
    std::span<const float> values;
    /// First position of each cell, and the end (cells + 1).
    std::span<const std::size_t> starts;
    /// Gene column of each value; empty where the cells are dense, rows of `genes` values.
    std::span<const std::int32_t> columns;
    /// Gene columns there are; 0 where the values are no whole cells, as those of some genes of a matrix stored by columns.
    std::size_t genes = 0;
    /// Base of the logarithm that the file declares, 0 where it declares none; the values are believed first.
    double declared_base = 0;
};

}  // namespace phenolens
