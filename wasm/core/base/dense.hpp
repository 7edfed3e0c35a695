#pragma once

#include <cstddef>
#include <span>

namespace phenolens {

// Products of row-major matrices of float or double, in registers of 16 bytes on every target: Eigen has none for WebAssembly.

/// Columns rounded up to what the products below take at once.
constexpr std::size_t padded(std::size_t columns) { return (columns + 7) / 8 * 8; }

/// out (rows x columns) = left (rows x inner) right (inner x columns); `columns` is padded.
template <typename Number>
void multiply(std::span<const Number> left, std::span<const Number> right, std::size_t inner, std::size_t columns, std::span<Number> out);

/// out (inner x columns) += left' right, of rows x inner and rows x columns; `columns` is padded.
/// Sums of up to 1,024 rows are of Number, beyond that double.
template <typename Number>
void add_transposed_product(std::span<const Number> left, std::span<const Number> right, std::size_t inner, std::size_t columns,
                            std::span<double> out);

}  // namespace phenolens
