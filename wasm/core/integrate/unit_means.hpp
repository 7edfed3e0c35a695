#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Scales rows (row-major, `dims` each) to length 1; rows of zeros stay.
void scale_rows(std::span<float> rows, std::size_t dims);

/// k-means of directions: rows of length 1 go to the mean they have the largest product with. Seeded by k-means++ (Arthur and Vassilvitskii
/// 2007), then at most `passes` of Lloyd's, fewer where no row moves.
class UnitMeans {
public:
    /// `rows` are row-major, `width` each, of length 1 and padded (base/dense.hpp). Throws Error(internal) for fewer rows than means.
    UnitMeans(std::vector<float> rows, std::size_t width, std::size_t means, int passes, std::uint64_t seed);

    /// One pass; false when there is no more to do.
    bool step();

    /// Row-major means x width, of length 1.
    const std::vector<float>& means() const { return means_; }

private:
    std::vector<float> rows_, means_;
    std::vector<std::uint32_t> nearest_;
    std::size_t width_;
    int left_;
};

}  // namespace phenolens
