#include "kept_scores.hpp"

#include <utility>

namespace phenolens {

void KeptScores::add(Block block) {
    if (!is_whole_) return;
    bytes_ += block.places.size() * (sizeof(std::uint16_t) + sizeof(float));
    if (bytes_ <= most_bytes_) {
        blocks_.push_back(std::move(block));
        return;
    }
    is_whole_ = false;
    blocks_ = {};
}

}  // namespace phenolens
