#include "support.hpp"

#include "integrate/batches.hpp"
#include "integrate/silhouette.hpp"
#include "parity/integrate_expected.hpp"

using namespace phenolens;

TEST_CASE("silhouettes by label and by batch are those of scib-metrics", "[integrate]") {
    const auto cells = batches::cells();
    const auto found = silhouette_of(cells.values, batches::kDims, cells.type, cells.batch, {});
    CHECK(found.cells == batches::kCells);
    check_close(found.label, expected::integrate::silhouette[0], 1e-5);
    check_close(found.batch, expected::integrate::silhouette[1], 1e-5);
    // The last type is in one batch.
    CHECK(std::isnan(found.batch_by_category[5]));
}

TEST_CASE("widths are those of all distances written out", "[integrate]") {
    const auto cells = batches::cells();
    const std::size_t dims = batches::kDims, count = 150;
    const auto values = part_of(cells.values, dims, 0, count);
    std::vector<std::int32_t> codes(cells.type.begin(), cells.type.begin() + count);
    codes[0] = 40;
    const auto found = silhouette_widths(values, dims, codes);
    CHECK(found[0] == 0);
    for (std::size_t i = 1; i < count; ++i) {
        std::vector<double> sum(41), size(41);
        for (std::size_t j = 0; j < count; ++j) {
            double squared = 0;
            for (std::size_t d = 0; d < dims; ++d) squared += std::pow(static_cast<double>(values[i * dims + d]) - values[j * dims + d], 2);
            sum[codes[j]] += std::sqrt(squared);
            size[codes[j]] += j != i;
        }
        const double a = sum[codes[i]] / size[codes[i]];
        double b = 1e300;
        for (int code = 0; code < 41; ++code)
            if (code != codes[i] && size[code] > 0) b = std::min(b, sum[code] / size[code]);
        check_close(found[i], (b - a) / std::max(a, b), 1e-5);
    }
}

TEST_CASE("a sample of many cells comes near to all of them, and holds every category", "[integrate]") {
    const auto cells = batches::cells();
    const auto all = silhouette_of(cells.values, batches::kDims, cells.type, cells.batch, {});
    const auto some = silhouette_of(cells.values, batches::kDims, cells.type, cells.batch, {.most_cells = 450, .seed = 2});
    CHECK(std::abs(static_cast<double>(some.cells) - 450) < 10);
    CHECK(std::abs(some.label - all.label) < 0.02);
    CHECK(std::abs(some.batch - all.batch) < 0.03);
    for (const double width : some.by_category) CHECK(std::isfinite(width));
    auto codes = cells.type;
    for (auto& code : codes) code = code == 2 ? -1 : code;
    CHECK(std::isnan(silhouette_of(cells.values, batches::kDims, codes, {}, {}).by_category[2]));
    CHECK(std::isnan(silhouette_of(cells.values, batches::kDims, std::vector<std::int32_t>(batches::kCells), {}, {}).mean));
    CHECK(std::isnan(silhouette_of({}, 3, {}, {}, {}).mean));
    check_error(ErrorCode::internal, "do not fit", [&] { silhouette_of(cells.values, 7, codes, {}, {}); });
}
