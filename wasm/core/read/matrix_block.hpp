#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/values.hpp"

namespace phenolens {

/// Consecutive cells x genes in CSR. Within a cell, gene indices rise strictly and values are finite; zeros may be stored.
struct MatrixBlock {
    /// The file's index of the first cell.
    std::int64_t first = 0;
    std::size_t cells = 0;
    std::size_t genes = 0;
    /// cells + 1 positions, from 0.
    std::vector<std::size_t> starts = {0};
    std::vector<std::int32_t> indices;
    std::vector<float> values;

    std::size_t stored(std::size_t cell) const { return starts[cell + 1] - starts[cell]; }
    std::span<const std::int32_t> genes_of(std::size_t cell) const { return {indices.data() + starts[cell], stored(cell)}; }
    std::span<const float> values_of(std::size_t cell) const { return {values.data() + starts[cell], stored(cell)}; }
};

/// A CSR block as read from a file. `indptr` may start anywhere; indices and values begin at its first entry.
struct CsrInput {
    std::int64_t first = 0;
    std::size_t cells = 0;
    std::size_t genes = 0;
    std::vector<std::int64_t> indptr;
    std::vector<std::int32_t> indices;
    std::vector<float> values;
};

/// Checks a block and puts it in order: sorts indices within a cell and sums duplicates.
/// Throws Error(bad_file) naming the part (indptr, indices, data), the cell and what was found there.
/// Values below zero are refused unless `kind` is scaled.
MatrixBlock make_block(CsrInput input, ValueKind kind);

/// The same from dense values, row-major cells x genes; zeros are left out.
MatrixBlock make_dense_block(std::int64_t first, std::size_t cells, std::size_t genes, std::span<const float> values, ValueKind kind);

}  // namespace phenolens
