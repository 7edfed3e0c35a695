#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace phenolens {

/// Chosen genes' scores of the cells of some blocks, while they take no more than so many bytes: what a second pass over the file would have to read and score again.
class KeptScores {
public:
    struct Block {
        /// The file's cell that is its first.
        std::int64_t first = 0;
        /// Per cell whether it has scores, and its zero; cells + 1 positions among places and differences.
        std::vector<std::uint8_t> has_scores;
        std::vector<float> zero;
        std::vector<std::uint32_t> starts = {0};
        std::vector<std::uint16_t> places;
        std::vector<float> differences;
    };

    /// 0: nothing is kept.
    explicit KeptScores(std::size_t most_bytes = 0) : most_bytes_(most_bytes), is_whole_(most_bytes > 0) {}

    /// Adds a block; its places are among the chosen, below 65,536.
    void add(Block block);

    /// Whether all that was added is still here; beyond the limit everything is let go.
    bool is_whole() const { return is_whole_; }
    const std::vector<Block>& blocks() const { return blocks_; }

private:
    std::size_t most_bytes_, bytes_ = 0;
    bool is_whole_;
    std::vector<Block> blocks_;
};

}  // namespace phenolens
