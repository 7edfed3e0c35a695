#include "survey/group_tests.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/text.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

double sample_variance(double sum, double squares, double cells) { return std::max(0.0, squares - sum * sum / cells) / (cells - 1); }

/// Sums of one gene over the cells of one side.
struct Side {
    double sum = 0, squares = 0, expressing = 0;
};

Side side_of(const GroupSums& sums, std::size_t gene, std::span<const std::size_t> groups) {
    Side out;
    for (const std::size_t g : groups) {
        out.sum += sums.sum(gene, g);
        out.squares += sums.squares(gene, g);
        out.expressing += sums.expressing(gene, g);
    }
    return out;
}

double cells_of(const GroupSums& sums, std::span<const std::size_t> groups) {
    double cells = 0;
    for (const std::size_t g : groups) {
        if (g >= sums.groups()) throw Error(ErrorCode::internal, "A group that was not counted was to be tested.");
        cells += sums.cells()[g];
    }
    return cells;
}

}  // namespace

GroupTests tests_of(const GroupSums& sums, std::size_t group) {
    const std::size_t own[] = {group};
    std::vector<std::size_t> rest;
    for (std::size_t g = 0; g < sums.groups(); ++g)
        if (g != group) rest.push_back(g);
    return tests_between(sums, own, rest);
}

GroupTests tests_between(const GroupSums& sums, std::span<const std::size_t> own_groups, std::span<const std::size_t> rest_groups) {
    GroupTests out;
    out.cells = cells_of(sums, own_groups);
    out.rest = cells_of(sums, rest_groups);
    if (out.cells < 2 || out.rest < 2)
        throw Error(ErrorCode::bad_input,
                    sentence("A group of ", out.cells, " cells cannot be tested against ", out.rest, " others; both sides need two."));
    for (std::size_t gene = 0; gene < sums.genes(); ++gene) {
        const Side in = side_of(sums, gene, own_groups), others = side_of(sums, gene, rest_groups);
        const double mean = in.sum / out.cells, mean_rest = others.sum / out.rest;
        const double own = sample_variance(in.sum, in.squares, out.cells) / out.cells;
        const double theirs = sample_variance(others.sum, others.squares, out.rest) / out.rest;
        out.mean.push_back(mean);
        out.mean_rest.push_back(mean_rest);
        out.fraction.push_back(in.expressing / out.cells);
        out.fraction_rest.push_back(others.expressing / out.rest);
        out.log_fold_change.push_back(std::log2((std::expm1(mean) + 1e-9) / (std::expm1(mean_rest) + 1e-9)));
        const double spread = own + theirs;
        if (!(spread > 0)) {
            out.t.push_back(0);
            out.p.push_back(1);
            continue;
        }
        const double t = (mean - mean_rest) / std::sqrt(spread);
        const double freedom = spread * spread / (own * own / (out.cells - 1) + theirs * theirs / (out.rest - 1));
        out.t.push_back(t);
        out.p.push_back(std::min(1.0, 2 * student_t_sf(std::abs(t), freedom)));
    }
    out.q = benjamini_hochberg(out.p);
    return out;
}

NormalTests normal_tests(std::span<const double> z) {
    NormalTests out;
    for (const double one : z) out.p.push_back(2 * normal_sf(std::abs(one)));
    out.q = benjamini_hochberg(out.p);
    return out;
}

}  // namespace phenolens
