#include "cells/thinning.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/error.hpp"
#include "base/random.hpp"

namespace phenolens {
namespace {

/// Binomial(count, 1/2): ones among random bits.
std::uint64_t fair_half(std::uint64_t count, Random& random) {
    std::uint64_t kept = 0;
    for (; count >= 64; count -= 64) kept += static_cast<std::uint64_t>(std::popcount(random.next()));
    if (count > 0) kept += static_cast<std::uint64_t>(std::popcount(random.next() >> (64 - count)));
    return kept;
}

/// BetaBinomial(count, a, a) as Polya's urn: every draw adds one of its own kind.
std::uint64_t urn_half(std::uint64_t count, double a, Random& random) {
    std::uint64_t kept = 0;
    for (std::uint64_t drawn = 0; drawn < count; ++drawn) {
        const double share = (a + static_cast<double>(kept)) / (2 * a + static_cast<double>(drawn));
        kept += static_cast<double>(random.next() >> 11) * 0x1p-53 < share;
    }
    return kept;
}

}  // namespace

void thin(MatrixBlock& block, std::span<const double> sizes, std::uint64_t seed, CountHalf half) {
    if (sizes.size() != block.genes || !std::all_of(sizes.begin(), sizes.end(), [](double size) { return size > 0; }))
        throw Error(ErrorCode::internal, "Counts are thinned by one size per gene, above 0.");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto of_file = static_cast<std::uint64_t>(block.first) + cell;
        const std::uint64_t key = Random(Random(seed).next() ^ of_file).next();
        for (std::size_t i = block.starts[cell]; i < block.starts[cell + 1]; ++i) {
            const auto gene = static_cast<std::size_t>(block.indices[i]);
            const double value = static_cast<double>(block.values[i]);
            // From 2^24 up a float skips whole numbers: the value is not known to be the count that was measured.
            if (!(value >= 0 && value < 0x1p24 && value == std::floor(value)))
                throw Error(ErrorCode::bad_input, "Only whole counts can be split into halves; there is a value that is none.");
            Random random(Random(key ^ gene).next());
            const auto count = static_cast<std::uint64_t>(value);
            const std::uint64_t kept = std::isinf(sizes[gene]) ? fair_half(count, random) : urn_half(count, sizes[gene] / 2, random);
            block.values[i] = static_cast<float>(half == CountHalf::first ? kept : count - kept);
        }
    }
}

}  // namespace phenolens
