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

/// What is asked of a cell at random, in one place.
struct Cell {
    float value = 0;
    /// Twice the rank of the value less the mean rank, ties averaged: a whole number, exact up to 8 million cells.
    float rank = 0;
    /// -1 where the cell is left out.
    std::int32_t group = -1;
    std::uint32_t bin = 0;
};

/// The cells of a group that have a value and a depth.
std::vector<Cell> cells_of(std::span<const float> value, std::span<const std::int32_t> group, std::size_t groups, const Ordered& by_depth) {
    std::vector<Cell> cells(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (group[i] < 0 || std::isnan(value[i])) continue;
        if (static_cast<std::size_t>(group[i]) >= groups) throw Error(ErrorCode::bad_input, sentence("Cell ", i, " is of group ", group[i], ", but there are ", groups, "."));
        cells[i] = {value[i], 0, group[i], 0};
    }
    // Without a depth they come last among the depths.
    for (std::size_t place = value.size(); place > 0 && std::isnan(by_depth.values[place - 1]); --place) cells[static_cast<std::size_t>(by_depth.places[place - 1])].group = -1;
    return cells;
}

/// Ranks the cells that are not left out.
void rank(std::vector<Cell>& cells, std::size_t size, const Ordered& by_value) {
    std::vector<Cell*> tied;
    std::size_t below = 0;
    float last = 0;
    const auto close = [&] {
        const auto middle = static_cast<float>(static_cast<double>(2 * below + tied.size()) - static_cast<double>(size));
        for (Cell* cell : tied) cell->rank = middle;
        below += tied.size();
        tied.clear();
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Cell& cell = cells[static_cast<std::size_t>(by_value.places[i])];
        if (cell.group < 0) continue;
        if (by_value.values[i] != last) close();
        last = by_value.values[i];
        tied.push_back(&cell);
    }
    close();
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

Depth match_depth(std::span<const float> value, std::span<const std::int32_t> group, std::size_t groups, const Ordered& by_value, const Ordered& by_depth, std::size_t bins) {
    check_order(by_value, value.size());
    check_order(by_depth, value.size());
    if (group.size() != value.size() || bins == 0) throw Error(ErrorCode::bad_input, sentence("There are ", group.size(), " groups for ", value.size(), " cells."));
    std::vector<Cell> cells = cells_of(value, group, groups, by_depth);
    const auto size = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.group >= 0; }));
    rank(cells, size, by_value);
    Depth out;
    out.bins.resize(bins);
    std::vector<std::vector<Sum>> of(groups, std::vector<Sum>(bins));
    std::vector<Sum> all(bins);
    double total = 0;
    Tied tied(size);
    std::size_t place = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Cell& cell = cells[static_cast<std::size_t>(by_depth.places[i])];
        if (cell.group < 0) continue;
        const std::size_t bin = place++ * bins / size;
        cell.bin = static_cast<std::uint32_t>(bin);
        ++out.bins[bin].cells;
        out.bins[bin].mean_depth += by_depth.values[i];
        out.bins[bin].mean_value += cell.value;
        Sum& own = of[static_cast<std::size_t>(cell.group)][bin];
        for (Sum* sum : {&own, &all[bin]}) {
            ++sum->cells;
            sum->value += cell.value;
        }
        total += cell.value;
        tied.add(by_depth.values[i], cell.rank);
    }
    for (DepthBin& bin : out.bins) {
        bin.mean_depth = bin.cells > 0 ? bin.mean_depth / bin.cells : kNaN;
        bin.mean_value = bin.cells > 0 ? bin.mean_value / bin.cells : kNaN;
    }
    const double mean = size > 0 ? total / static_cast<double>(size) : kNaN;
    out.correlation = tied.correlation();
    out.adjusted.assign(value.size(), static_cast<float>(kNaN));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].group >= 0) out.adjusted[i] = static_cast<float>(value[i] - out.bins[cells[i].bin].mean_value + mean);
    }
    for (const auto& own : of) out.groups.push_back(match(own, all));
    return out;
}

}  // namespace phenolens
