#include "survey/cell_projection.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"

namespace phenolens {

CellProjection::CellProjection(std::span<const float> mean, std::span<const float> rotation) {
    const std::size_t dims = mean.size();
    if (dims == 0 || rotation.size() % dims != 0)
        throw Error(ErrorCode::internal, "Components do not fit the genes that cells are to be put on them by.");
    components_ = rotation.size() / dims;
    stride_ = (components_ + 3) / 4 * 4;
    turned_.resize(dims * stride_);
    offset_.resize(components_);
    slope_.resize(components_);
    for (std::size_t c = 0; c < components_; ++c) {
        for (std::size_t d = 0; d < dims; ++d) {
            const float weight = rotation[c * dims + d];
            turned_[d * stride_ + c] = weight;
            offset_[c] += static_cast<double>(weight) * mean[d];
            slope_[c] += weight;
        }
    }
}

std::vector<float> CellProjection::project(const ScoredCells& cells) const {
    std::vector<float> out(cells.cells() * components_, std::numeric_limits<float>::quiet_NaN()), sums(stride_);
    for (std::size_t cell = 0; cell < cells.cells(); ++cell) {
        if (cells.has_scores[cell] == 0) continue;
        std::fill(sums.begin(), sums.end(), 0.0f);
        for (std::size_t i = cells.starts[cell]; i < cells.starts[cell + 1]; ++i) {
            const float* row = turned_.data() + cells.places[i] * stride_;
            const float value = cells.differences[i];
            for (std::size_t c = 0; c < stride_; ++c) sums[c] += value * row[c];
        }
        for (std::size_t c = 0; c < components_; ++c)
            out[cell * components_ + c] = static_cast<float>(sums[c] + cells.zero[cell] * slope_[c] - offset_[c]);
    }
    return out;
}

}  // namespace phenolens
