#include "support.hpp"

#include "survey/group_sums.hpp"
#include "survey/group_tests.hpp"

using namespace phenolens;

TEST_CASE("a gene that neither side varies in has t 0 and p 1", "[survey]") {
    GroupSums sums(2, 2);
    sums.add(block_of({0, 1, 0, 2, 0, 3, 0, 5}, 2), ValueKind::log1p, std::vector<std::int32_t>{0, 0, 1, 1});
    const auto found = tests_of(sums, 0);
    CHECK(found.t[0] == 0);
    CHECK(found.p[0] == 1);
    CHECK(found.log_fold_change[0] == 0);
    // Welch by hand: means 1.5 and 4, variances 0.5 and 2.
    check_close(found.t[1], -2.5 / std::sqrt(0.25 + 1), tolerance::kDouble);
    CHECK(found.fraction[1] == 1);
}
