#include "integrate/leading_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "base/distance.hpp"

namespace phenolens {
namespace {

/// Leading dimensions: a line of the cache.
constexpr std::size_t kLeading = 16;

class Points final : public knncolle::Prebuilt<int, float, float> {
public:
    Points(std::size_t dims, int count, SearchMemory* memory)
        : dims_(dims), count_(count), rest_dims_(dims > kLeading ? dims - kLeading : 0), memory_(memory),
          number_(memory ? memory->next_number++ : -1) {}

    void add(const float* point) {
        const std::size_t first = leading_.size();
        leading_.resize(first + kLeading);
        std::copy_n(point, std::min(dims_, kLeading), leading_.begin() + static_cast<std::ptrdiff_t>(first));
        if (rest_dims_ > 0) rest_.insert(rest_.end(), point + kLeading, point + dims_);
    }

    int num_observations() const override { return count_; }
    std::size_t num_dimensions() const override { return dims_; }
    std::unique_ptr<knncolle::Searcher<int, float, float>> initialize() const override;

    std::vector<float> point(int i) const {
        std::vector<float> out(dims_);
        const auto at = static_cast<std::size_t>(i);
        std::copy_n(leading_.begin() + static_cast<std::ptrdiff_t>(at * kLeading), std::min(dims_, kLeading), out.begin());
        if (rest_dims_ > 0) std::copy_n(rest_.begin() + static_cast<std::ptrdiff_t>(at * rest_dims_), rest_dims_, out.begin() + kLeading);
        return out;
    }

    const SearchMemory::Found* known(const float* query) const { return memory_ ? memory_->find(number_, query) : nullptr; }
    bool is_keeping() const { return memory_ && memory_->is_keeping; }
    void keep(const float* query, SearchMemory::Found found) const { memory_->keep(number_, query, std::move(found)); }

    void search(const float* query, knncolle::NeighborQueue<int, float>& nearest) const {
        float leading[kLeading] = {};
        std::copy_n(query, std::min(dims_, kLeading), leading);
        float limit = std::numeric_limits<float>::infinity();
        for (int i = 0; i < count_; ++i) {
            const auto at = static_cast<std::size_t>(i);
            float squared = squared_distance(leading, leading_.data() + at * kLeading, kLeading);
            if (squared > limit) continue;
            if (rest_dims_ > 0) squared += squared_distance(query + kLeading, rest_.data() + at * rest_dims_, rest_dims_);
            if (squared > limit) continue;
            nearest.add(i, squared);
            if (nearest.is_full()) limit = nearest.limit();
        }
    }

private:
    std::size_t dims_;
    int count_;
    std::size_t rest_dims_;
    std::vector<float> leading_, rest_;
    SearchMemory* memory_;
    int number_;
};

class PointSearcher final : public knncolle::Searcher<int, float, float> {
public:
    explicit PointSearcher(const Points& points) : points_(points) {}

    void search(int i, int k, std::vector<int>* indices, std::vector<float>* distances) override {
        const auto query = points_.point(i);
        nearest_.reset(k + 1);
        points_.search(query.data(), nearest_);
        nearest_.report(indices, distances, i);
        take_roots(distances);
    }

    void search(const float* query, int k, std::vector<int>* indices, std::vector<float>* distances) override {
        if (k == 0) {
            if (indices) indices->clear();
            if (distances) distances->clear();
            return;
        }
        if (const auto* known = points_.known(query); known && known->indices.size() == static_cast<std::size_t>(k)) {
            if (indices) *indices = known->indices;
            if (distances) *distances = known->distances;
            return;
        }
        nearest_.reset(k);
        points_.search(query, nearest_);
        if (!points_.is_keeping()) {
            nearest_.report(indices, distances);
            take_roots(distances);
            return;
        }
        SearchMemory::Found found;
        nearest_.report(&found.indices, &found.distances);
        take_roots(&found.distances);
        if (indices) *indices = found.indices;
        if (distances) *distances = found.distances;
        points_.keep(query, std::move(found));
    }

private:
    static void take_roots(std::vector<float>* distances) {
        if (!distances) return;
        for (float& distance : *distances) distance = std::sqrt(distance);
    }

    const Points& points_;
    knncolle::NeighborQueue<int, float> nearest_;
};

std::unique_ptr<knncolle::Searcher<int, float, float>> Points::initialize() const { return std::make_unique<PointSearcher>(*this); }

}  // namespace

const SearchMemory::Found* SearchMemory::find(int number, const float* query) const {
    const auto of = found_.find(number);
    if (of == found_.end()) return nullptr;
    const auto found = of->second.find(query);
    return found == of->second.end() ? nullptr : &found->second;
}

void SearchMemory::keep(int number, const float* query, Found found) { found_[number].insert_or_assign(query, std::move(found)); }

knncolle::Prebuilt<int, float, float>* LeadingSearch::build_raw(const knncolle::Matrix<int, float>& data) const {
    auto points = std::make_unique<Points>(data.num_dimensions(), data.num_observations(), memory_);
    const auto rows = data.new_extractor();
    for (int i = 0; i < data.num_observations(); ++i) points->add(rows->next());
    return points.release();
}

}  // namespace phenolens
