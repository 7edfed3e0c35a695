#include "stats/draw_order.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

using Members = std::vector<std::uint32_t>;

/// Where a stratum is cut, and what is gained by it.
struct Cut {
    double squares = 0;
    std::size_t dim = 0;
    double at = 0;
};

/// The largest first; equal ones as they were.
void by_size(std::vector<Members>& strata) {
    std::stable_sort(strata.begin(), strata.end(), [](const Members& a, const Members& b) { return a.size() > b.size(); });
}

/// Members of each label, the largest first, ties by label; the rarest joined.
std::vector<Members> by_label(std::span<const std::int32_t> label, std::size_t most) {
    std::map<std::int32_t, Members> found;
    for (std::uint32_t i = 0; i < label.size(); ++i) found[label[i]].push_back(i);
    std::vector<Members> strata;
    for (auto& [_, members] : found) strata.push_back(std::move(members));
    by_size(strata);
    const std::size_t own = std::max<std::size_t>(1, (most + 1) / 2);
    while (strata.size() > own) {
        Members& last = strata[strata.size() - 2];
        last.insert(last.end(), strata.back().begin(), strata.back().end());
        strata.pop_back();
    }
    for (Members& members : strata) std::sort(members.begin(), members.end());
    return strata;
}

Cut widest(const Members& members, std::span<const float> values, std::size_t dims) {
    Cut best;
    if (members.size() < 2 * kLeastCut) return best;
    for (std::size_t dim = 0; dim < dims; ++dim) {
        double sum = 0, squares = 0, count = 0;
        for (const auto i : members) {
            const double value = values[i * dims + dim];
            if (!std::isfinite(value)) continue;
            // Welford's update: values may lie far from 0.
            ++count;
            const double before = value - sum;
            sum += before / count;
            squares += before * (value - sum);
        }
        if (squares > best.squares) best = {squares, dim, sum};
    }
    return best;
}

/// Cuts a stratum in two; those beyond the cut are returned, none where a part would be too small.
Members cut_off(Members& members, const Cut& cut, std::span<const float> values, std::size_t dims) {
    const auto beyond = [&](std::uint32_t i) { return values[i * dims + cut.dim] > cut.at; };
    const auto end = std::stable_partition(members.begin(), members.end(), [&](std::uint32_t i) { return !beyond(i); });
    const auto kept = static_cast<std::size_t>(end - members.begin());
    if (kept < kLeastCut || members.size() - kept < kLeastCut) return {};
    Members off(end, members.end());
    members.erase(end, members.end());
    return off;
}

void cut_strata(std::vector<Members>& strata, std::span<const float> values, std::size_t dims, std::size_t most) {
    std::vector<Cut> cuts;
    for (const Members& members : strata) cuts.push_back(widest(members, values, dims));
    while (strata.size() < most) {
        const auto widest_cut =
            std::max_element(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.squares < b.squares; });
        if (!(widest_cut->squares > 0)) return;
        const auto at = static_cast<std::size_t>(widest_cut - cuts.begin());
        Members off = cut_off(strata[at], cuts[at], values, dims);
        if (off.empty()) {
            cuts[at] = {};
            continue;
        }
        cuts[at] = widest(strata[at], values, dims);
        cuts.push_back(widest(off, values, dims));
        strata.push_back(std::move(off));
    }
}

/// When the member drawn as the `rank`-th of a stratum comes.
double turn(std::size_t rank, std::size_t size) {
    if (rank < 2) return static_cast<double>(rank) - 2;
    return static_cast<double>(rank - 1) / std::sqrt(static_cast<double>(size));
}

}  // namespace

DrawOrder draw_order(std::span<const std::int32_t> label, std::span<const float> values, std::size_t dims, std::size_t most,
                     std::uint64_t seed) {
    if (most < 1 || most > kMostStrata)
        throw Error(ErrorCode::bad_input, sentence("An order draws from 1 to ", kMostStrata, " strata, not ", most, "."));
    if (values.size() != label.size() * dims)
        throw Error(ErrorCode::bad_input, sentence(values.size(), " values are not ", label.size(), " points of ", dims, " dimensions."));
    DrawOrder out;
    if (label.empty()) return out;
    auto strata = by_label(label, most);
    cut_strata(strata, values, dims, most);
    by_size(strata);
    out.strata = strata.size();
    out.stratum.resize(label.size());
    std::vector<double> turns(label.size());
    Random random(seed);
    for (std::size_t s = 0; s < strata.size(); ++s) {
        Members& members = strata[s];
        for (std::size_t i = members.size(); i > 1; --i) std::swap(members[i - 1], members[random.below(i)]);
        for (std::size_t rank = 0; rank < members.size(); ++rank) {
            out.stratum[members[rank]] = static_cast<std::uint8_t>(s);
            turns[members[rank]] = turn(rank, members.size());
        }
    }
    out.order.resize(label.size());
    std::iota(out.order.begin(), out.order.end(), 0);
    // Ties go to the smallest stratum, which has the highest number.
    std::sort(out.order.begin(), out.order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (turns[a] != turns[b]) return turns[a] < turns[b];
        return out.stratum[a] != out.stratum[b] ? out.stratum[a] > out.stratum[b] : a < b;
    });
    return out;
}

}  // namespace phenolens
