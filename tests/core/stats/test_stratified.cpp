#include "support.hpp"

#include <algorithm>

#include "parity/stratified_expected.hpp"
#include "stats/draw_order.hpp"
#include "stats/stratified.hpp"

using namespace phenolens;

namespace {

/// A population of labelled points, some of them hits.
struct Population {
    std::vector<std::int32_t> label;
    std::vector<bool> hit;

    double share() const { return static_cast<double>(std::count(hit.begin(), hit.end(), true)) / static_cast<double>(hit.size()); }
};

/// Labels of these sizes, with this share of hits each.
Population population(const std::vector<std::pair<std::size_t, double>>& parts) {
    Population out;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto [size, share] = parts[p];
        for (std::size_t i = 0; i < size; ++i) {
            out.label.push_back(static_cast<std::int32_t>(p));
            out.hit.push_back(static_cast<double>(i) < std::round(share * static_cast<double>(size)));
        }
    }
    return out;
}

Interval estimate(const Population& all, const DrawOrder& drawing, std::size_t drawn) {
    std::vector<Stratum> strata(drawing.strata);
    for (const auto s : drawing.stratum) ++strata[s].size;
    for (std::size_t i = 0; i < drawn; ++i) {
        Stratum& own = strata[drawing.stratum[drawing.order[i]]];
        ++own.drawn;
        own.hits += all.hit[drawing.order[i]];
    }
    return stratified_share(strata);
}

}  // namespace

TEST_CASE("A stratified share equals the same by hand") {
    const std::vector<Stratum> strata{{500, 10, 4}, {300, 20, 0}, {40, 40, 31}};
    const Interval found = stratified_share(strata);
    const double share = (500 * 0.4 + 40 * (31.0 / 40)) / 840;
    check_close(found.value, share, tolerance::kDouble);
    const double p1 = 4.5 / 11, p2 = 0.5 / 21, p3 = 31.5 / 41;
    const double variance =
        std::pow(500.0 / 840, 2) * (1 - 10.0 / 500) * p1 * (1 - p1) / 10 + std::pow(300.0 / 840, 2) * (1 - 20.0 / 300) * p2 * (1 - p2) / 20;
    const double p = (500 * p1 + 300 * p2 + 40 * p3) / 840;
    const double n = p * (1 - p) / variance, z = 1.959963984540054;
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    const double center = (share + z * z / (2 * n)) / (1 + z * z / n);
    check_close(found.low, center - half, tolerance::kDouble);
    check_close(found.high, center + half, tolerance::kDouble);
}

TEST_CASE("A stratified share and the width of its interval are samplics' share and standard error") {
    namespace samplics = expected::stratified;
    std::size_t at = 0;
    for (std::size_t sample = 0; sample < samplics::strata.size(); ++sample) {
        std::vector<Stratum> strata;
        for (double s = 0; s < samplics::strata[sample]; ++s, ++at)
            strata.push_back({samplics::sizes[at], samplics::drawn[at], samplics::hits[at]});
        const Interval found = stratified_share(strata);
        check_close(found.value, samplics::shares[sample], tolerance::kDouble);
        // Of so many draws the half hit and half miss that are added, and Wilson's shift, are of a few in a thousand.
        CHECK(std::abs((found.high - found.low) / (2 * 1.959963984540054 * samplics::errors[sample]) - 1) < 0.005);
    }
}

TEST_CASE("One stratum without end has Wilson's interval, one that is drawn whole has none") {
    const Interval found = stratified_share(std::vector<Stratum>{{1e15, 50, 7}});
    const Interval known = wilson(7, 50);
    check_close(found.value, known.value, tolerance::kDouble);
    // As many trials by the smoothed share as by the plain one.
    check_close(found.low, known.low, 1e-9);
    check_close(found.high, known.high, 1e-9);
    const Interval whole = stratified_share(std::vector<Stratum>{{50, 50, 7}, {10, 10, 10}});
    CHECK(whole.value == whole.low);
    CHECK(whole.value == whole.high);
    check_close(whole.value, 17.0 / 60, tolerance::kDouble);
}

TEST_CASE("A stratum that was not drawn from may hold anything") {
    const Interval found = stratified_share(std::vector<Stratum>{{90, 90, 45}, {10, 0, 0}});
    check_close(found.value, 0.5, tolerance::kDouble);
    check_close(found.low, 0.45, tolerance::kDouble);
    check_close(found.high, 0.55, tolerance::kDouble);
    CHECK(std::isnan(stratified_share(std::vector<Stratum>{{10, 0, 0}}).value));
    CHECK(std::isnan(stratified_share({}).value));
    check_error(ErrorCode::bad_input, "drawn", [] { (void)stratified_share(std::vector<Stratum>{{10, 11, 0}}); });
    check_error(ErrorCode::bad_input, "hits", [] { (void)stratified_share(std::vector<Stratum>{{10, 5, 6}}); });
}

TEST_CASE("Intervals hold the share of the whole in at least 93 of 100 drawings") {
    // Strata that say nearly all of it, a rare hit spread over large strata, one among many, and labels that say nothing.
    const std::vector<std::vector<std::pair<std::size_t, double>>> cases{
        {{500, 0.98}, {300, 0.02}, {150, 0.02}, {40, 0.1}, {20, 0.5}, {5, 0}},
        {{500, 0.008}, {300, 0.004}, {150, 0.01}, {40, 0}, {20, 0}, {5, 1}},
        {{500, 0}, {300, 0}, {150, 0}, {40, 0}, {20, 0}, {5, 1}},
        {{500, 0.5}, {300, 0.4}, {150, 0.6}, {40, 0.5}, {20, 0.5}, {5, 0.6}},
        {{1000, 0.1}},
    };
    for (const auto& parts : cases) {
        const Population all = population(parts);
        int held_64 = 0, held_250 = 0;
        const auto holds = [&](const Interval& found) { return found.low - 1e-12 <= all.share() && all.share() <= found.high + 1e-12; };
        for (std::uint64_t seed = 0; seed < 1000; ++seed) {
            const DrawOrder order = draw_order(all.label, {}, 0, 64, seed);
            held_64 += holds(estimate(all, order, 64));
            held_250 += holds(estimate(all, order, 250));
        }
        INFO("share " << all.share());
        CHECK(held_64 >= 930);
        CHECK(held_250 >= 930);
    }
}
