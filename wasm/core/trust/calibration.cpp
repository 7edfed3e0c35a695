#include "trust/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/order.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

void add(ReliabilityBin& bin, double confidence, bool is_right) {
    bin.mean_confidence += confidence;
    bin.share_right += is_right;
    ++bin.cells;
}

/// Turns sums into means; returns the error they make.
double finish(std::vector<ReliabilityBin>& bins, double cells) {
    double error = 0;
    for (ReliabilityBin& bin : bins) {
        error += std::abs(bin.share_right - bin.mean_confidence);
        bin.mean_confidence = bin.cells > 0 ? bin.mean_confidence / bin.cells : kNaN;
        bin.share_right = bin.cells > 0 ? bin.share_right / bin.cells : kNaN;
    }
    return cells > 0 ? error / cells : kNaN;
}

}  // namespace

Calibration calibration(const Judged& cells, std::size_t bins) {
    const std::size_t size = cells.confidence.size();
    if (bins == 0 || cells.is_right.size() != size || cells.probability.size() != size || cells.brier.size() != size) {
        throw Error(ErrorCode::bad_input, sentence("Calibration needs as many outcomes as confidences (", size, ") and at least one bin."));
    }
    Calibration out;
    out.cells = static_cast<double>(size);
    out.width.resize(bins);
    out.mass.resize(bins);
    constexpr double kLeast = std::numeric_limits<float>::min();
    for (std::size_t i = 0; i < size; ++i) {
        const double at = std::ceil(cells.confidence[i] * static_cast<double>(bins)) - 1;
        add(out.width[static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(bins - 1)))], cells.confidence[i],
            cells.is_right[i] != 0);
        out.nll -= std::log(std::max<double>(cells.probability[i], kLeast));
        out.brier += cells.brier[i];
    }
    const auto order = ascending_order(cells.confidence);
    const std::size_t each = size / bins, longer = size % bins;
    for (std::size_t bin = 0, next = 0; bin < bins; ++bin) {
        for (const std::size_t end = next + each + (bin < longer); next < end; ++next)
            add(out.mass[bin], cells.confidence[order[next]], cells.is_right[order[next]] != 0);
    }
    out.ece_width = finish(out.width, out.cells);
    out.ece_mass = finish(out.mass, out.cells);
    out.nll = size > 0 ? out.nll / out.cells : kNaN;
    out.brier = size > 0 ? out.brier / out.cells : kNaN;
    return out;
}

}  // namespace phenolens
