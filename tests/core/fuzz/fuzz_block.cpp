// libFuzzer: whatever a file's matrix holds, a block is refused with an Error or is in order, and every normalization of it is finite.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/error.hpp"
#include "cells/normalize.hpp"
#include "cells/rank_normal.hpp"
#include "read/matrix_block.hpp"

using namespace phenolens;

namespace {

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// Takes numbers off the fuzzer's bytes; zeros when they are used up.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

    template <typename Number> Number take() {
        Number number{};
        const std::size_t length = std::min(sizeof number, size_);
        if (length > 0) std::memcpy(&number, data_, length);
        data_ += length;
        size_ -= length;
        return number;
    }

private:
    const std::uint8_t* data_;
    std::size_t size_;
};

void check_order(const MatrixBlock& block, ValueKind kind) {
    require(block.starts.size() == block.cells + 1 && block.starts.back() == block.values.size() &&
                block.indices.size() == block.values.size(),
            "starts end at the values");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        std::int32_t before = -1;
        for (const std::int32_t gene : block.genes_of(cell)) {
            require(gene > before && static_cast<std::size_t>(gene) < block.genes, "genes rise and are in range");
            before = gene;
        }
        for (const float value : block.values_of(cell))
            require(std::isfinite(value) && (kind == ValueKind::scaled || value >= 0), "values are finite");
    }
}

void check_normalizations(const MatrixBlock& block, ValueKind kind) {
    RankNormal rank(block.genes);
    const ExpressionBins bins({0.5, 1, 2, 4});
    RankNormalCell ranked;
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto values = block.values_of(cell);
        const double total = cell_total(values, kind);
        std::vector<float> logs(values.size());
        log1p_values(values, total, kTargetSum, kind, logs);
        // Scaled values are refused for models before their logarithm would be taken.
        if (std::isfinite(total) && kind != ValueKind::scaled) {
            for (const float value : logs) require(!std::isnan(value), "log1p is a number");
        }
        std::vector<float> positive;
        for (const float value : values) {
            if (value > 0) positive.push_back(value);
            require(bins.bin_of(value) >= 0 && bins.bin_of(value) <= 4, "a bin is one of five");
        }
        if (positive.empty()) continue;
        for (const float bin : equal_frequency_bins(positive, 51)) require(bin >= 1 && bin <= 50, "an equal-frequency bin is one of fifty");
        if (!rank.transform(positive, ranked)) continue;
        double squares = static_cast<double>(block.genes - positive.size()) * ranked.zero * ranked.zero;
        for (const float difference : ranked.difference) squares += std::pow(static_cast<double>(ranked.zero) + difference, 2);
        require(std::abs(squares / static_cast<double>(block.genes) - 1) < 1e-4, "the mean square of rank-normal scores is 1");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes bytes(data, size);
    CsrInput input;
    const auto kind = static_cast<ValueKind>(bytes.take<std::uint8_t>() % 4);
    input.cells = bytes.take<std::uint8_t>() % 12;
    input.genes = 1 + bytes.take<std::uint8_t>() % 40;
    const std::size_t stored = bytes.take<std::uint8_t>() % 100;
    const bool is_tame = bytes.take<std::uint8_t>() % 2;
    // Half of the time indptr is right, so that more than its check is reached.
    for (std::size_t i = 0; i <= input.cells; ++i) {
        input.indptr.push_back(is_tame ? static_cast<std::int64_t>(stored * i / std::max<std::size_t>(1, input.cells))
                                       : bytes.take<std::int16_t>());
    }
    for (std::size_t i = 0; i < stored; ++i) {
        input.indices.push_back(is_tame ? bytes.take<std::uint8_t>() % static_cast<std::int32_t>(input.genes) : bytes.take<std::int32_t>());
        const auto word = bytes.take<std::uint8_t>();
        input.values.push_back(word < 250 ? static_cast<float>(word % 9) : bytes.take<float>());
    }
    try {
        const MatrixBlock block = make_block(std::move(input), kind);
        check_order(block, kind);
        check_normalizations(block, kind);
    } catch (const Error&) {
        // A sentence is what damaged input is to become.
    }
    return 0;
}
