#include "support.hpp"

#include <set>

#include "graph/blobs.hpp"
#include "integrate/unit_means.hpp"

using namespace phenolens;

TEST_CASE("means of directions find the blobs, and no row lies nearer to another mean when they stand still", "[integrate]") {
    const std::size_t width = 8;
    auto rows = blobs(40, 5, 8, 3);
    scale_rows(rows, width);
    UnitMeans means(rows, width, 5, 30, 7);
    while (means.step()) {}
    std::set<std::size_t> found;
    for (std::size_t i = 0; i < 200; ++i) {
        std::vector<double> product(5);
        for (std::size_t m = 0; m < 5; ++m)
            for (std::size_t d = 0; d < width; ++d) product[m] += static_cast<double>(means.means()[m * width + d]) * rows[i * width + d];
        const auto best = static_cast<std::size_t>(std::max_element(product.begin(), product.end()) - product.begin());
        found.insert(best * 10 + i / 40);
    }
    CHECK(found.size() == 5);
    for (std::size_t m = 0; m < 5; ++m) {
        double squares = 0;
        for (std::size_t d = 0; d < width; ++d) squares += means.means()[m * width + d] * means.means()[m * width + d];
        check_close(squares, 1, 1e-6);
    }
}

TEST_CASE("cells that are all alike, or of length zero, have means too; more means than cells are refused", "[integrate]") {
    std::vector<float> rows(8 * 6);
    scale_rows(rows, 8);
    CHECK(rows == std::vector<float>(8 * 6));
    UnitMeans zeros(rows, 8, 3, 5, 1);
    while (zeros.step()) {}
    CHECK(zeros.means() == std::vector<float>(8 * 3));
    check_error(ErrorCode::internal, "fewer cells", [&] { UnitMeans(rows, 8, 7, 5, 1); });
}
