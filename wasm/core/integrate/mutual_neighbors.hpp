#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace phenolens {

/// libscran's own k.
inline constexpr int kMutualNeighbors = 15;

/// Batches merged by mutual nearest neighbours (Haghverdi et al., Nature Biotechnology 2018), as `mnncorrect` of libscran does it, with
/// exact neighbours. Batch after batch, so that it can be watched and stopped; the same on every target.
class MutualNeighbors {
public:
    /// `values` are row-major cells x dims, a code per cell; `neighbors` is k of the neighbours that are mutual. Cells with a code below 0
    /// or a value that is not finite take no part and stay. Throws Error(internal) for sizes that do not fit, Error(bad_input) for fewer
    /// than two batches with cells, and for no neighbours.
    MutualNeighbors(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes, std::size_t batches,
                    int neighbors);
    ~MutualNeighbors();
    MutualNeighbors(const MutualNeighbors&) = delete;
    MutualNeighbors& operator=(const MutualNeighbors&) = delete;

    /// Merges one batch into those merged before; the one of the largest sum of squares stays where it is, the next largest follow. Returns
    /// how many are left.
    std::size_t step();

    std::size_t left() const { return left_; }
    /// Of all cells, row-major; batches not merged yet are where they were.
    std::vector<float> positions() const;

private:
    class Merges;

    std::size_t dims_, left_ = 0;
    std::vector<float> given_;
    /// Cells that take part, batch after batch.
    std::vector<std::size_t> order_;
    std::vector<float> corrected_;
    std::unique_ptr<Merges> merges_;
};

}  // namespace phenolens
