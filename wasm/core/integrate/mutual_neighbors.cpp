#include "integrate/mutual_neighbors.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "integrate/merge_order.hpp"

namespace phenolens {

class MutualNeighbors::Merges {
public:
    Merges(std::size_t dims, const std::vector<int>& cells, const std::vector<const float*>& batches, float* corrected, int neighbors,
           double comparisons)
        : search_(&memory_), order(dims, cells, batches, corrected, search_, neighbors, memory_, comparisons) {}

private:
    SearchMemory memory_;
    LeadingSearch search_;

public:
    MergeOrder order;
};

MutualNeighbors::MutualNeighbors(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes, std::size_t batches,
                                 int neighbors, double comparisons)
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
    left_ = merges_in_all_ = cells.size() - 1;
    merges_ = std::make_unique<Merges>(dims, cells, starts, corrected_.data(), neighbors, comparisons);
}

MutualNeighbors::~MutualNeighbors() = default;

bool MutualNeighbors::step() {
    if (left_ > 0 && merges_->order.step()) --left_;
    return left_ > 0;
}

double MutualNeighbors::share() const {
    const double merged = static_cast<double>(merges_in_all_ - left_) + (left_ > 0 ? merges_->order.share() : 0);
    return merged / static_cast<double>(merges_in_all_);
}

std::vector<float> MutualNeighbors::positions() const {
    std::vector<float> out = given_;
    for (std::size_t i = 0; i < order_.size(); ++i)
        for (std::size_t d = 0; d < dims_; ++d) out[order_[i] * dims_ + d] = corrected_[i * dims_ + d];
    return out;
}

}  // namespace phenolens
