#include "integrate/soft_rows.hpp"

#include <cstdint>
#include <cstring>

namespace phenolens {
namespace {

typedef float Floats __attribute__((vector_size(16)));
typedef std::int32_t Words __attribute__((vector_size(16)));
constexpr std::size_t kWidth = 4;

Floats load(const float* from) {
    Floats out;
    std::memcpy(&out, from, sizeof out);
    return out;
}

void store(float* to, Floats values) { std::memcpy(to, &values, sizeof values); }

Floats all(float value) { return Floats{value, value, value, value}; }

/// 2^n times e^r with |r| <= ln(2) / 2, the latter by Cephes' polynomial (expf).
Floats exponential(Floats x) {
    const Floats lowest = all(-60);
    const Words below = x < lowest;
    x = reinterpret_cast<Floats>((reinterpret_cast<Words>(x) & ~below) | (reinterpret_cast<Words>(lowest) & below));
    // Adding 1.5 x 2^23 rounds to a whole number, which then stands in the lowest bits.
    const Floats shift = all(12582912.0f);
    const Floats shifted = x * all(1.44269504088896341f) + shift;
    const Floats n = shifted - shift;
    const Floats r = x - n * all(0.693359375f) + n * all(2.12194440e-4f);
    Floats y = all(1.9875691500e-4f);
    y = y * r + all(1.3981999507e-3f);
    y = y * r + all(8.3334519073e-3f);
    y = y * r + all(4.1665795894e-2f);
    y = y * r + all(1.6666665459e-1f);
    y = y * r + all(5.0000001201e-1f);
    y = y * r * r + r + all(1);
    const Words power = (reinterpret_cast<Words>(shifted) - reinterpret_cast<Words>(shift) + 127) << 23;
    return y * reinterpret_cast<Floats>(power);
}

}  // namespace

void exponentiate(std::span<float> values) {
    for (std::size_t i = 0; i + kWidth <= values.size(); i += kWidth) store(values.data() + i, exponential(load(values.data() + i)));
}

float weigh(std::span<const float> weights, std::span<const float> factors, std::span<float> out) {
    Floats even = {}, odd = {};
    for (std::size_t i = 0; i + 2 * kWidth <= weights.size(); i += 2 * kWidth) {
        const Floats a = load(weights.data() + i) * load(factors.data() + i);
        const Floats b = load(weights.data() + i + kWidth) * load(factors.data() + i + kWidth);
        store(out.data() + i, a);
        store(out.data() + i + kWidth, b);
        even += a;
        odd += b;
    }
    const Floats sum = even + odd;
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

void add_scaled(std::span<float> sum, std::span<const float> row, float scale) {
    const Floats by = all(scale);
    for (std::size_t i = 0; i + kWidth <= sum.size(); i += kWidth) store(sum.data() + i, load(sum.data() + i) + load(row.data() + i) * by);
}

}  // namespace phenolens
