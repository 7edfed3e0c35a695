#include "support.hpp"

#include "parity/core_expected.hpp"
#include "stats/covariance.hpp"
#include "stats/covariance_of.hpp"

using namespace phenolens;

TEST_CASE("covariances of any split merge to the whole; rows that are not finite are left out") {
    std::vector<float> rows(expected::pca_rows.begin(), expected::pca_rows.end());
    rows[13] = NAN;
    const Covariance whole = covariance_of(rows, 6);
    CHECK(whole.rows() == 79);
    for (std::size_t cut = 0; cut <= 80; cut += 9) {
        const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(cut * 6);
        Covariance first = covariance_of({rows.begin(), middle}, 6);
        first.merge(through_bytes(covariance_of({middle, rows.end()}, 6)));
        check_all_close(first.matrix(), whole.matrix(), tolerance::kDouble);
    }
}
