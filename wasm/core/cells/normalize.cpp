#include "cells/normalize.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// Most counts are small whole numbers: their logarithms are looked up rather than computed.
constexpr int kTable = 32;

}  // namespace

double cell_total(std::span<const float> values, ValueKind kind) {
    double total = 0;
    if (kind == ValueKind::log1p) {
        for (const float value : values) total += std::expm1(value);
    } else {
        for (const float value : values) total += value;
    }
    return total;
}

template <typename Number>
void log1p_values(std::span<const float> values, double total, double target_sum, ValueKind kind, std::span<Number> out) {
    if (kind == ValueKind::log1p) {
        if (target_sum == kTargetSum) {
            std::copy(values.begin(), values.end(), out.begin());
            return;
        }
        const double factor = target_sum / kTargetSum;
        std::transform(values.begin(), values.end(), out.begin(),
                       [factor](float value) { return static_cast<Number>(std::log1p(std::expm1(static_cast<double>(value)) * factor)); });
        return;
    }
    if (!(total > 0)) {
        std::fill(out.begin(), out.end(), Number{0});
        return;
    }
    const double factor = target_sum / total;
    std::array<Number, kTable> known;
    known.fill(-1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float value = values[i];
        const int whole = value >= 0 && value < kTable ? static_cast<int>(value) : -1;
        if (whole < 0 || static_cast<float>(whole) != value) {
            out[i] = static_cast<Number>(std::log1p(value * factor));
            continue;
        }
        if (known[whole] < 0) known[whole] = static_cast<Number>(std::log1p(whole * factor));
        out[i] = known[whole];
    }
}

template void log1p_values(std::span<const float>, double, double, ValueKind, std::span<float>);
template void log1p_values(std::span<const float>, double, double, ValueKind, std::span<double>);

void proportions(std::span<const float> values, double total, double target_sum, ValueKind kind, std::span<float> out) {
    const bool is_log = kind == ValueKind::log1p;
    const double factor = total > 0 ? target_sum / total : 0;
    std::transform(values.begin(), values.end(), out.begin(), [factor, is_log](float value) {
        return static_cast<float>((is_log ? std::expm1(static_cast<double>(value)) : static_cast<double>(value)) * factor);
    });
}

template <typename Number>
void log1p_values_of_own_total(std::span<const float> values, double target_sum, ValueKind kind, std::span<Number> out) {
    const double total = cell_total(values, kind);
    if (kind != ValueKind::log1p) return log1p_values(values, total, target_sum, kind, out);
    // Logarithms stand for counts that were scaled, which their own total takes out again.
    const double factor = total > 0 ? target_sum / total : 0;
    std::transform(values.begin(), values.end(), out.begin(),
                   [factor](float value) { return static_cast<Number>(std::log1p(std::expm1(static_cast<double>(value)) * factor)); });
}

template void log1p_values_of_own_total(std::span<const float>, double, ValueKind, std::span<float>);
template void log1p_values_of_own_total(std::span<const float>, double, ValueKind, std::span<double>);

ExpressionBins::ExpressionBins(std::vector<double> edges) : edges_(std::move(edges)) {
    double last = 0;
    for (const double edge : edges_) {
        if (!(edge > last) || !std::isfinite(edge))
            throw Error(ErrorCode::model, sentence("The model's expression bins have the edge ", edge, " after ", last,
                                                   "; edges must rise from above zero."));
        last = edge;
    }
    if (edges_.empty()) throw Error(ErrorCode::model, "The model's expression bins have no edges.");
}

int ExpressionBins::bin_of(float value) const {
    return static_cast<int>(std::upper_bound(edges_.begin(), edges_.end(), static_cast<double>(value)) - edges_.begin());
}

std::vector<float> equal_frequency_bins(std::span<const float> values, int bins) {
    std::vector<float> out(values.size());
    if (values.empty()) return out;
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    // Every operation as numpy's, in its order: one rounding more or less moves a value that lies on an edge.
    const int count = bins - 1;
    const double step = 1.0 / (count - 1);
    std::vector<double> edges(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double at = static_cast<double>(sorted.size() - 1) * (i == count - 1 ? 1.0 : i * step);
        const double whole = std::floor(at), part = at - whole;
        const double low = sorted[static_cast<std::size_t>(whole)];
        const double high = sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(whole) + 1)];
        edges[static_cast<std::size_t>(i)] = part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = static_cast<double>(values[i]);
        const auto below = std::lower_bound(edges.begin(), edges.end(), value) - edges.begin();
        const auto reached = std::upper_bound(edges.begin(), edges.end(), value) - edges.begin();
        out[i] = static_cast<float>((below + reached + 1) / 2);
    }
    return out;
}

}  // namespace phenolens
