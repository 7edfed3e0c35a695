#include "base/dense.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"

namespace phenolens {
namespace {

/// Longest sum of Numbers.
constexpr std::size_t kSingle = 1024;
constexpr std::size_t kColumns = 8;

/// Sums of some rows x 8 columns; step s adds left[r] at `left + s * left_step + r * left_row` times eight of `right + s * columns`.
template <typename Number> struct Tile {
    typedef Number Vector __attribute__((vector_size(16)));
    static constexpr std::size_t kWidth = 16 / sizeof(Number), kVectors = kColumns / kWidth;
    /// As many rows as leave registers for the rest.
    static constexpr std::size_t kRows = 8 / kVectors;

    Number sums[kRows][kColumns];

    template <std::size_t Rows>
    void run(const Number* left, std::size_t left_step, std::size_t left_row, const Number* right, std::size_t columns, std::size_t count) {
        Vector held[Rows][kVectors] = {};
        for (std::size_t s = 0; s < count; ++s) {
            Vector b[kVectors];
            std::memcpy(b, right + s * columns, sizeof b);
            const Number* a = left + s * left_step;
            for (std::size_t r = 0; r < Rows; ++r) {
                Vector value = {};
                value = value + a[r * left_row];
                for (std::size_t v = 0; v < kVectors; ++v) held[r][v] += value * b[v];
            }
        }
        std::memcpy(sums, held, sizeof held);
    }

    /// A remainder of rows is taken one by one.
    void run_rows(std::size_t rows, const Number* left, std::size_t left_step, std::size_t left_row, const Number* right,
                  std::size_t columns, std::size_t count) {
        if (rows == kRows) return run<kRows>(left, left_step, left_row, right, columns, count);
        Tile one;
        for (std::size_t r = 0; r < rows; ++r) {
            one.template run<1>(left + r * left_row, left_step, left_row, right, columns, count);
            std::memcpy(sums[r], one.sums[0], sizeof sums[r]);
        }
    }
};

void check(bool fits) {
    if (!fits) throw Error(ErrorCode::internal, "Matrices to be multiplied do not fit each other.");
}

}  // namespace

template <typename Number>
void multiply(std::span<const Number> left, std::span<const Number> right, std::size_t inner, std::size_t columns, std::span<Number> out) {
    check(inner > 0 && columns > 0 && columns % kColumns == 0 && left.size() % inner == 0 && right.size() == inner * columns);
    const std::size_t rows = left.size() / inner;
    check(out.size() == rows * columns);
    Tile<Number> tile;
    for (std::size_t row = 0; row < rows; row += tile.kRows) {
        const std::size_t together = std::min(tile.kRows, rows - row);
        for (std::size_t c = 0; c < columns; c += kColumns) {
            tile.run_rows(together, left.data() + row * inner, 1, inner, right.data() + c, columns, inner);
            for (std::size_t r = 0; r < together; ++r) std::memcpy(out.data() + (row + r) * columns + c, tile.sums[r], sizeof tile.sums[r]);
        }
    }
}

template <typename Number>
void add_transposed_product(std::span<const Number> left, std::span<const Number> right, std::size_t inner, std::size_t columns,
                            std::span<double> out) {
    check(inner > 0 && columns > 0 && columns % kColumns == 0 && left.size() % inner == 0 && out.size() == inner * columns);
    const std::size_t rows = left.size() / inner;
    check(right.size() == rows * columns);
    Tile<Number> tile;
    for (std::size_t first = 0; first < rows; first += kSingle) {
        const std::size_t count = std::min(kSingle, rows - first);
        for (std::size_t k = 0; k < inner; k += tile.kRows) {
            const std::size_t together = std::min(tile.kRows, inner - k);
            for (std::size_t c = 0; c < columns; c += kColumns) {
                tile.run_rows(together, left.data() + first * inner + k, inner, 1, right.data() + first * columns + c, columns, count);
                for (std::size_t r = 0; r < together; ++r) {
                    for (std::size_t j = 0; j < kColumns; ++j) out[(k + r) * columns + c + j] += tile.sums[r][j];
                }
            }
        }
    }
}

template void multiply<float>(std::span<const float>, std::span<const float>, std::size_t, std::size_t, std::span<float>);
template void multiply<double>(std::span<const double>, std::span<const double>, std::size_t, std::size_t, std::span<double>);
template void add_transposed_product<float>(std::span<const float>, std::span<const float>, std::size_t, std::size_t, std::span<double>);
template void add_transposed_product<double>(std::span<const double>, std::span<const double>, std::size_t, std::size_t, std::span<double>);

}  // namespace phenolens
