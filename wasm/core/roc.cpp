#include "roc.hpp"

#include <algorithm>
#include <cmath>

#include "error.hpp"
#include "not_a_number.hpp"
#include "order.hpp"
#include "text.hpp"

namespace phenolens {
namespace {

/// Sums of the structural components of one cluster: over its positives the share of negatives below, over its negatives the share of positives above.
struct Cluster {
    double positives = 0, negatives = 0, over = 0, under = 0;
};

/// DeLong's variance from the sums of the squared components: clusters of one cell each, without a record for every cell.
double variance_of_cells(double over_squares, double under_squares, double positives, double negatives, double area) {
    if (positives < 2 || negatives < 2) return kNaN;
    const double s10 = std::max(0.0, over_squares - positives * area * area), s01 = std::max(0.0, under_squares - negatives * area * area);
    return s10 / (positives * (positives - 1)) + s01 / (negatives * (negatives - 1));
}

/// Obuchowski's variance of the area (Biometrics 53, 1997, p. 570).
double variance(const std::vector<Cluster>& clusters, double positives, double negatives, double area) {
    double with_positives = 0, with_negatives = 0, all = 0, s10 = 0, s01 = 0, s11 = 0;
    for (const Cluster& one : clusters) {
        if (one.positives + one.negatives == 0) continue;
        ++all;
        with_positives += one.positives > 0;
        with_negatives += one.negatives > 0;
        const double a = one.over - one.positives * area, b = one.under - one.negatives * area;
        s10 += a * a;
        s01 += b * b;
        s11 += a * b;
    }
    if (with_positives < 2 || with_negatives < 2) return kNaN;
    return s10 * with_positives / ((with_positives - 1) * positives * positives) + s01 * with_negatives / ((with_negatives - 1) * negatives * negatives) +
           2 * s11 * all / ((all - 1) * positives * negatives);
}

}  // namespace

Roc roc(std::span<const float> score, std::span<const std::uint8_t> is_positive, std::span<const std::int32_t> clusters) {
    const std::size_t size = score.size();
    if (is_positive.size() != size || (!clusters.empty() && clusters.size() != size)) {
        throw Error(ErrorCode::bad_input, sentence("There are ", is_positive.size(), " marks and ", clusters.size(), " clusters for ", size, " scores."));
    }
    Roc out;
    for (const std::uint8_t mark : is_positive) ++(mark != 0 ? out.positives : out.negatives);
    out.auroc = {kNaN, kNaN, kNaN};
    out.auprc = kNaN;
    if (out.positives == 0 || out.negatives == 0) return out;
    std::int32_t most = -1;
    for (const std::int32_t cluster : clusters) most = std::max(most, cluster);
    std::vector<Cluster> sums(static_cast<std::size_t>(most + 1));
    double over_squares = 0, under_squares = 0;
    const auto sorted = ascending(score);
    double area = 0, precision = 0, positives_below = 0, negatives_below = 0;
    for (std::size_t start = 0; start < size;) {
        std::size_t end = start;
        double positives = 0, negatives = 0;
        for (; end < size && sorted[end] >> 32 == sorted[start] >> 32; ++end) ++(is_positive[place_of(sorted[end])] != 0 ? positives : negatives);
        const double over = (negatives_below + negatives / 2) / out.negatives;
        const double under = (out.positives - positives_below - positives / 2) / out.positives;
        area += positives * over / out.positives;
        // From here up: how many of the cells are positive.
        precision += positives / out.positives * (out.positives - positives_below) / (static_cast<double>(size) - static_cast<double>(start));
        over_squares += positives * over * over;
        under_squares += negatives * under * under;
        for (std::size_t i = start; i < end && !clusters.empty(); ++i) {
            const std::size_t cell = place_of(sorted[i]);
            if (clusters[cell] < 0) continue;
            Cluster& own = sums[static_cast<std::size_t>(clusters[cell])];
            if (is_positive[cell] != 0) {
                ++own.positives;
                own.over += over;
            } else {
                ++own.negatives;
                own.under += under;
            }
        }
        positives_below += positives;
        negatives_below += negatives;
        start = end;
    }
    const double spread = clusters.empty() ? variance_of_cells(over_squares, under_squares, out.positives, out.negatives, area) : variance(sums, out.positives, out.negatives, area);
    const double half = kNormal95 * std::sqrt(spread);
    out.auroc = {area, std::max(0.0, area - half), std::min(1.0, area + half)};
    if (std::isnan(spread)) out.auroc.low = out.auroc.high = kNaN;
    out.auprc = precision;
    return out;
}

}  // namespace phenolens
