#pragma once

#include <knncolle/knncolle.hpp>

namespace phenolens {

/// Exact nearest neighbours for mnncorrect: every point is looked at, most of them in their leading dimensions alone. On principal
/// components these hold most of a distance; a point that is too far in them already is passed over.
class LeadingSearch final : public knncolle::Builder<int, float, float, knncolle::Matrix<int, float>> {
public:
    knncolle::Prebuilt<int, float, float>* build_raw(const knncolle::Matrix<int, float>& data) const override;
};

}  // namespace phenolens
