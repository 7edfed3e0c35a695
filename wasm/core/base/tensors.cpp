#include "base/tensors.hpp"

#include <cmath>
#include <cstring>

#include "base/error.hpp"
#include "base/float_bits.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

template <typename Size> std::string shape_in_words(const std::vector<Size>& shape) {
    std::string text;
    for (const Size size : shape) text += (text.empty() ? "" : " x ") + in_words(size);
    return text;
}

bool same_shape(const std::vector<double>& found, const std::vector<std::size_t>& wanted) {
    if (found.size() != wanted.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (found[i] != static_cast<double>(wanted[i])) return false;
    }
    return true;
}

}  // namespace

float half_to_float(std::uint16_t bits) {
    const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000u) << 16;
    const std::uint32_t exponent = (bits >> 10) & 0x1fu;
    const std::uint32_t fraction = bits & 0x3ffu;
    if (exponent == 0) {
        // Zero and the subnormals: fraction x 2^-24.
        const float size = static_cast<float>(fraction) * 0x1p-24f;
        return sign == 0 ? size : -size;
    }
    const std::uint32_t wide = exponent == 31 ? 255u : exponent + 112u;
    return float_of(sign | (wide << 23) | (fraction << 13));
}

namespace {

template <typename Stored, typename Number> void decode(const std::uint8_t* at, std::vector<Number>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        Stored stored;
        std::memcpy(&stored, at + i * sizeof(Stored), sizeof(Stored));
        values[i] = static_cast<Number>(stored);
    }
}

/// Bytes of one number of a type, 0 for a type that is not read into Number.
template <typename Number> std::size_t width_of(const std::string& dtype) {
    if (dtype == "float64") return sizeof(Number) == 8 ? 8 : 0;
    return dtype == "float32" ? 4 : dtype == "float16" ? 2 : 0;
}

}  // namespace

template <typename Number>
std::vector<Number> read_tensor(std::span<const std::uint8_t> bytes, std::span<const TensorInfo> tensors, const std::string& name,
                                const std::vector<std::size_t>& shape) {
    for (const TensorInfo& tensor : tensors) {
        if (tensor.name != name) continue;
        if (!same_shape(tensor.shape, shape)) {
            throw Error(ErrorCode::model, sentence("The model's tensor '", name, "' is ", shape_in_words(tensor.shape),
                                                   " where its genes and classes need ", shape_in_words(shape), "."));
        }
        const std::size_t width = width_of<Number>(tensor.dtype);
        if (width == 0)
            throw Error(ErrorCode::model, sentence("The model's tensor '", name, "' has dtype '", tensor.dtype,
                                                   "'; it may be float16 or float32", sizeof(Number) == 8 ? " or float64." : "."));
        std::size_t count = 1;
        for (const std::size_t size : shape) count *= size;
        if (!(tensor.offset >= 0) || tensor.offset != std::floor(tensor.offset) ||
            tensor.offset + static_cast<double>(count * width) > static_cast<double>(bytes.size())) {
            throw Error(ErrorCode::model, sentence("The model's tensor '", name, "' ends beyond its weights file of ", bytes.size(),
                                                   " bytes; the file is incomplete."));
        }
        const std::uint8_t* at = bytes.data() + static_cast<std::size_t>(tensor.offset);
        std::vector<Number> values(count);
        if (width == 8) decode<double>(at, values);
        if (width == 4) decode<float>(at, values);
        for (std::size_t i = 0; width == 2 && i < count; ++i)
            values[i] = half_to_float(static_cast<std::uint16_t>(at[2 * i] | (at[2 * i + 1] << 8)));
        for (const Number value : values) {
            if (!std::isfinite(value))
                throw Error(ErrorCode::model, sentence("The model's tensor '", name, "' holds ", value, "; the weights are damaged."));
        }
        return values;
    }
    throw Error(ErrorCode::model, sentence("The model's weights have no tensor '", name, "'."));
}

template std::vector<float> read_tensor(std::span<const std::uint8_t>, std::span<const TensorInfo>, const std::string&,
                                        const std::vector<std::size_t>&);
template std::vector<double> read_tensor(std::span<const std::uint8_t>, std::span<const TensorInfo>, const std::string&,
                                         const std::vector<std::size_t>&);

}  // namespace phenolens
