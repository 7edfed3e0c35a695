#pragma once

#include <span>
#include <vector>

namespace phenolens {

// Tails of the usual distributions, and what is done with many of them. Tails keep their relative size down to 1e-300: a p value is never 1
// - (almost 1).

/// P(Z > z), Z standard normal.
double normal_sf(double z);

/// The regularized incomplete beta function I_x(a, b), a and b above 0 (continued fraction, DLMF 8.17.22). About 1e-13 relative for small a
/// and b, 1e-9 at 1e6.
double regularized_beta(double a, double b, double x);

/// The regularized upper incomplete gamma function Q(a, x), a above 0 (DLMF 8.11.4 and 8.9.2).
double regularized_gamma_q(double a, double x);

/// P(T > t), Student's t of `df` degrees of freedom; NaN for NaN or df not above 0.
double student_t_sf(double t, double df);

/// The t that P(T > t) = `p` for, 0 < p < 0.5: half the width of an interval, in standard errors. To 1e-12 relative, by bisection.
double student_t_isf(double p, double df);

/// P(F > f), F of d1 and d2 degrees of freedom.
double f_sf(double f, double d1, double d2);

/// P(X > x), chi squared of `df` degrees of freedom.
double chi2_sf(double x, double df);

/// P(X >= k) where X counts the marked among `drawn` of `population`, `marked` of which are marked (Fisher's exact test, one-sided).
double hypergeometric_sf(double k, double population, double marked, double drawn);

/// Benjamini and Hochberg's (1995) adjusted p values. NaN stays NaN and counts as no test.
std::vector<double> benjamini_hochberg(std::span<const double> p);

/// Ranks from 1, ties sharing their mean rank. Values must not be NaN.
std::vector<double> average_ranks(std::span<const double> values);

/// Spearman's rank correlation; pairs with NaN are left out; NaN for fewer than two pairs or a constant side.
double spearman(std::span<const double> first, std::span<const double> second);

/// Pearson's correlation; NaN for fewer than two values or a constant side.
double pearson(std::span<const double> first, std::span<const double> second);

}  // namespace phenolens
