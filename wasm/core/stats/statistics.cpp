#include "stats/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/not_a_number.hpp"

namespace phenolens {
namespace {

constexpr double kTiny = 1e-300;
constexpr double kEpsilon = 1e-16;
/// Continued fractions take about sqrt(max(a, b)) terms.
constexpr int kTerms = 100'000;

double away_from_zero(double value) { return std::abs(value) < kTiny ? kTiny : value; }

/// The continued fraction of I_x(a, b) by Lentz's method; converges fast for x < (a + 1) / (a + b + 2).
double beta_fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m < kTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < kEpsilon) break;
    }
    return fraction;
}

/// I_x(a, b) given both x and 1 - x, so that neither end loses digits.
double beta_of(double a, double b, double x, double rest) {
    if (!(x > 0)) return x <= 0 ? 0 : kNaN;
    if (!(rest > 0)) return 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log(rest));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
    return 1 - front * beta_fraction(b, a, rest) / b;
}

double log_choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

}  // namespace

double normal_sf(double z) { return 0.5 * std::erfc(z / std::sqrt(2.0)); }

double regularized_beta(double a, double b, double x) { return beta_of(a, b, x, 1 - x); }

double regularized_gamma_q(double a, double x) {
    if (!(x > 0)) return x <= 0 ? 1 : kNaN;
    const double front = std::exp(a * std::log(x) - x - std::lgamma(a));
    if (x < a + 1) {
        double term = 1 / a, sum = term;
        for (int n = 1; n < kTerms && term > sum * kEpsilon; ++n) sum += term *= x / (a + n);
        return 1 - front * sum;
    }
    double b = x + 1 - a, c = 1 / kTiny, d = 1 / b, fraction = d;
    for (int n = 1; n < kTerms; ++n) {
        const double term = -n * (n - a);
        b += 2;
        d = 1 / away_from_zero(term * d + b);
        c = away_from_zero(b + term / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < kEpsilon) break;
    }
    return front * fraction;
}

double student_t_sf(double t, double df) {
    if (std::isnan(t) || !(df > 0)) return kNaN;
    if (std::isinf(df)) return normal_sf(t);
    if (std::isinf(t)) return t > 0 ? 0 : 1;
    const double square = t * t;
    const double tail = 0.5 * beta_of(df / 2, 0.5, df / (df + square), square / (df + square));
    return t >= 0 ? tail : 1 - tail;
}

double student_t_isf(double p, double df) {
    if (!(df > 0) || !(p > 0 && p < 0.5)) return kNaN;
    double low = 0, high = 1;
    while (student_t_sf(high, df) > p && high < 1e300) high *= 2;
    for (int i = 0; i < 200 && high - low > 1e-13 * high; ++i) {
        const double middle = (low + high) / 2;
        (student_t_sf(middle, df) > p ? low : high) = middle;
    }
    return (low + high) / 2;
}

double f_sf(double f, double d1, double d2) {
    if (std::isnan(f) || !(d1 > 0) || !(d2 > 0)) return kNaN;
    if (f <= 0) return 1;
    if (std::isinf(f)) return 0;
    return beta_of(d2 / 2, d1 / 2, d2 / (d2 + d1 * f), d1 * f / (d2 + d1 * f));
}

double chi2_sf(double x, double df) { return df > 0 ? regularized_gamma_q(df / 2, x / 2) : kNaN; }

double hypergeometric_sf(double k, double population, double marked, double drawn) {
    const double least = std::max(0.0, drawn + marked - population), most = std::min(marked, drawn);
    if (k <= least) return 1;
    if (k > most) return 0;
    // Summed from the start of the thinner tail outwards, so that terms only fall.
    const bool is_upper = k > drawn * marked / population;
    const double start = is_upper ? k : k - 1;
    double term = std::exp(log_choose(marked, start) + log_choose(population - marked, drawn - start) - log_choose(population, drawn));
    double tail = 0;
    for (double x = start; x >= least && x <= most && term > tail * kEpsilon * 1e-2; x += is_upper ? 1 : -1) {
        tail += term;
        const double others = population - marked - drawn + x;
        term *= is_upper ? (marked - x) * (drawn - x) / ((x + 1) * (others + 1)) : x * others / ((marked - x + 1) * (drawn - x + 1));
    }
    if (!is_upper) return std::max(0.0, 1 - tail);
    return std::min(1.0, tail);
}

std::vector<double> benjamini_hochberg(std::span<const double> p) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i])) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] != p[b] ? p[a] < p[b] : a < b; });
    std::vector<double> adjusted(p.size(), kNaN);
    double least = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        least = std::min(least, p[order[rank - 1]] * static_cast<double>(order.size()) / static_cast<double>(rank));
        adjusted[order[rank - 1]] = least;
    }
    return adjusted;
}

std::vector<double> average_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
        for (std::size_t i = first; i <= last; ++i) ranks[order[i]] = static_cast<double>(first + last) / 2 + 1;
        first = last + 1;
    }
    return ranks;
}

double pearson(std::span<const double> first, std::span<const double> second) {
    const double n = static_cast<double>(first.size());
    if (first.size() != second.size() || first.size() < 2) return kNaN;
    const double a = std::accumulate(first.begin(), first.end(), 0.0) / n, b = std::accumulate(second.begin(), second.end(), 0.0) / n;
    double aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        aa += (first[i] - a) * (first[i] - a);
        bb += (second[i] - b) * (second[i] - b);
        ab += (first[i] - a) * (second[i] - b);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : kNaN;
}

double spearman(std::span<const double> first, std::span<const double> second) {
    std::vector<double> a, b;
    for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
        if (std::isnan(first[i]) || std::isnan(second[i])) continue;
        a.push_back(first[i]);
        b.push_back(second[i]);
    }
    return pearson(average_ranks(a), average_ranks(b));
}

}  // namespace phenolens
