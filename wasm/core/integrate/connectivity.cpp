#include <algorithm>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "integrate/mixing.hpp"

namespace phenolens {
namespace {

/// Strongly connected parts (Tarjan 1972), without recursion: a graph of cells is deep.
class ConnectedParts {
public:
    ConnectedParts(const Neighbors& neighbors, std::span<const std::int32_t> codes)
        : neighbors_(neighbors), codes_(codes), order_(codes.size(), -1), low_(codes.size()), is_open_(codes.size()) {}

    /// Calls `visit(cell of the part, size)` for each part.
    template <typename Visit> void each(const Visit& visit) {
        for (std::size_t cell = 0; cell < codes_.size(); ++cell) {
            if (codes_[cell] >= 0 && order_[cell] < 0) walk_from(cell, visit);
        }
    }

private:
    struct Stop {
        std::size_t cell, next;
    };

    void enter(std::size_t cell) {
        order_[cell] = low_[cell] = time_++;
        open_.push_back(cell);
        is_open_[cell] = true;
        path_.push_back({cell, 0});
    }

    template <typename Visit> void walk_from(std::size_t start, const Visit& visit) {
        const auto k = static_cast<std::size_t>(neighbors_.k);
        enter(start);
        while (!path_.empty()) {
            const std::size_t cell = path_.back().cell;
            if (path_.back().next < k) {
                const auto to = static_cast<std::size_t>(neighbors_.index[cell * k + path_.back().next++]);
                if (codes_[to] != codes_[cell]) continue;
                if (order_[to] < 0)
                    enter(to);
                else if (is_open_[to])
                    low_[cell] = std::min(low_[cell], order_[to]);
                continue;
            }
            path_.pop_back();
            if (!path_.empty()) low_[path_.back().cell] = std::min(low_[path_.back().cell], low_[cell]);
            if (low_[cell] != order_[cell]) continue;
            std::size_t size = 0, last;
            do {
                last = open_.back();
                open_.pop_back();
                is_open_[last] = false;
                ++size;
            } while (last != cell);
            visit(cell, size);
        }
    }

    const Neighbors& neighbors_;
    std::span<const std::int32_t> codes_;
    std::vector<std::int64_t> order_, low_;
    std::vector<bool> is_open_;
    std::vector<std::size_t> open_;
    std::vector<Stop> path_;
    std::int64_t time_ = 0;
};

}  // namespace

Connectivity connectivity_of(const Neighbors& neighbors, std::span<const std::int32_t> codes) {
    if (neighbors.index.size() != codes.size() * static_cast<std::size_t>(neighbors.k))
        throw Error(ErrorCode::internal, "Categories and neighbours are of different cells.");
    std::vector<double> cells, largest;
    ConnectedParts(neighbors, codes).each([&](std::size_t cell, std::size_t size) {
        const auto code = static_cast<std::size_t>(codes[cell]);
        if (code >= cells.size()) {
            cells.resize(code + 1);
            largest.resize(code + 1);
        }
        cells[code] += static_cast<double>(size);
        largest[code] = std::max(largest[code], static_cast<double>(size));
    });
    Connectivity out;
    double sum = 0, present = 0;
    for (std::size_t code = 0; code < cells.size(); ++code) {
        out.shares.push_back(cells[code] > 0 ? largest[code] / cells[code] : kNaN);
        if (!(cells[code] > 0)) continue;
        sum += out.shares.back();
        ++present;
    }
    out.mean = present > 0 ? sum / present : kNaN;
    return out;
}

}  // namespace phenolens
