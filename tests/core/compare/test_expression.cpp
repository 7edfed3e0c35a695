#include "support.hpp"

#include "compare/designs.hpp"
#include "compare/expression.hpp"

using namespace phenolens;
namespace expects = expected::compare;

namespace {

/// R's numbers are written with 15 digits.
constexpr double kWritten = 1e-9;

struct Expected {
    const std::vector<double>&change, &low, &high, &t, &p, &prior;
};

void check_tests(const ExpressionTests& found, const Expected& expected) {
    check_all_close(found.log_fold_change, expected.change, kWritten);
    check_all_close(found.low, expected.low, kWritten);
    check_all_close(found.high, expected.high, kWritten);
    check_all_close(found.t, expected.t, kWritten);
    REQUIRE(found.p.size() == expected.p.size());
    for (std::size_t i = 0; i < found.p.size(); ++i) check_close(found.p[i] / expected.p[i], 1, kWritten);
    check_close(found.prior_freedom, expected.prior[0], kWritten);
}

}  // namespace

TEST_CASE("expression beside batch and age is tested as by limma and edgeR", "[compare]") {
    const Design design = designs::adjusted();
    const PreparedCounts ready = prepare_counts(designs::counts(), design, {});
    CHECK(std::vector<int>(ready.tested.begin(), ready.tested.end()) == expects::adjusted_tested);
    check_all_close(ready.library, expects::adjusted_library, tolerance::kDouble);
    check_all_close(ready.factor, expects::adjusted_factor, kWritten);
    check_all_close(ready.voom.count, expects::adjusted_trend_count, kWritten);
    check_all_close(ready.voom.deviation, expects::adjusted_trend_deviation, kWritten);
    for (std::size_t i = 0; i < expects::adjusted_logs.size(); ++i) {
        check_close(ready.voom.logs[i], expects::adjusted_logs[i], kWritten);
        check_close(ready.voom.weights[i], expects::adjusted_weights[i], kWritten);
    }
    std::vector<double> line = ready.voom.trend, drawn = expects::adjusted_line;
    std::vector<std::size_t> order(line.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ready.voom.count[a] < ready.voom.count[b]; });
    for (std::size_t i = 0; i < order.size(); ++i) check_close(line[order[i]], drawn[i], kWritten);
    const ExpressionTests tests = expression_tests(ready, design, std::vector<double>{0, 1, 0, 0});
    check_all_close(tests.average, expects::adjusted_average, kWritten);
    check_all_close(tests.q, expects::adjusted_q, kWritten);
    check_tests(tests, {expects::adjusted_change, expects::adjusted_low, expects::adjusted_high, expects::adjusted_t, expects::adjusted_p,
                        expects::adjusted_prior});
}

TEST_CASE("donors in both conditions, and a contrast of two groups, are tested as by limma", "[compare]") {
    const Design pairs = designs::paired();
    const PreparedCounts paired = prepare_counts(designs::counts(), pairs, {});
    CHECK(std::vector<int>(paired.tested.begin(), paired.tested.end()) == expects::paired_tested);
    check_tests(
        expression_tests(paired, pairs, std::vector<double>{0, 0, 0, 0, 0, 0, 1}),
        {expects::paired_change, expects::paired_low, expects::paired_high, expects::paired_t, expects::paired_p, expects::paired_prior});

    const Design groups = designs::without_intercept();
    const std::vector<std::int32_t> group{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    ExpressionOptions options;
    options.group = group;
    const PreparedCounts ready = prepare_counts(designs::counts(), groups, options);
    CHECK(std::vector<int>(ready.tested.begin(), ready.tested.end()) == expects::contrast_tested);
    check_tests(expression_tests(ready, groups, std::vector<double>{-1, 1, 0}),
                {expects::contrast_change, expects::contrast_low, expects::contrast_high, expects::contrast_t, expects::contrast_p,
                 expects::contrast_prior});
}

TEST_CASE("samples are weighed by their fit as by limma, and a bad one weighs least", "[compare]") {
    std::vector<double> counts = expects::counts;
    for (std::size_t gene = 0; gene < expects::worse.size(); ++gene) counts[gene * designs::kSamples + 3] = expects::worse[gene];
    const Design design = designs::adjusted();
    ExpressionOptions options;
    options.weighs_samples = true;
    const PreparedCounts ready = prepare_counts({counts, expects::worse.size(), designs::kSamples}, design, options);
    check_all_close(ready.sample_weight, expects::quality_weight, kWritten);
    CHECK(std::min_element(ready.sample_weight.begin(), ready.sample_weight.end()) - ready.sample_weight.begin() == 3);
    check_tests(expression_tests(ready, design, std::vector<double>{0, 1, 0, 0}),
                {expects::quality_change, expects::quality_low, expects::quality_high, expects::quality_t, expects::quality_p,
                 expects::quality_prior});
}
