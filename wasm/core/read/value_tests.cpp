#include "read/value_tests.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace phenolens {
namespace {

/// ln(1 + 1e6) is 13.8 and log2 of it 19.9.
constexpr float kLogCeiling = 20;
/// Cells whose totals differ by less than this are of one target.
constexpr double kOneTarget = 0.005;
/// Cells that a group of one target has at the least.
constexpr std::size_t kGroup = 3;

constexpr std::array<Transform, 6> kTransforms{{{StoredAs::proportions, 0, std::numeric_limits<float>::infinity()},
                                                {StoredAs::square_roots, 0, std::numeric_limits<float>::infinity()},
                                                {StoredAs::log1p, std::numbers::e, kLogCeiling},
                                                {StoredAs::log1p, 2, kLogCeiling},
                                                {StoredAs::log1p, 10, 8},
                                                {StoredAs::log1p_twice, std::numbers::e, 3}}};

/// Whether totals fall into two or three groups, each of cells that hardly differ.
bool in_groups(std::vector<double> totals) {
    std::sort(totals.begin(), totals.end());
    std::size_t groups = 1, size = 1;
    double first = totals.empty() ? 0 : totals.front();
    for (std::size_t i = 1; i < totals.size(); ++i) {
        if (totals[i] <= first * (1 + kOneTarget)) {
            ++size;
            continue;
        }
        if (size < kGroup) return false;
        ++groups;
        size = 1;
        first = totals[i];
    }
    return size >= kGroup && groups > 1 && groups <= 3;
}

}  // namespace

double Transform::undo(double value) const {
    switch (stored) {
    case StoredAs::square_roots: return value * value;
    case StoredAs::log1p: return log_base == std::numbers::e ? std::expm1(value) : std::expm1(value * std::log(log_base));
    case StoredAs::log1p_twice: return std::expm1(std::expm1(value));
    default: return value;
    }
}

std::span<const Transform> transforms() { return kTransforms; }

Totals totals_after(const Transform& transform, const ValueSample& sample) {
    Totals out;
    double sum = 0, squares = 0;
    for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
        double total = 0;
        for (std::size_t i = sample.starts[cell]; i < sample.starts[cell + 1]; ++i)
            if (sample.values[i] != 0) total += transform.undo(static_cast<double>(sample.values[i]));
        if (total == 0) continue;
        out.of_cells.push_back(total);
        sum += total;
        squares += total * total;
    }
    const auto cells = static_cast<double>(out.of_cells.size());
    out.mean = cells > 0 ? sum / cells : 0;
    out.variation =
        cells > 1 ? std::sqrt(std::max(0.0, squares / cells - out.mean * out.mean)) / out.mean : std::numeric_limits<double>::infinity();
    out.grouped = in_groups(out.of_cells);
    return out;
}

Multiples multiples_after(const Transform& transform, const ValueSample& sample) {
    double whole = 0, all = 0, distances = 0;
    for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
        const auto values = sample.values.subspan(sample.starts[cell], sample.starts[cell + 1] - sample.starts[cell]);
        float least = 0;
        for (const float value : values)
            if (value > 0 && (least == 0 || value < least)) least = value;
        const double unit = transform.undo(static_cast<double>(least));
        for (const float value : values) {
            const double multiple = value > 0 ? transform.undo(static_cast<double>(value)) / unit : 0;
            // A multiple of 1 says nothing, and float32 cannot tell large multiples from their neighbours.
            if (multiple < 1.001 || multiple > 200) continue;
            const double distance = std::abs(multiple - std::round(multiple));
            ++all;
            whole += distance < 0.01;
            distances += distance;
        }
    }
    return all == 0 ? Multiples{} : Multiples{whole / all, distances / all};
}

double share_of_unit_variance(const ValueSample& sample) {
    if (sample.genes == 0) return 0;
    std::vector<double> sums(sample.genes), squares(sample.genes);
    std::vector<std::size_t> seen(sample.genes);
    const std::size_t cells = sample.starts.size() - 1;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        for (std::size_t i = sample.starts[cell]; i < sample.starts[cell + 1]; ++i) {
            const auto value = static_cast<double>(sample.values[i]);
            const std::size_t gene = sample.columns.empty() ? i - sample.starts[cell] : static_cast<std::size_t>(sample.columns[i]);
            if (value == 0 || gene >= sample.genes) continue;
            sums[gene] += value;
            squares[gene] += value * value;
            ++seen[gene];
        }
    }
    constexpr std::size_t kSeen = 10, kGenes = 20;
    std::size_t genes = 0, near = 0;
    const auto n = static_cast<double>(cells);
    for (std::size_t gene = 0; gene < sample.genes; ++gene) {
        if (seen[gene] < kSeen) continue;
        ++genes;
        const double variance = (squares[gene] - sums[gene] * sums[gene] / n) / (n - 1);
        near += std::abs(std::sqrt(std::max(0.0, variance)) - 1) < 0.25;
    }
    return genes < kGenes ? 0 : static_cast<double>(near) / static_cast<double>(genes);
}

double share_of_unit_range(const ValueSample& sample) {
    std::vector<float> largest(sample.genes);
    std::vector<std::size_t> seen(sample.genes);
    for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
        for (std::size_t i = sample.starts[cell]; i < sample.starts[cell + 1]; ++i) {
            const std::size_t gene = sample.columns.empty() ? i - sample.starts[cell] : static_cast<std::size_t>(sample.columns[i]);
            if (sample.values[i] == 0 || gene >= sample.genes) continue;
            largest[gene] = std::max(largest[gene], sample.values[i]);
            ++seen[gene];
        }
    }
    constexpr std::size_t kSeen = 5, kGenes = 20;
    std::size_t genes = 0, full = 0;
    for (std::size_t gene = 0; gene < sample.genes; ++gene) {
        if (seen[gene] < kSeen) continue;
        ++genes;
        full += std::abs(largest[gene] - 1) < 1e-6f;
    }
    return genes < kGenes ? 0 : static_cast<double>(full) / static_cast<double>(genes);
}

double depth_correlation(const ValueSample& sample) {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
        double sum = 0, detected = 0;
        for (std::size_t i = sample.starts[cell]; i < sample.starts[cell + 1]; ++i) {
            sum += static_cast<double>(sample.values[i]);
            detected += sample.values[i] > 0;
        }
        if (detected < 5) continue;
        const double depth = std::log(detected), mean = std::log(sum / detected);
        ++n;
        x += depth;
        y += mean;
        xx += depth * depth;
        yy += mean * mean;
        xy += depth * mean;
    }
    const double spread = (xx - x * x / n) * (yy - y * y / n);
    return n < 10 || !(spread > 0) ? 0 : (xy - x * y / n) / std::sqrt(spread);
}

double share_of_whole_squares(std::span<const float> values) {
    std::size_t all = 0, whole = 0;
    for (const float value : values) {
        const double square = static_cast<double>(value) * static_cast<double>(value);
        if (value == 0 || square > 1e5) continue;
        ++all;
        whole += std::abs(square - std::round(square)) < 1e-6 * std::max(1.0, square) && square > 0.5;
    }
    return all == 0 ? 0 : static_cast<double>(whole) / static_cast<double>(all);
}

/// Values of a cell from which it can be told whether they are bins.
constexpr std::size_t kLeastBinned = 50;

bool are_bins(const ValueSample& sample, float largest) {
    if (largest < 3 || largest > 1000) return false;
    double cells = 0, reach = 0, sum = 0, all = 0, ones = 0;
    for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
        float most = 0;
        std::size_t above = 0;
        for (std::size_t i = sample.starts[cell]; i < sample.starts[cell + 1]; ++i) {
            most = std::max(most, sample.values[i]);
            sum += static_cast<double>(sample.values[i]);
            above += sample.values[i] > 0;
            ones += sample.values[i] == 1;
        }
        all += static_cast<double>(above);
        // Of few values that spread evenly may be chance.
        cells += above >= kLeastBinned;
        // One less: numpy.digitize with or without the last edge.
        reach += above >= kLeastBinned && most >= largest - 1;
    }
    // Most counts are ones, however deep; a bin holds as many values as the next.
    const auto bins = static_cast<double>(largest);
    return cells >= 5 && reach >= 0.95 * cells && sum / all > bins / 4 && ones / all < 2 / bins;
}

double usual_target(double mean, double variation) {
    for (const double target : {1.0, 100.0, 1e3, 1e4, 1e5, 1e6})
        if (std::abs(mean / target - 1) < (variation > 1e-4 ? 0.05 : 1e-3)) return target;
    return mean;
}

}  // namespace phenolens
