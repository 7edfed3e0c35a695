#include "depth.hpp"

#include <algorithm>
#include <cmath>

#include "error.hpp"
#include "not_a_number.hpp"
#include "order.hpp"
#include "text.hpp"

namespace phenolens {
namespace {

struct Sum {
    double cells = 0, value = 0;
};

DepthMatch match(const std::vector<Sum>& own, const std::vector<Sum>& all) {
    double group = 0, others = 0;
    for (std::size_t b = 0; b < all.size(); ++b) {
        group += own[b].cells;
        others += all[b].cells - own[b].cells;
    }
    DepthMatch out;
    double sum = 0;
    for (std::size_t b = 0; b < all.size() && group > 0 && others > 0; ++b) {
        const double rest = all[b].cells - own[b].cells;
        const double weight = std::min(own[b].cells / group, rest / others);
        if (weight == 0) continue;
        out.overlap += weight;
        sum += weight * (own[b].value / own[b].cells - (all[b].value - own[b].value) / rest);
    }
    out.difference = out.overlap > 0 ? sum / out.overlap : kNaN;
    return out;
}

/// Twice the rank of each of the first `size` values less the mean rank, ties averaged; whole numbers, exact as floats up to 8 million cells.
std::vector<float> ranks_of(std::span<const float> values, std::size_t size) {
    const auto sorted = ascending(values);
    std::vector<float> ranks(values.size());
    for (std::size_t start = 0; start < size;) {
        std::size_t end = start;
        while (end < size && sorted[end] >> 32 == sorted[start] >> 32) ++end;
        const auto rank = static_cast<float>(static_cast<double>(start + end) - static_cast<double>(size));
        for (std::size_t i = start; i < end; ++i) ranks[place_of(sorted[i])] = rank;
        start = end;
    }
    return ranks;
}

/// Spearman's correlation of depths, given in rising order, and the ranks beside them.
class Tied {
public:
    explicit Tied(std::size_t size) : size_(static_cast<double>(size)) {}

    void add(float depth, double rank) {
        if (count_ > 0 && depth != depth_) close();
        depth_ = depth;
        ++count_;
        sum_ += rank;
        squares_ += rank * rank;
    }

    double correlation() {
        close();
        return products_ / std::sqrt(squares_ * depth_squares_);
    }

private:
    void close() {
        const double rank = 2 * done_ + count_ - size_;
        products_ += rank * sum_;
        depth_squares_ += count_ * rank * rank;
        done_ += count_;
        count_ = sum_ = 0;
    }

    double size_, done_ = 0, count_ = 0, sum_ = 0, squares_ = 0, products_ = 0, depth_squares_ = 0;
    float depth_ = 0;
};

}  // namespace

Depth match_depth(std::span<const float> value, std::span<const float> depth, std::span<const std::int32_t> group, std::size_t groups, std::size_t bins) {
    if (depth.size() != value.size() || group.size() != value.size() || bins == 0) {
        throw Error(ErrorCode::bad_input, sentence("There are ", depth.size(), " depths and ", group.size(), " groups for ", value.size(), " cells."));
    }
    // A cell that is left out has no depth, so it comes last among the depths and is not counted.
    std::vector<float> depths(value.size(), static_cast<float>(kNaN)), values(depths);
    std::size_t size = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (group[i] < 0 || std::isnan(value[i]) || std::isnan(depth[i])) continue;
        if (static_cast<std::size_t>(group[i]) >= groups) throw Error(ErrorCode::bad_input, sentence("Cell ", i, " is of group ", group[i], ", but there are ", groups, "."));
        depths[i] = depth[i];
        values[i] = value[i];
        ++size;
    }
    const auto order = ascending(depths);
    Depth out;
    out.bins.resize(bins);
    out.adjusted.assign(value.size(), static_cast<float>(kNaN));
    std::vector<std::vector<Sum>> of(groups, std::vector<Sum>(bins));
    std::vector<Sum> all(bins);
    const auto bin_at = [&](std::size_t place) { return place * bins / std::max<std::size_t>(size, 1); };
    double total = 0;
    const std::vector<float> ranks = ranks_of(values, size);
    Tied tied(size);
    for (std::size_t place = 0; place < size; ++place) {
        const std::uint32_t cell = place_of(order[place]);
        const float deep = value_of(order[place]), known = value[cell];
        const std::size_t bin = bin_at(place);
        ++out.bins[bin].cells;
        out.bins[bin].mean_depth += deep;
        out.bins[bin].mean_value += known;
        Sum& own = of[static_cast<std::size_t>(group[cell])][bin];
        for (Sum* sum : {&own, &all[bin]}) {
            ++sum->cells;
            sum->value += known;
        }
        total += known;
        tied.add(deep, ranks[cell]);
    }
    for (DepthBin& bin : out.bins) {
        bin.mean_depth = bin.cells > 0 ? bin.mean_depth / bin.cells : kNaN;
        bin.mean_value = bin.cells > 0 ? bin.mean_value / bin.cells : kNaN;
    }
    const double mean = size > 0 ? total / static_cast<double>(size) : kNaN;
    out.correlation = tied.correlation();
    for (std::size_t place = 0; place < size; ++place) {
        const std::uint32_t cell = place_of(order[place]);
        out.adjusted[cell] = static_cast<float>(value[cell] - out.bins[bin_at(place)].mean_value + mean);
    }
    for (const auto& own : of) out.groups.push_back(match(own, all));
    return out;
}

}  // namespace phenolens
