#include "integrate/mutual_neighbors.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "integrate/leading_search.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#include <mnncorrect/mnncorrect.hpp>
#pragma GCC diagnostic pop

namespace phenolens {
namespace {

typedef knncolle::Matrix<int, float> Positions;

}  // namespace

/// The library merges all batches in one call; its steps are within reach of a class derived from its own.
class MutualNeighbors::Merges {
public:
    Merges(std::size_t dims, const std::vector<int>& cells, const std::vector<const float*>& batches, float* corrected, int neighbors)
        : order_(dims, cells, batches, corrected, search_, neighbors) {}

    void next() { order_.next(false); }

private:
    struct Order : mnncorrect::internal::AutomaticOrder<int, float, Positions> {
        typedef mnncorrect::internal::AutomaticOrder<int, float, Positions> Base;

        Order(std::size_t dims, const std::vector<int>& cells, const std::vector<const float*>& batches, float* corrected,
              const LeadingSearch& search, int neighbors)
            : Base(dims, cells, batches, corrected, search, neighbors, mnncorrect::Options<int, float>().num_steps,
                   mnncorrect::MergePolicy::RSS, 1) {}

        using Base::next;
    };

    LeadingSearch search_;
    Order order_;
};

MutualNeighbors::MutualNeighbors(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes, std::size_t batches,
                                 int neighbors)
    : dims_(dims), given_(values.begin(), values.end()) {
    if (dims == 0 || values.size() != codes.size() * dims)
        throw Error(ErrorCode::internal, "Positions and codes of cells do not fit each other.");
    if (neighbors < 1) throw Error(ErrorCode::bad_input, "Mutual neighbours are sought among at least one neighbour.");
    std::vector<std::vector<std::size_t>> members(batches);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto row = values.subspan(i * dims, dims);
        if (codes[i] < 0 || !std::all_of(row.begin(), row.end(), [](float value) { return std::isfinite(value); })) continue;
        if (static_cast<std::size_t>(codes[i]) >= batches) throw Error(ErrorCode::internal, "A cell's batch is beyond those there are.");
        members[static_cast<std::size_t>(codes[i])].push_back(i);
    }
    std::vector<int> cells;
    for (const auto& own : members) {
        if (own.empty()) continue;
        order_.insert(order_.end(), own.begin(), own.end());
        cells.push_back(static_cast<int>(own.size()));
    }
    if (cells.size() < 2)
        throw Error(ErrorCode::bad_input,
                    "All cells are of one batch: there is nothing to integrate. Choose a column with several categories.");
    std::vector<float> input;
    for (const std::size_t cell : order_)
        input.insert(input.end(), given_.begin() + static_cast<std::ptrdiff_t>(cell * dims),
                     given_.begin() + static_cast<std::ptrdiff_t>((cell + 1) * dims));
    std::vector<const float*> starts;
    std::size_t first = 0;
    for (const int count : cells) {
        starts.push_back(input.data() + first * dims);
        first += static_cast<std::size_t>(count);
    }
    corrected_.resize(input.size());
    left_ = cells.size() - 1;
    merges_ = std::make_unique<Merges>(dims, cells, starts, corrected_.data(), neighbors);
}

MutualNeighbors::~MutualNeighbors() = default;

std::size_t MutualNeighbors::step() {
    if (left_ == 0) return 0;
    merges_->next();
    return --left_;
}

std::vector<float> MutualNeighbors::positions() const {
    std::vector<float> out = given_;
    for (std::size_t i = 0; i < order_.size(); ++i)
        for (std::size_t d = 0; d < dims_; ++d) out[order_[i] * dims_ + d] = corrected_[i * dims_ + d];
    return out;
}

}  // namespace phenolens
