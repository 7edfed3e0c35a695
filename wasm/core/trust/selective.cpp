#include "trust/selective.hpp"

#include <limits>

#include "base/error.hpp"
#include "base/order.hpp"
#include "base/text.hpp"

namespace phenolens {

RiskCoverage risk_coverage(std::span<const float> confidence, std::span<const std::uint8_t> is_right, std::size_t points) {
    if (is_right.size() != confidence.size() || points == 0)
        throw Error(ErrorCode::bad_input, sentence("There are ", is_right.size(), " outcomes for ", confidence.size(), " confidences."));
    RiskCoverage out;
    const std::size_t size = confidence.size();
    out.cells = static_cast<double>(size);
    const auto order = ascending_order(confidence);
    double taken = 0, right = 0, area = 0, told = 0;
    for (std::size_t at = size; at > 0;) {
        const float here = confidence[order[at - 1]];
        const double before = taken;
        for (; at > 0 && confidence[order[at - 1]] == here; --at) {
            ++taken;
            right += is_right[order[at - 1]] != 0;
        }
        area += (taken - before) * (1 - right / taken);
        if (at == 0 || taken - told >= out.cells / static_cast<double>(points)) {
            out.curve.push_back({here, taken, right});
            told = taken;
        }
    }
    out.aurc = size > 0 ? area / out.cells : std::numeric_limits<double>::quiet_NaN();
    return out;
}

}  // namespace phenolens
