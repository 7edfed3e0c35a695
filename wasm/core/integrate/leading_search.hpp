#pragma once

#include <knncolle/knncolle.hpp>

#include <unordered_map>
#include <vector>

namespace phenolens {

/// Neighbours found ahead of the library's asking for them, so that a long search can be done piece by piece. They are known by the points
/// searched and by where the query lies in memory: forget them before the queries move.
class SearchMemory {
public:
    struct Found {
        std::vector<int> indices;
        std::vector<float> distances;
    };

    /// What is found is kept while this is set.
    bool is_keeping = false;
    /// The number of the points built next; those of the same number share what was found.
    int next_number = 0;

    const Found* find(int number, const float* query) const;
    void keep(int number, const float* query, Found found);
    void forget() { found_.clear(); }

private:
    std::unordered_map<int, std::unordered_map<const float*, Found>> found_;
};

/// Exact nearest neighbours for mnncorrect: every point is looked at, most of them in their leading dimensions alone. On principal
/// components these hold most of a distance; a point that is too far in them already is passed over.
class LeadingSearch final : public knncolle::Builder<int, float, float, knncolle::Matrix<int, float>> {
public:
    /// `memory` outlives what is built; null for none.
    explicit LeadingSearch(SearchMemory* memory = nullptr) : memory_(memory) {}

    knncolle::Prebuilt<int, float, float>* build_raw(const knncolle::Matrix<int, float>& data) const override;

private:
    SearchMemory* memory_;
};

}  // namespace phenolens
