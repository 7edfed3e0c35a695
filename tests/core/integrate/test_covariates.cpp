#include "support.hpp"

#include "integrate/covariates.hpp"

using namespace phenolens;

TEST_CASE("combinations that occur are numbered as they come, levels through all covariates", "[integrate]") {
    const Covariates of(std::vector<std::int32_t>{0, 1, 0, 2, -1, /* second */ 1, 1, 1, 0, 0}, {3, 2});
    CHECK(of.covariates() == 2);
    CHECK(of.levels() == 5);
    CHECK(of.covariate_of(2) == 0);
    CHECK(of.covariate_of(3) == 1);
    CHECK(of.cells() == std::vector<double>{2, 1, 1, 1, 3});
    CHECK(of.combination() == std::vector<std::int32_t>{0, 1, 0, 2, -1});
    CHECK(of.combinations() == 3);
    CHECK(std::vector<std::uint32_t>(of.levels_of(1).begin(), of.levels_of(1).end()) == std::vector<std::uint32_t>{1, 4});
}

TEST_CASE("codes that do not fit are refused, and one batch alone is said", "[integrate]") {
    check_error(ErrorCode::internal, "code for every cell", [] { Covariates(std::vector<std::int32_t>{0, 1, 0}, {2, 2}); });
    check_error(ErrorCode::internal, "beyond", [] { Covariates(std::vector<std::int32_t>{0, 2}, {2}); });
    check_error(ErrorCode::bad_input, "nothing to integrate", [] { Covariates(std::vector<std::int32_t>{1, 1, -1}, {2}); });
}
