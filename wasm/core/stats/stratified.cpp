#include "stats/stratified.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// Wilson's interval of a share that is known as well as `trials` independent draws tell it.
Interval wilson_of(double share, double trials) {
    const Interval ends = wilson(share * trials, trials);
    return {share, ends.low, ends.high};
}

}  // namespace

Interval stratified_share(std::span<const Stratum> strata) {
    double all = 0, seen = 0;
    for (const auto& [size, drawn, hits] : strata) {
        if (!(drawn <= size) || !(hits <= drawn) || !(hits >= 0))
            throw Error(ErrorCode::bad_input, sentence("A stratum of ", size, " members has ", drawn, " drawn and ", hits, " hits."));
        all += size;
        if (drawn > 0) seen += size;
    }
    if (!(seen > 0)) return {kNaN, kNaN, kNaN};
    double share = 0, smoothed = 0, variance = 0;
    for (const auto& [size, drawn, hits] : strata) {
        if (!(drawn > 0)) continue;
        const double weight = size / seen, likely = (hits + 0.5) / (drawn + 1);
        share += weight * hits / drawn;
        smoothed += weight * likely;
        variance += weight * weight * (1 - drawn / size) * likely * (1 - likely) / drawn;
    }
    // Rounding may take a sum of weights past 1.
    share = std::clamp(share, 0.0, 1.0);
    const Interval found = variance > 0 ? wilson_of(share, smoothed * (1 - smoothed) / variance) : Interval{share, share, share};
    const double known = seen / all;
    return {share, known * found.low, known * found.high + (1 - known)};
}

}  // namespace phenolens
