#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace phenolens {

/// libscran's own k.
inline constexpr int kMutualNeighbors = 15;
/// Pairs of cells compared in a step: some tenths of a second.
inline constexpr double kComparisonsAStep = 2e7;

/// Batches merged by mutual nearest neighbours (Haghverdi et al., Nature Biotechnology 2018), as `mnncorrect` of libscran does it, with
/// exact neighbours. In steps, so that it can be watched and stopped; the same on every target.
class MutualNeighbors {
public:
    /// `values` are row-major cells x dims, a code per cell; `neighbors` is k of the neighbours that are mutual. Cells with a code below 0
    /// or a value that is not finite take no part and stay. Throws Error(internal) for sizes that do not fit, Error(bad_input) for fewer
    /// than two batches with cells, and for no neighbours.
    MutualNeighbors(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes, std::size_t batches,
                    int neighbors, double comparisons = kComparisonsAStep);
    ~MutualNeighbors();
    MutualNeighbors(const MutualNeighbors&) = delete;
    MutualNeighbors& operator=(const MutualNeighbors&) = delete;

    /// One unit of work: `comparisons` of two cells, or a batch moved. Batches are merged one by one; the one of the largest
    /// sum of squares stays where it is, the next largest follow. False when done.
    bool step();

    /// Batches to be merged yet.
    std::size_t left() const { return left_; }
    /// How many are merged in all.
    std::size_t merges() const { return merges_in_all_; }
    /// How much is done, 0 to 1.
    double share() const;
    /// Of all cells, row-major; batches not merged yet are where they were.
    std::vector<float> positions() const;

private:
    class Merges;

    std::size_t dims_, left_ = 0, merges_in_all_ = 0;
    std::vector<float> given_;
    /// Cells that take part, batch after batch.
    std::vector<std::size_t> order_;
    std::vector<float> corrected_;
    std::unique_ptr<Merges> merges_;
};

}  // namespace phenolens
