#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace phenolens {

/// The float32 nearest to the IEEE 754 half-precision number of these bits (exact: every half is a float).
float half_to_float(std::uint16_t bits);

/// Where a tensor lies in a weights file, as the manifest says.
struct TensorInfo {
    std::string name;
    /// `float16`, `float32` or `float64`, little-endian.
    std::string dtype;
    std::vector<double> shape;
    /// Bytes from the file's start.
    double offset = 0;
};

/// Decodes the tensor of this name and shape; Number is float (of half or single precision) or double (of any).
/// Throws Error(model) where it is missing, of another shape or type, outside the file, or not finite.
template <typename Number = float>
std::vector<Number> read_tensor(std::span<const std::uint8_t> bytes, std::span<const TensorInfo> tensors, const std::string& name,
                                const std::vector<std::size_t>& shape);

}  // namespace phenolens
