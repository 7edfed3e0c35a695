#include "support.hpp"

#include "graph/agreement.hpp"
#include "parity/survey_expected.hpp"

using namespace phenolens;

TEST_CASE("agreement of groups is scikit-learn's; cells that one leaves out do not count", "[leiden]") {
    using namespace survey_expected;
    const auto found = agreement_of(agree_a, agree_b);
    check_close(found.adjusted_rand, agree[0], tolerance::kDouble);
    check_close(found.normalized_information, agree[1], tolerance::kDouble);
    auto first = agree_a;
    auto second = agree_b;
    first.push_back(-1);
    second.push_back(3);
    CHECK(agreement_of(first, second).adjusted_rand == found.adjusted_rand);
    CHECK(agreement_of(agree_a, agree_a).adjusted_rand == 1);
    CHECK(agreement_of(std::vector<std::int32_t>{0, 0}, std::vector<std::int32_t>{0, 0}).normalized_information == 1);
    CHECK(std::isnan(agreement_of(std::vector<std::int32_t>{-1}, std::vector<std::int32_t>{0}).adjusted_rand));
}
