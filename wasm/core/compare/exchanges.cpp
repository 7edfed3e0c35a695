#include "compare/exchanges.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace phenolens {
namespace {

std::vector<std::int32_t> taken(const std::vector<std::int32_t>& group, const std::vector<std::size_t>& places) {
    std::vector<std::int32_t> own;
    for (const std::size_t place : places) own.push_back(group[place]);
    return own;
}

void put(std::vector<std::int32_t>& group, const std::vector<std::size_t>& places, const std::vector<std::int32_t>& own) {
    for (std::size_t i = 0; i < places.size(); ++i) group[places[i]] = own[i];
}

}  // namespace

Exchanges::Exchanges(std::span<const std::int32_t> group, std::span<const std::int32_t> block) : start_(group.begin(), group.end()) {
    std::map<std::int32_t, std::vector<std::size_t>> by_block;
    for (std::size_t sample = 0; sample < block.size(); ++sample) by_block[block[sample]].push_back(sample);
    for (auto& [name, places] : by_block) {
        const auto second =
            static_cast<double>(std::count_if(places.begin(), places.end(), [&](std::size_t at) { return group[at] == 1; }));
        is_balanced_ = is_balanced_ && 2 * second == static_cast<double>(places.size());
        for (double i = 1; i <= second; ++i) count_ *= (static_cast<double>(places.size()) - second + i) / i;
        blocks_.push_back(std::move(places));
    }
}

std::vector<std::int32_t> Exchanges::first() const {
    std::vector<std::int32_t> group = start_;
    for (const auto& places : blocks_) {
        auto own = taken(group, places);
        std::sort(own.begin(), own.end());
        put(group, places, own);
    }
    return group;
}

bool Exchanges::next(std::vector<std::int32_t>& group) const {
    for (const auto& places : blocks_) {
        auto own = taken(group, places);
        const bool is_next = std::next_permutation(own.begin(), own.end());
        put(group, places, own);
        if (is_next) return true;
    }
    return false;
}

void Exchanges::shuffle(std::vector<std::int32_t>& group, Random& random) const {
    for (const auto& places : blocks_)
        for (std::size_t i = places.size(); i > 1; --i) std::swap(group[places[i - 1]], group[places[random.below(i)]]);
}

}  // namespace phenolens
