#include "support.hpp"

#include "parity/statistics_expected.hpp"
#include "parity/trust_expected.hpp"
#include "stats/statistics.hpp"

using namespace phenolens;
namespace expects = expected::statistics;

namespace {

/// Near relative to the size expected, however small: what a tail is for.
void check_tail(double found, double expected, double within) {
    INFO("found " << found << ", expected " << expected);
    CHECK(std::abs(found - expected) <= within * std::abs(expected) + 1e-300);
}

}  // namespace

TEST_CASE("tails equal SciPy's, relative to their size") {
    for (std::size_t i = 0; i < expects::z.size(); ++i) check_tail(normal_sf(expects::z[i]), expects::normal_sf[i], 1e-12);
    for (std::size_t i = 0; i < expects::t.size(); ++i) {
        INFO("t " << expects::t[i] << " df " << expects::t_df[i]);
        check_tail(student_t_sf(expects::t[i], expects::t_df[i]), expects::t_sf[i], 1e-9);
    }
    for (std::size_t i = 0; i < expects::t_isf.size(); ++i) check_tail(student_t_isf(0.025, expects::t_isf_df[i]), expects::t_isf[i], 1e-9);
    for (std::size_t i = 0; i < expects::f.size(); ++i) {
        INFO("F " << expects::f[i] << " df " << expects::f_d1[i] << ", " << expects::f_d2[i]);
        check_tail(f_sf(expects::f[i], expects::f_d1[i], expects::f_d2[i]), expects::f_sf[i], 1e-9);
    }
    for (std::size_t i = 0; i < expects::chi2.size(); ++i)
        check_tail(chi2_sf(expects::chi2[i], expects::chi2_df[i]), expects::chi2_sf[i], 1e-11);
}

TEST_CASE("the hypergeometric tail equals SciPy's for every corner of the table") {
    for (std::size_t i = 0; i < expects::hyper_sf.size(); ++i) {
        const double* c = expects::hyper.data() + 4 * i;
        INFO(c[0] << " of " << c[1] << ", " << c[2] << ", " << c[3]);
        check_tail(hypergeometric_sf(c[0], c[1], c[2], c[3]), expects::hyper_sf[i], 1e-9);
    }
}

TEST_CASE("what is no number stays none") {
    const double nan = std::nan("");
    CHECK(std::isnan(student_t_sf(nan, 3)));
    CHECK(std::isnan(student_t_sf(1, 0)));
    CHECK(std::isnan(student_t_isf(0.025, 0)));
    CHECK(std::isnan(student_t_isf(0.7, 3)));
    CHECK(student_t_sf(INFINITY, 3) == 0);
    CHECK(student_t_sf(-INFINITY, 3) == 1);
    CHECK(std::isnan(f_sf(nan, 1, 1)));
    CHECK(f_sf(INFINITY, 2, 3) == 0);
    CHECK(student_t_sf(2, INFINITY) == normal_sf(2));
}

TEST_CASE("Benjamini and Hochberg's values equal statsmodels'; NaN is no test") {
    check_all_close(benjamini_hochberg(expects::p), expects::p_adjusted, tolerance::kDouble);
    CHECK(benjamini_hochberg({}).empty());
}

TEST_CASE("ranks and correlations equal SciPy's") {
    check_all_close(average_ranks(expects::paired_a), expects::ranks, tolerance::kDouble);
    check_close(spearman(expects::paired_a, expects::paired_b), expects::correlations[0], tolerance::kDouble);
    check_close(pearson(expects::paired_a, expects::paired_b), expects::correlations[1], tolerance::kDouble);
    const std::vector<double> constant(5, 2.0), rising{1, 2, 3, 4, 5}, holed{1, std::nan(""), 3, 4, 5};
    CHECK(std::isnan(spearman(constant, rising)));
    CHECK(std::isnan(spearman({}, {})));
    CHECK(spearman(holed, rising) == Approx(1));
}

TEST_CASE("Student's quantiles equal SciPy's", "[stats]") {
    namespace trust = expected::trust;
    for (std::size_t i = 0; i < trust::t_tail.size(); ++i)
        CHECK(student_t_isf(trust::t_tail[i], trust::t_tail_df[i]) == Approx(trust::t_quantile[i]).epsilon(1e-10));
}
