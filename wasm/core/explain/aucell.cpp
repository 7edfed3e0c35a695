#include "explain/aucell.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {

std::size_t AucellScorer::usual_top(std::size_t genes) { return std::max<std::size_t>(2, (genes + 19) / 20); }

AucellScorer::AucellScorer(std::size_t genes, std::size_t top, const GeneSets& sets) : genes_(genes), top_(top) {
    if (top < 2 || top > genes)
        throw Error(ErrorCode::bad_input, sentence("From 2 to all ", genes, " genes can be a cell's best, not ", top, "."));
    std::vector<std::size_t> counts(genes + 1);
    std::size_t at = 0;
    for (const std::int32_t length : sets.lengths) {
        if (length <= 0 || static_cast<std::size_t>(length) > sets.genes.size() - at)
            throw Error(ErrorCode::bad_input, "A set of genes has no gene.");
        at += static_cast<std::size_t>(length);
        sizes_.push_back(length);
        most_.push_back(added(0, static_cast<std::size_t>(length)));
    }
    if (at != sets.genes.size()) throw Error(ErrorCode::bad_input, "There are more genes than the sets hold.");
    for (const std::int32_t gene : sets.genes) {
        if (gene < 0 || static_cast<std::size_t>(gene) >= genes)
            throw Error(ErrorCode::bad_input, sentence("Gene ", gene, " of a set is not one of the ", genes, " there are."));
        ++counts[static_cast<std::size_t>(gene) + 1];
    }
    for (std::size_t gene = 0; gene < genes; ++gene) counts[gene + 1] += counts[gene];
    starts_ = counts;
    sets_of_.resize(sets.genes.size());
    at = 0;
    for (std::size_t set = 0; set < sets.lengths.size(); ++set) {
        for (std::int32_t i = 0; i < sets.lengths[set]; ++i)
            sets_of_[counts[static_cast<std::size_t>(sets.genes[at++])]++] = static_cast<std::int32_t>(set);
    }
    for (std::size_t gene = 0; gene < genes; ++gene) {
        const auto first = sets_of_.begin() + static_cast<std::ptrdiff_t>(starts_[gene]),
                   last = sets_of_.begin() + static_cast<std::ptrdiff_t>(starts_[gene + 1]);
        if (std::adjacent_find(first, last) != last) throw Error(ErrorCode::bad_input, sentence("Gene ", gene, " stands twice in a set."));
    }
}

double AucellScorer::added(std::size_t from, std::size_t to) const {
    // The ranks below `top` alone add: top - r for r = from + 1 .. min(to, top - 1).
    const std::size_t last = std::min(to, top_ - 1);
    if (from >= last) return 0;
    const auto first_adds = static_cast<double>(top_ - from - 1), last_adds = static_cast<double>(top_ - last);
    return (first_adds + last_adds) / 2 * static_cast<double>(last - from);
}

void AucellScorer::score_cell(std::span<const std::int32_t> genes, std::span<const float> values, float* out) {
    sorted_.clear();
    std::size_t below = 0;
    for (std::size_t i = 0; i < genes.size(); ++i) {
        if (values[i] == 0) continue;
        sorted_.emplace_back(values[i], genes[i]);
        below += values[i] < 0;
    }
    std::sort(sorted_.begin(), sorted_.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    const std::size_t zeros = genes_ - sorted_.size(), above = sorted_.size() - below;
    if (sorted_.empty() || (zeros == 0 && sorted_.front().first == sorted_.back().first)) {
        std::fill(out, out + sets(), std::numeric_limits<float>::quiet_NaN());
        return;
    }
    // Every gene counts as zero first; the others add what they have more or less.
    const double of_zero = zeros == 0 ? 0 : added(above, above + zeros) / static_cast<double>(zeros);
    for (std::size_t set = 0; set < sets(); ++set) sums_[set] = of_zero * sizes_[set];
    for (std::size_t start = 0; start < sorted_.size();) {
        std::size_t end = start;
        while (end < sorted_.size() && sorted_[end].first == sorted_[start].first) ++end;
        const std::size_t before = start < above ? start : start + zeros;
        const double more = added(before, before + end - start) / static_cast<double>(end - start) - of_zero;
        for (; start < end; ++start) {
            if (more == 0) continue;
            const auto gene = static_cast<std::size_t>(sorted_[start].second);
            for (std::size_t i = starts_[gene]; i < starts_[gene + 1]; ++i) sums_[static_cast<std::size_t>(sets_of_[i])] += more;
        }
    }
    for (std::size_t set = 0; set < sets(); ++set) out[set] = static_cast<float>(std::max(0.0, sums_[set]) / most_[set]);
}

std::vector<float> AucellScorer::score(const MatrixBlock& block) {
    if (block.genes != genes_)
        throw Error(ErrorCode::internal, sentence("A block of ", block.genes, " genes cannot be scored by sets over ", genes_, "."));
    std::vector<float> out(block.cells * sets());
    sums_.resize(sets());
    for (std::size_t cell = 0; cell < block.cells; ++cell)
        score_cell(block.genes_of(cell), block.values_of(cell), out.data() + cell * sets());
    return out;
}

}  // namespace phenolens
