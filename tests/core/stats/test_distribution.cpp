#include "support.hpp"

#include "parity/core_expected.hpp"
#include "stats/distribution.hpp"

using namespace phenolens;

TEST_CASE("a distribution equals numpy's") {
    const std::vector<float> values(expected::distribution_values.begin(), expected::distribution_values.end());
    const Distribution d = distribution_of(values, 8);
    check_all_close(std::vector<double>{d.min, d.q1, d.median, d.q3, d.max}, expected::distribution_quartiles, tolerance::kDouble);
    check_all_close(d.counts, expected::distribution_counts, 0);
    CHECK(d.edges.size() == 9);
}

TEST_CASE("a distribution of one value, of none, and of what is not finite") {
    const Distribution one = distribution_of(std::vector<float>{3, NAN, 3}, 4);
    CHECK(one.median == 3);
    CHECK(one.counts == std::vector<double>{2, 0, 0, 0});
    CHECK(std::isnan(distribution_of({}, 4).mean));
    check_error(ErrorCode::bad_input, "between 1 and", [] { distribution_of({}, 0); });
}

TEST_CASE("a sketch is near the exact distribution, does not depend on order, and merges to the same") {
    std::mt19937 random(8);
    std::lognormal_distribution<float> draw(7, 1.2f);
    std::vector<float> values(3001);
    for (float& value : values) value = draw(random) - 200;
    values[7] = 0;
    values[9] = NAN;
    Sketch whole;
    whole.add(values);
    const Distribution exact = distribution_of(values, 20), near = whole.distribution(20);
    CHECK(near.min == exact.min);
    CHECK(near.max == exact.max);
    check_close(near.mean, exact.mean, 1e-9);
    for (const auto& [a, b] : {std::pair{near.q1, exact.q1}, {near.median, exact.median}, {near.q3, exact.q3}})
        check_close(a, b, tolerance::kSketch);
    for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{1500}, std::size_t{3001}}) {
        Sketch second, first;
        first.add(std::span(values).first(cut));
        second.add(std::span(values).subspan(cut));
        second.merge(through_bytes(first));
        const Distribution merged = second.distribution(20);
        CHECK(merged.counts == near.counts);
        CHECK(merged.median == near.median);
        CHECK(merged.min == near.min);
        check_close(merged.mean, near.mean, tolerance::kDouble);
    }
}
