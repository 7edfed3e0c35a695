#include "normalize.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "error.hpp"
#include "text.hpp"

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

void log1p_values(std::span<const float> values, double total, double target_sum, ValueKind kind, std::span<float> out) {
    if (kind == ValueKind::log1p) {
        std::copy(values.begin(), values.end(), out.begin());
        return;
    }
    if (!(total > 0)) {
        std::fill(out.begin(), out.end(), 0.0f);
        return;
    }
    const double factor = target_sum / total;
    std::array<float, kTable> known;
    known.fill(-1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float value = values[i];
        const int whole = value >= 0 && value < kTable ? static_cast<int>(value) : -1;
        if (whole < 0 || static_cast<float>(whole) != value) {
            out[i] = static_cast<float>(std::log1p(value * factor));
            continue;
        }
        if (known[whole] < 0) known[whole] = static_cast<float>(std::log1p(whole * factor));
        out[i] = known[whole];
    }
}

PolygeneBins::PolygeneBins(int bins) {
    if (bins < 3) throw Error(ErrorCode::model, sentence("The model asks for ", bins, " expression bins; polygene-bins needs at least 3."));
    edges_.push_back(0);
    // Rounded as numpy.linspace rounds, so that a value on an edge falls to the same side.
    const double step = (9.0 - 0.1) / (bins - 2);
    for (int i = 0; i < bins - 2; ++i) edges_.push_back(i * step + 0.1);
    edges_.push_back(9.0);
}

int PolygeneBins::bin_of(float value) const {
    const auto above = std::upper_bound(edges_.begin(), edges_.end(), static_cast<double>(value));
    return std::max(0, static_cast<int>(above - edges_.begin()) - 1);
}

}  // namespace phenolens
