#include "base/weight_rows.hpp"

#include <algorithm>

namespace phenolens {
namespace {

/// Two SIMD registers of floats, four of doubles, so that the loops below have no remainder.
constexpr std::size_t kPadding = 8;

/// Weights summed in one go over all cells given: they come from main memory once and then from the second cache, which holds this much on
/// any machine of the last ten years.
constexpr std::size_t kChunkBytes = std::size_t{1} << 18;

}  // namespace

// Eight rows a turn: the sums are then loaded and stored an eighth as often.
template <typename Number>
void add_rows(const Number* weights, std::size_t stride, std::span<const std::int32_t> genes, const Number* amounts,
              Number* __restrict sums) {
    const auto row = [&](std::size_t i) { return weights + static_cast<std::size_t>(genes[i]) * stride; };
    std::size_t i = 0;
    for (; i + 8 <= genes.size(); i += 8) {
        const Number *r0 = row(i), *r1 = row(i + 1), *r2 = row(i + 2), *r3 = row(i + 3), *r4 = row(i + 4), *r5 = row(i + 5),
                     *r6 = row(i + 6), *r7 = row(i + 7);
        const Number* a = amounts + i;
        const Number a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3], a4 = a[4], a5 = a[5], a6 = a[6], a7 = a[7];
        for (std::size_t c = 0; c < stride; ++c) {
            sums[c] += ((a0 * r0[c] + a1 * r1[c]) + (a2 * r2[c] + a3 * r3[c])) + ((a4 * r4[c] + a5 * r5[c]) + (a6 * r6[c] + a7 * r7[c]));
        }
    }
    for (; i < genes.size(); ++i) {
        const Number* only = row(i);
        const Number amount = amounts[i];
        for (std::size_t c = 0; c < stride; ++c) sums[c] += amount * only[c];
    }
}

template <typename Number>
BasicWeightRows<Number>::BasicWeightRows(std::size_t genes, std::size_t classes)
    : genes_(genes), classes_(classes), stride_((classes + kPadding - 1) / kPadding * kPadding), weights_(genes * stride_) {}

template <typename Number> void BasicWeightRows<Number>::sum(const BasicSparseRows<Number>& cells, std::vector<Number>& sums) const {
    sums.assign(cells.cells() * stride_, 0);
    std::vector<std::size_t> next(cells.starts.begin(), cells.starts.end() - 1);
    const std::size_t chunk = std::max<std::size_t>(1, kChunkBytes / (stride_ * sizeof(Number)));
    for (std::size_t end = chunk; end < genes_ + chunk; end += chunk) {
        for (std::size_t cell = 0; cell < cells.cells(); ++cell) {
            const std::size_t start = next[cell];
            std::size_t stop = start;
            while (stop < cells.starts[cell + 1] && static_cast<std::size_t>(cells.genes[stop]) < end) ++stop;
            next[cell] = stop;
            add_rows<Number>(weights_.data(), stride_, {cells.genes.data() + start, stop - start}, cells.amounts.data() + start,
                             sums.data() + cell * stride_);
        }
    }
}

template void add_rows(const float*, std::size_t, std::span<const std::int32_t>, const float*, float* __restrict);
template void add_rows(const double*, std::size_t, std::span<const std::int32_t>, const double*, double* __restrict);
template class BasicWeightRows<float>;
template class BasicWeightRows<double>;

}  // namespace phenolens
