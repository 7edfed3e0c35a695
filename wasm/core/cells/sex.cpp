#include "cells/sex.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

constexpr double kFewest = 10, kRatio = 0.1;
constexpr double kStrayRatio = 0.3, kStrayRate = 20e-6;
constexpr double kFewestAlone = 20, kRateAlone = 100e-6;
constexpr double kCellFewest = 3;
/// Y counts that a cell is to be expected to have before their absence says anything; how many such cells; how many may be without.
constexpr double kDeep = 3;
constexpr std::size_t kDeepCells = 10;
constexpr double kWithout = 0.25;

/// Counts by which a cell tells, and what share of those that tell may tell the other sex.
struct Limits {
    double p;
    std::size_t exclusive;
    double counts;
    std::size_t others;
    double share;
};
constexpr Limits kOneDonor{1e-3, 3, 3, 3, 0.05}, kAnyDonors{0.05, 2, 2, 1, 0.002};

Sex tell(double x, double y, double fewest) {
    if (y >= fewest && x <= kRatio * y) return Sex::male;
    if (x >= fewest && y <= kRatio * x) return Sex::female;
    return x >= fewest && y >= fewest ? Sex::both : Sex::few;
}

/// Whether single cells tell both sexes.
bool is_told_both(std::span<const float> x, std::span<const float> y, const Limits& limits) {
    std::size_t females = 0, males = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Sex sex = tell(x[i], y[i], limits.counts);
        females += sex == Sex::female;
        males += sex == Sex::male;
    }
    const std::size_t others = std::min(females, males);
    return others >= limits.others && static_cast<double>(others) >= limits.share * static_cast<double>(females + males);
}

/// Whether cells deep enough for Y counts are known to have them.
bool has_y_throughout(std::span<const float> y, std::span<const float> totals, double rate) {
    std::size_t deep = 0, without = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (!(totals[i] * rate >= kDeep)) continue;
        ++deep;
        without += y[i] <= 0;
    }
    return deep >= kDeepCells && static_cast<double>(without) <= kWithout * static_cast<double>(deep);
}

}  // namespace

SexCounts count_sex_genes(const MatrixBlock& block, std::span<const std::uint8_t> genes, ValueKind kind) {
    if (genes.size() != block.genes) throw Error(ErrorCode::internal, "Genes of sex are counted in a block over other genes.");
    SexCounts out{std::vector<float>(block.cells, 0), std::vector<float>(block.cells, 0)};
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto columns = block.genes_of(cell);
        const auto values = block.values_of(cell);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::uint8_t of = genes[static_cast<std::size_t>(columns[i])];
            if (of == 0 || !(values[i] > 0)) continue;
            (of == 1 ? out.x : out.y)[cell] += kind == ValueKind::counts ? values[i] : 1.0f;
        }
    }
    return out;
}

Sex sex_of_cell(double x, double y) { return tell(x, y, kCellFewest); }

SexVerdict judge_sex(std::span<const float> x, std::span<const float> y, std::span<const float> totals, const SexOptions& options) {
    if (x.size() != y.size() || x.size() != totals.size()) throw Error(ErrorCode::internal, "Counts of sex genes are of different cells.");
    SexVerdict out;
    out.cells = x.size();
    for (std::size_t i = 0; i < x.size(); ++i) {
        const bool has_x = x[i] > 0, has_y = y[i] > 0;
        // What is not counts tells by how many cells have any.
        out.x += options.are_counts ? x[i] : static_cast<double>(has_x);
        out.y += options.are_counts ? y[i] : static_cast<double>(has_y);
        out.total += options.are_counts ? totals[i] : std::numeric_limits<double>::quiet_NaN();
        out.x_only += has_x && !has_y;
        out.y_only += has_y && !has_x;
        out.both += has_x && has_y;
    }
    const auto n = static_cast<double>(out.cells), with_x = static_cast<double>(out.x_only + out.both),
               with_y = static_cast<double>(out.y_only + out.both);
    if (out.cells > 0) {
        out.expected_both = with_x * with_y / n;
        out.p_exclusive = hypergeometric_sf(static_cast<double>(out.x_only), n, n - with_y, with_x);
    }
    const auto say = [&out](Sex sex) {
        out.sex = sex;
        return out;
    };
    const double rate = out.total > 0 ? out.y / out.total : std::numeric_limits<double>::quiet_NaN();
    if (!options.has_x && options.has_y && options.is_one_donor && options.are_counts && out.y >= kFewestAlone && rate >= kRateAlone)
        return say(Sex::male);
    if (!options.has_x || !options.has_y) return say(Sex::unmeasured);
    if (out.x + out.y < kFewest) return say(Sex::few);
    const Limits& limits = options.is_one_donor ? kOneDonor : kAnyDonors;
    if (std::min(out.x_only, out.y_only) >= limits.exclusive && out.p_exclusive < limits.p) return say(Sex::mixed);
    if (options.are_counts && out.cells > 1 && is_told_both(x, y, limits)) return say(Sex::mixed);
    const Sex sex = tell(out.x, out.y, kFewest);
    if (sex == Sex::male && !options.is_one_donor && out.cells > 1 && !(options.are_counts && has_y_throughout(y, totals, rate)))
        return say(Sex::maybe_mixed);
    if (sex == Sex::male || sex == Sex::female) return say(sex);
    if (out.x >= kFewest && out.y <= kStrayRatio * out.x && rate <= kStrayRate) return say(Sex::female);
    return say(Sex::both);
}

}  // namespace phenolens
