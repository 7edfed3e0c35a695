#include "support.hpp"

#include "compare/composition.hpp"
#include "compare/designs.hpp"

using namespace phenolens;
namespace expects = expected::compare;

namespace {

constexpr double kWritten = 1e-9;
constexpr std::size_t kTypes = 8;

TypeCells type_cells() { return {expects::type_cells, kTypes, designs::kSamples}; }

}  // namespace

TEST_CASE("composition is tested as by propeller", "[compare]") {
    const Design design = designs::without_intercept();
    const std::vector<double> contrast{-1, 1, 0};
    const auto asin = composition_tests(type_cells(), design, contrast, ShareTransform::asin);
    check_all_close(asin.effect, expects::propeller_asin_effect, kWritten);
    check_all_close(asin.statistic, expects::propeller_asin_t, kWritten);
    check_all_close(asin.p, expects::propeller_asin_p, kWritten);
    check_all_close(asin.q, expects::propeller_asin_q, kWritten);
    check_close(asin.prior_freedom, expects::propeller_asin_prior[0], 1e-7);
    const auto logit = composition_tests(type_cells(), design, contrast, ShareTransform::logit);
    check_all_close(logit.effect, expects::propeller_logit_effect, kWritten);
    check_all_close(logit.statistic, expects::propeller_logit_t, kWritten);
    check_all_close(logit.p, expects::propeller_logit_p, kWritten);
    check_all_close(logit.q, expects::propeller_logit_q, kWritten);
    check_close(logit.prior_freedom, expects::propeller_logit_prior[0], kWritten);
    // An interval leaves 0 out where p is below 5%.
    for (std::size_t type = 0; type < kTypes; ++type) CHECK((logit.p[type] < 0.05) == (logit.low[type] > 0 || logit.high[type] < 0));
}

TEST_CASE("three groups are compared by F as by propeller", "[compare]") {
    const Design design = designs::made({"intercept", "second", "third", "batch"}, designs::kSamples, [](std::size_t i) {
        return std::vector<double>{1, i % 3 == 1 ? 1.0 : 0.0, i % 3 == 2 ? 1.0 : 0.0, designs::batch(i)};
    });
    const std::vector<double> contrasts{0, 1, 0, 0, 0, 0, 1, 0};
    const auto found = composition_tests(type_cells(), design, contrasts, ShareTransform::logit);
    check_all_close(found.statistic, expects::propeller_f, kWritten);
    check_all_close(found.p, expects::propeller_f_p, kWritten);
}

TEST_CASE("shares that cannot be compared are refused, and types that are the same everywhere have p 1", "[compare]") {
    const Design design = designs::two_sides(2);
    const std::vector<double> contrast{0, 1};
    // The first type is in no sample, the second and third are the same in all.
    const std::vector<double> same{0, 0, 0, 0, 10, 10, 10, 10, 30, 30, 30, 30};
    for (const auto transform : {ShareTransform::asin, ShareTransform::logit}) {
        const auto found = composition_tests({same, 3, 4}, design, contrast, transform);
        for (const double p : found.p) CHECK(p == 1);
    }
    const auto refused = [&](const std::string& words, const std::vector<double>& cells, std::size_t types,
                             const std::vector<double>& contrasts) {
        check_error(ErrorCode::bad_input, words, [&] { composition_tests({cells, types, 4}, design, contrasts, ShareTransform::asin); });
    };
    refused("not those of 3 types in 4 samples", {1, 2}, 3, contrast);
    refused("one type alone", {1, 2, 3, 4}, 1, contrast);
    refused("Sample 2 has no cells", {1, 0, 1, 1, 1, 0, 1, 1}, 2, contrast);
    refused("negative", {1, 1, 1, -1, 1, 1, 1, 1}, 2, contrast);
    refused("negative", {1, 1, 1, NAN, 1, 1, 1, 1}, 2, contrast);
    refused("a number for each", {1, 1, 1, 1, 1, 1, 1, 1}, 2, {1});
    refused("repeat each other", {1, 1, 1, 1, 1, 1, 1, 1}, 2, {0, 1, 0, 2});
    check_error(ErrorCode::bad_input, "needs more than 2 samples", [] { designs::two_sides(1); });
    check_error(ErrorCode::bad_input, "'b' follows from 'all', 'a'", [] {
        designs::made({"all", "a", "b"}, 4, [](std::size_t i) { return std::vector<double>{1, i < 2 ? 1.0 : 0, i < 2 ? 0.0 : 1}; });
    });
    check_error(ErrorCode::bad_input, "missing or infinite", [] { Design(std::vector<double>{1, NAN, 1}, {"age"}); });
}
