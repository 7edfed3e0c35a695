#include "support.hpp"

#include "base/dense.hpp"

using namespace phenolens;

namespace {

std::vector<float> normal_values(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (float& value : values) value = normal(random);
    return values;
}

}  // namespace

TEST_CASE("products of matrices equal the naive sums, whatever their remainders") {
    for (const std::size_t rows : {1u, 3u, 4u, 1500u}) {
        for (const std::size_t inner : {1u, 5u, 8u}) {
            for (const std::size_t columns : {8u, 24u}) {
                const auto left = normal_values(rows * inner, 1), right = normal_values(inner * columns, 2),
                           other = normal_values(rows * columns, 3);
                std::vector<float> product(rows * columns);
                multiply<float>(left, right, inner, columns, product);
                std::vector<double> wanted(rows * columns), transposed(inner * columns, 1), wanted_transposed(inner * columns, 1);
                for (std::size_t i = 0; i < rows; ++i) {
                    for (std::size_t k = 0; k < inner; ++k) {
                        for (std::size_t c = 0; c < columns; ++c) {
                            wanted[i * columns + c] += static_cast<double>(left[i * inner + k]) * right[k * columns + c];
                            wanted_transposed[k * columns + c] += static_cast<double>(left[i * inner + k]) * other[i * columns + c];
                        }
                    }
                }
                check_all_close(product, wanted, tolerance::kLogit);
                add_transposed_product<float>(left, other, inner, columns, transposed);
                // 1,500 single-precision sums of size 40.
                check_all_close(transposed, wanted_transposed, 1e-4);
                const std::vector<double> left2(left.begin(), left.end()), right2(right.begin(), right.end()),
                    other2(other.begin(), other.end());
                std::vector<double> exact(rows * columns), exact_transposed(inner * columns, 1);
                multiply<double>(left2, right2, inner, columns, exact);
                add_transposed_product<double>(left2, other2, inner, columns, exact_transposed);
                check_all_close(exact, wanted, tolerance::kDouble);
                check_all_close(exact_transposed, wanted_transposed, tolerance::kDouble);
            }
        }
    }
}
