#include "survey/kept_scores.hpp"

#include <utility>

namespace phenolens {

void KeptScores::add(ScoredCells cells) {
    if (!is_whole_) return;
    bytes_ += cells.places.size() * (sizeof(std::uint16_t) + sizeof(float));
    if (bytes_ > most_bytes_) {
        is_whole_ = false;
        blocks_ = {};
        return;
    }
    // They grew as cells were scored, to up to twice what they hold.
    cells.places.shrink_to_fit();
    cells.differences.shrink_to_fit();
    blocks_.push_back(std::move(cells));
}

}  // namespace phenolens
