#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/random.hpp"

namespace phenolens {

/// Ways to deal two groups (0 and 1) anew to samples within their blocks, as many of each in every block as before.
class Exchanges {
public:
    Exchanges(std::span<const std::int32_t> group, std::span<const std::int32_t> block);

    /// How many there are, the one at hand among them.
    double count() const { return count_; }
    /// Share of them that are the one at hand, or its mirror image where the groups are of the same size in every block.
    double least_p() const { return (is_balanced_ ? 2 : 1) / count_; }

    /// Every one of them once, in order: starts with the first, then the next until false.
    std::vector<std::int32_t> first() const;
    bool next(std::vector<std::int32_t>& group) const;

    /// One by chance.
    void shuffle(std::vector<std::int32_t>& group, Random& random) const;

private:
    std::vector<std::int32_t> start_;
    /// Places of each block's samples.
    std::vector<std::vector<std::size_t>> blocks_;
    double count_ = 1;
    bool is_balanced_ = true;
};

}  // namespace phenolens
