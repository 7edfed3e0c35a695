#include "cells/quality.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "cells/normalize.hpp"
#include "stats/median.hpp"

namespace phenolens {

CellQuality measure_quality(const MatrixBlock& block, const std::vector<std::uint8_t>& mitochondrial, ValueKind kind) {
    const bool is_known =
        std::find_if(mitochondrial.begin(), mitochondrial.end(), [](auto one) { return one != 0; }) != mitochondrial.end();
    CellQuality quality;
    quality.totals.resize(block.cells);
    quality.detected.resize(block.cells);
    quality.mitochondrial.resize(block.cells);
    quality.whole.resize(block.cells);
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        std::size_t detected = 0;
        double in_mitochondria = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            detected += values[i] > 0;
            if (mitochondrial[genes[i]] != 0) in_mitochondria += kind == ValueKind::log1p ? std::expm1(values[i]) : values[i];
        }
        // Without an early exit, so that the loop vectorizes.
        bool whole = true;
        for (const float value : values) whole &= value == std::floor(value);
        quality.whole[cell] = whole;
        const double total = cell_total(values, kind);
        quality.totals[cell] = static_cast<float>(total);
        quality.detected[cell] = static_cast<float>(detected);
        // None known says nothing of a cell: a share of 0 would call it healthy.
        quality.mitochondrial[cell] = !is_known   ? std::numeric_limits<float>::quiet_NaN()
                                      : total > 0 ? static_cast<float>(in_mitochondria / total)
                                                  : 0;
    }
    return quality;
}

std::vector<float> count_genomes(const MatrixBlock& block, std::span<const std::int8_t> genome_of, std::size_t genomes, ValueKind kind) {
    std::vector<float> counts(block.cells * genomes);
    std::vector<double> sums(genomes);
    for (std::size_t cell = 0; genomes > 0 && cell < block.cells; ++cell) {
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        std::fill(sums.begin(), sums.end(), 0);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::int8_t genome = genome_of[static_cast<std::size_t>(genes[i])];
            if (genome >= 0) sums[static_cast<std::size_t>(genome)] += kind == ValueKind::log1p ? std::expm1(values[i]) : values[i];
        }
        for (std::size_t genome = 0; genome < genomes; ++genome) counts[cell * genomes + genome] = static_cast<float>(sums[genome]);
    }
    return counts;
}

CellComposition measure_composition(const MatrixBlock& block, const std::vector<std::uint8_t>& ribosomal, ValueKind kind,
                                    std::size_t largest) {
    const bool is_known = std::find_if(ribosomal.begin(), ribosomal.end(), [](auto one) { return one != 0; }) != ribosomal.end();
    CellComposition out;
    out.ribosomal.resize(block.cells);
    out.largest.resize(block.cells);
    // Small whole numbers, as most counts are, are sorted by counting them.
    constexpr std::size_t kSmall = 256;
    std::vector<std::uint32_t> small(kSmall);
    std::vector<double> others;
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        std::fill(small.begin(), small.end(), 0);
        others.clear();
        double total = 0, in_ribosomes = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double count = kind == ValueKind::log1p ? std::expm1(static_cast<double>(values[i])) : static_cast<double>(values[i]);
            total += count;
            if (ribosomal[static_cast<std::size_t>(genes[i])] != 0) in_ribosomes += count;
            const auto whole = static_cast<std::uint32_t>(count < kSmall && count >= 0 ? count : 0);
            if (static_cast<double>(whole) == count)
                ++small[whole];
            else
                others.push_back(count);
        }
        if (!is_known) out.ribosomal[cell] = std::numeric_limits<float>::quiet_NaN();
        if (!(total > 0)) continue;
        double in_largest = 0;
        std::size_t left = largest;
        // Whatever is not small and whole may still be smaller than what is.
        std::sort(others.begin(), others.end(), std::greater<>());
        auto other = others.begin();
        const auto take = [&](double from) {
            for (; left > 0 && other != others.end() && *other > from; ++other, --left) in_largest += *other;
        };
        for (std::size_t value = kSmall; value-- > 0 && left > 0;) {
            if (small[value] == 0) continue;
            take(static_cast<double>(value));
            const std::size_t taken = std::min<std::size_t>(small[value], left);
            in_largest += static_cast<double>(taken * value);
            left -= taken;
        }
        take(-1);
        if (is_known) out.ribosomal[cell] = static_cast<float>(in_ribosomes / total);
        out.largest[cell] = static_cast<float>(in_largest / total);
    }
    return out;
}

OutlierLimits outlier_limits(std::span<const float> values, double mads, bool logarithmic) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    std::vector<double> scaled;
    for (const float value : values) {
        if (std::isfinite(value)) scaled.push_back(logarithmic ? std::log1p(static_cast<double>(value)) : static_cast<double>(value));
    }
    OutlierLimits out;
    out.median = median_of(scaled);
    for (double& value : scaled) value = std::abs(value - out.median);
    out.mad = 1.4826 * median_of(scaled);
    out.low = -kInfinity;
    out.high = kInfinity;
    if (!(out.mad > 0)) return out;
    const auto back = [&](double limit) { return logarithmic ? std::expm1(limit) : limit; };
    out.low = back(out.median - mads * out.mad);
    out.high = back(out.median + mads * out.mad);
    return out;
}

}  // namespace phenolens
