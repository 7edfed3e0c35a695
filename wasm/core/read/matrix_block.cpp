#include "read/matrix_block.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "base/float_bits.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

std::string cell_name(const MatrixBlock& block, std::size_t cell) {
    return sentence("cell ", block.first + static_cast<std::int64_t>(cell), " (counting from 0)");
}

void check_pointers(const CsrInput& input) {
    const auto& indptr = input.indptr;
    if (indptr.size() != input.cells + 1) {
        throw Error(ErrorCode::bad_file, sentence("The matrix's indptr has ", indptr.size(), " entries for ", input.cells,
                                                  " cells where it needs ", input.cells + 1, "; the file is damaged."));
    }
    for (std::size_t cell = 0; cell < input.cells; ++cell) {
        if (indptr[cell] < 0 || indptr[cell + 1] < indptr[cell]) {
            throw Error(ErrorCode::bad_file,
                        sentence("The matrix's indptr falls from ", indptr[cell], " to ", indptr[cell + 1], " at cell ",
                                 input.first + static_cast<std::int64_t>(cell), " (counting from 0); the file is damaged."));
        }
    }
    // Compared as unsigned so that a difference beyond memory cannot wrap on a 32-bit target.
    const auto stored = static_cast<std::uint64_t>(indptr.back()) - static_cast<std::uint64_t>(indptr.front());
    if (input.indices.size() != stored || input.values.size() != stored) {
        throw Error(ErrorCode::bad_file,
                    sentence("The matrix's indptr promises ", static_cast<double>(stored), " stored values, but there are ",
                             input.indices.size(), " indices and ", input.values.size(), " data; the file is damaged."));
    }
}

/// Refuses what is not finite, and what is below zero unless `kind` allows it.
void check_values(const MatrixBlock& block, ValueKind kind) {
    // Read as bits and without early exits, so that the loop vectorizes: exponents that are all ones are not finite; a sign on anything but
    // zero is below it.
    std::uint32_t endless = 0, below = 0;
    for (const float value : block.values) {
        const std::uint32_t bits = bits_of(value);
        endless |= (bits & 0x7f800000u) == 0x7f800000u;
        below |= bits > 0x80000000u;
    }
    const bool negative = below != 0 && kind != ValueKind::scaled;
    if (endless == 0 && !negative) return;
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto values = block.values_of(cell);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isfinite(values[i])) {
                throw Error(ErrorCode::bad_file,
                            sentence("The matrix's data hold ", values[i], " at ", cell_name(block, cell), ", gene column ",
                                     block.genes_of(cell)[i], "; replace missing values before opening the file."));
            }
            if (negative && values[i] < 0) {
                throw Error(ErrorCode::bad_input, sentence("The matrix's data hold ", values[i], " at ", cell_name(block, cell),
                                                           ", gene column ", block.genes_of(cell)[i], ": below zero, though taken for ",
                                                           name_of(kind), "; choose the matrix that holds raw counts."));
            }
        }
    }
}

/// Whether every index is in range; sets `ordered` to whether all cells' indices rise strictly.
bool indices_in_range(const MatrixBlock& block, bool& ordered) {
    const auto genes = static_cast<std::uint32_t>(block.genes);
    bool in_range = true;
    ordered = true;
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto indices = block.genes_of(cell);
        std::int32_t previous = -1;
        bool rising = true;
        bool inside = true;
        for (const std::int32_t index : indices) {
            rising &= index > previous;
            inside &= static_cast<std::uint32_t>(index) < genes;
            previous = index;
        }
        ordered &= rising;
        in_range &= inside;
    }
    return in_range;
}

void check_indices(const MatrixBlock& block) {
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        for (const std::int32_t index : block.genes_of(cell)) {
            if (index < 0 || static_cast<std::size_t>(index) >= block.genes) {
                throw Error(ErrorCode::bad_file, sentence("The matrix's indices name gene column ", index, " at ", cell_name(block, cell),
                                                          ", but there are ", block.genes, " genes; the file is damaged."));
            }
        }
    }
}

bool rises(std::span<const std::int32_t> indices) {
    return std::adjacent_find(indices.begin(), indices.end(), [](std::int32_t a, std::int32_t b) { return a >= b; }) == indices.end();
}

/// Sorts each cell's entries by gene where they are not, and sums duplicates, in place.
void put_in_order(MatrixBlock& block) {
    std::vector<std::pair<std::int32_t, float>> entries;
    std::size_t written = 0;
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto indices = block.genes_of(cell);
        const auto values = block.values_of(cell);
        entries.clear();
        for (std::size_t i = 0; i < indices.size(); ++i) entries.emplace_back(indices[i], values[i]);
        // Stable, so that duplicates are summed in the file's order.
        if (!rises(indices))
            std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        // The end of this cell is read from starts[cell + 1] before starts[cell] moves down.
        block.starts[cell] = written;
        for (const auto& [index, value] : entries) {
            if (written > block.starts[cell] && block.indices[written - 1] == index) {
                block.values[written - 1] += value;
            } else {
                block.indices[written] = index;
                block.values[written] = value;
                ++written;
            }
        }
    }
    block.starts[block.cells] = written;
    block.indices.resize(written);
    block.values.resize(written);
}

}  // namespace

MatrixBlock make_block(CsrInput input, ValueKind kind) {
    check_pointers(input);
    MatrixBlock block;
    block.first = input.first;
    block.cells = input.cells;
    block.genes = input.genes;
    block.starts.resize(input.cells + 1);
    for (std::size_t cell = 0; cell <= input.cells; ++cell)
        block.starts[cell] = static_cast<std::size_t>(input.indptr[cell] - input.indptr[0]);
    block.indices = std::move(input.indices);
    block.values = std::move(input.values);
    bool ordered = true;
    if (!indices_in_range(block, ordered)) check_indices(block);
    check_values(block, kind);
    if (!ordered) {
        put_in_order(block);
        // Two large finite values may sum to infinity.
        check_values(block, kind);
    }
    return block;
}

MatrixBlock make_dense_block(std::int64_t first, std::size_t cells, std::size_t genes, std::span<const float> values, ValueKind kind) {
    const double promised = static_cast<double>(cells) * static_cast<double>(genes);
    if (static_cast<double>(values.size()) != promised) {
        throw Error(ErrorCode::bad_file, sentence("A dense block of ", cells, " cells and ", genes, " genes needs ", promised,
                                                  " values, but has ", values.size(), "; the file is damaged."));
    }
    MatrixBlock block;
    block.first = first;
    block.cells = cells;
    block.genes = genes;
    block.starts.resize(cells + 1);
    std::size_t stored = 0;
    for (const float value : values) stored += value != 0;
    block.indices.resize(stored);
    block.values.resize(stored);
    std::size_t at = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const float* row = values.data() + cell * genes;
        for (std::size_t gene = 0; gene < genes; ++gene) {
            if (row[gene] == 0) continue;
            block.indices[at] = static_cast<std::int32_t>(gene);
            block.values[at] = row[gene];
            ++at;
        }
        block.starts[cell + 1] = at;
    }
    check_values(block, kind);
    return block;
}

}  // namespace phenolens
