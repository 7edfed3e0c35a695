#include "survey/group_tests.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/text.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

double sample_variance(double sum, double squares, double cells) { return std::max(0.0, squares - sum * sum / cells) / (cells - 1); }

}  // namespace

GroupTests tests_of(const GroupSums& sums, std::size_t group) {
    if (group >= sums.groups()) throw Error(ErrorCode::internal, "A group that was not counted was to be tested.");
    GroupTests out;
    for (std::size_t g = 0; g < sums.groups(); ++g) (g == group ? out.cells : out.rest) += sums.cells()[g];
    if (out.cells < 2 || out.rest < 2)
        throw Error(ErrorCode::bad_input,
                    sentence("A group of ", out.cells, " cells cannot be tested against ", out.rest, " others; both sides need two."));
    for (std::size_t gene = 0; gene < sums.genes(); ++gene) {
        double sum = 0, squares = 0, expressing = 0;
        for (std::size_t g = 0; g < sums.groups(); ++g) {
            if (g == group) continue;
            sum += sums.sum(gene, g);
            squares += sums.squares(gene, g);
            expressing += sums.expressing(gene, g);
        }
        const double mean = sums.sum(gene, group) / out.cells, mean_rest = sum / out.rest;
        const double own = sample_variance(sums.sum(gene, group), sums.squares(gene, group), out.cells) / out.cells;
        const double theirs = sample_variance(sum, squares, out.rest) / out.rest;
        out.mean.push_back(mean);
        out.mean_rest.push_back(mean_rest);
        out.fraction.push_back(sums.expressing(gene, group) / out.cells);
        out.fraction_rest.push_back(expressing / out.rest);
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
