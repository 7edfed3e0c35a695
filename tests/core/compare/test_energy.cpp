#include "support.hpp"

#include <algorithm>

#include "compare/energy.hpp"
#include "compare/exchanges.hpp"
#include "simulated.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kDims = 3;

/// Cells of samples that differ by chance and, those of group 1, by `moved` along the first component.
struct Study {
    std::vector<float> values;
    std::vector<std::int32_t> sample, group, block;

    EnergyTest tested(const EnergyOptions& options) const { return energy_distance(values, kDims, sample, group, block, options); }
};

Study study(Random& random, const std::vector<std::int32_t>& group, const std::vector<std::int32_t>& block, std::size_t cells,
            double moved) {
    Study out{{}, {}, group, block};
    std::vector<double> donor(group.size() * kDims);
    for (double& value : donor) value = simulated::normal(random);
    for (std::size_t sample = 0; sample < group.size(); ++sample) {
        std::vector<double> center(kDims);
        // Samples of one block are of one donor.
        for (std::size_t d = 0; d < kDims; ++d)
            center[d] = donor[static_cast<std::size_t>(block[sample]) * kDims + d] + 0.6 * simulated::normal(random);
        center[0] += moved * group[sample];
        const std::size_t own = cells / 2 + random.below(cells);
        for (std::size_t cell = 0; cell < own; ++cell) {
            out.sample.push_back(static_cast<std::int32_t>(sample));
            for (const double middle : center) out.values.push_back(static_cast<float>(middle + simulated::normal(random)));
        }
    }
    return out;
}

std::vector<std::int32_t> sides(std::size_t each) {
    std::vector<std::int32_t> group(2 * each);
    std::fill(group.begin() + static_cast<std::ptrdiff_t>(each), group.end(), 1);
    return group;
}

std::vector<std::int32_t> pairs(std::size_t each) {
    std::vector<std::int32_t> block;
    for (std::size_t i = 0; i < 2 * each; ++i) block.push_back(static_cast<std::int32_t>(i % each));
    return block;
}

/// By its definition, over every pair of cells that are weighed so that samples count the same.
double naive_distance(const Study& study, const std::vector<std::int32_t>& group) {
    const std::size_t samples = group.size();
    std::vector<double> mean(samples * samples), pairs(samples * samples), sizes(2);
    for (std::size_t a = 0; a < study.sample.size(); ++a) {
        for (std::size_t b = 0; b < study.sample.size(); ++b) {
            if (a == b) continue;
            double squared = 0;
            for (std::size_t d = 0; d < kDims; ++d) squared += std::pow(study.values[a * kDims + d] - study.values[b * kDims + d], 2);
            const auto at = static_cast<std::size_t>(study.sample[a]) * samples + static_cast<std::size_t>(study.sample[b]);
            mean[at] += std::sqrt(squared);
            ++pairs[at];
        }
    }
    for (const std::int32_t own : group) ++sizes[static_cast<std::size_t>(own)];
    double distance = 0;
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t j = 0; j < samples; ++j)
            distance += (group[i] == group[j] ? -1 : 1) * mean[i * samples + j] / pairs[i * samples + j] /
                        (sizes[static_cast<std::size_t>(group[i])] * sizes[static_cast<std::size_t>(group[j])]);
    return distance;
}

}  // namespace

TEST_CASE("the energy distance and its exact p are those of their definition", "[compare]") {
    Random random(7);
    const Study one = study(random, sides(3), std::vector<std::int32_t>(6), 6, 1.5);
    const EnergyTest found = one.tested({1000, 1000, 1});
    const double observed = naive_distance(one, one.group);
    check_close(found.distance, observed, 1e-6);
    std::vector<std::int32_t> dealt = one.group;
    double all = 0, extreme = 0, sum = 0;
    do {
        const double distance = naive_distance(one, dealt);
        sum += distance;
        extreme += distance >= observed - 1e-6;
        ++all;
    } while (std::next_permutation(dealt.begin(), dealt.end()));
    CHECK(found.is_exact);
    CHECK(found.permutations == all);
    check_close(found.p, extreme / all, tolerance::kDouble);
    check_close(found.expected, sum / all, 1e-6);
    CHECK(found.least_p == 0.1);

    // Within donors: every donor's two samples are exchanged or not.
    const Study paired = study(random, sides(4), pairs(4), 6, 1.5);
    const EnergyTest within = paired.tested({1000, 1000, 1});
    CHECK(within.permutations == 16);
    CHECK(within.least_p == 2.0 / 16);
    extreme = 0;
    for (unsigned flips = 0; flips < 16; ++flips) {
        dealt = paired.group;
        for (std::size_t donor = 0; donor < 4; ++donor)
            if (flips >> donor & 1) std::swap(dealt[donor], dealt[donor + 4]);
        extreme += naive_distance(paired, dealt) >= naive_distance(paired, paired.group) - 1e-6;
    }
    check_close(within.p, extreme / 16, tolerance::kDouble);
}

TEST_CASE("drawn exchanges agree with all of them, and cells drawn are the same again", "[compare]") {
    Random random(11);
    const Study one = study(random, sides(5), std::vector<std::int32_t>(10), 30, 0.8);
    const EnergyTest all = one.tested({252, 20, 3}), drawn = one.tested({251, 20, 3}), again = one.tested({251, 20, 3});
    CHECK(all.is_exact);
    CHECK(!drawn.is_exact);
    CHECK(drawn.distance == all.distance);
    CHECK(std::abs(drawn.p - all.p) < 0.06);
    CHECK(drawn.p == again.p);
    for (const std::int32_t cells : all.cells) CHECK(cells <= 20);
    CHECK(one.tested({252, 20, 4}).distance != all.distance);
    // Other donors' cells leave a donor's draw as it is: its distance to another does not change.
    Study fewer = one;
    for (auto& sample : fewer.sample) sample = sample == 9 ? -1 : sample;
    fewer.group.pop_back();
    fewer.block.pop_back();
    CHECK(fewer.tested({252, 20, 3}).between[1] == all.between[1]);
}

TEST_CASE("samples without what a distance needs are refused; one cell is a sample", "[compare]") {
    Random random(13);
    const Study one = study(random, sides(2), std::vector<std::int32_t>(4), 6, 0);
    const auto refused = [&](const std::string& words, auto change) {
        Study other = one;
        change(other);
        check_error(ErrorCode::bad_input, words, [&] { other.tested({100, 50, 1}); });
    };
    refused("both groups", [](Study& s) { s.group = {1, 1, 1, 1}; });
    refused("neither group", [](Study& s) { s.group = {0, 1, 2, 1}; });
    refused("different numbers", [](Study& s) { s.values.pop_back(); });
    refused("Sample 3 has no cells", [](Study& s) { std::replace(s.sample.begin(), s.sample.end(), 2, -1); });
    refused("none of the 4", [](Study& s) { s.sample[0] = 4; });
    refused("Cell 1 has no components", [](Study& s) { s.values[0] = NAN; });
    check_error(ErrorCode::bad_input, "one exchange at least", [&] { one.tested({0, 50, 1}); });
    Study single = one;
    bool is_first = true;
    for (auto& sample : single.sample) {
        if (sample == 0 && !is_first) sample = -1;
        is_first = is_first && sample != 0;
    }
    const EnergyTest found = single.tested({100, 50, 1});
    CHECK(found.cells[0] == 1);
    CHECK(std::isfinite(found.distance));
    CHECK(std::isnan(found.between[0]));
    // All cells alike: nothing differs.
    Study flat = one;
    std::fill(flat.values.begin(), flat.values.end(), 1.0F);
    CHECK(flat.tested({100, 50, 1}).p == 1);
}

TEST_CASE("exchanges are as many as they are counted", "[compare]") {
    const std::vector<std::int32_t> group{0, 1, 0, 1, 1, 0}, block{0, 0, 1, 1, 2, 2};
    const Exchanges pairs(group, block);
    CHECK(pairs.count() == 8);
    const std::vector<std::int32_t> mixed{0, 0, 1, 1, 1, 0, 1}, of{5, 5, 5, 5, 5, 7, 7};
    const Exchanges both(mixed, of);
    CHECK(both.count() == 20);
    std::vector<std::vector<std::int32_t>> seen;
    auto dealt = both.first();
    do seen.push_back(dealt);
    while (both.next(dealt));
    std::sort(seen.begin(), seen.end());
    CHECK(std::unique(seen.begin(), seen.end()) - seen.begin() == 20);
    CHECK(both.least_p() == 1.0 / 20);
}

TEST_CASE("200 studies in which no cells moved have p < .05 for a twentieth, within donors and between them", "[null]") {
    Random random(20261130);
    for (const bool is_paired : {false, true}) {
        for (const std::size_t donors : {4, 10}) {
            int called = 0;
            for (int i = 0; i < simulated::kStudies; ++i) {
                const auto block = is_paired ? pairs(donors) : std::vector<std::int32_t>(2 * donors);
                Study one = study(random, sides(donors), block, 10, 0);
                called += one.tested({199, 12, static_cast<std::uint64_t>(i)}).p <= 0.05;
            }
            INFO((is_paired ? "paired, " : "unpaired ") << donors << " donors: " << called);
            // Four pairs can be exchanged in 16 ways only, of which two are alike: p is 12.5% at least.
            if (is_paired && donors == 4)
                CHECK(called == 0);
            else
                CHECK(simulated::as_by_chance(called));
        }
    }
}

TEST_CASE("cells that moved are found", "[compare]") {
    Random random(5);
    int unpaired = 0, paired = 0;
    for (int i = 0; i < 20; ++i) {
        unpaired += study(random, sides(10), std::vector<std::int32_t>(20), 20, 3).tested({199, 20, 1}).p <= 0.05;
        paired += study(random, sides(10), pairs(10), 20, 1.5).tested({199, 20, 1}).p <= 0.05;
    }
    CHECK(unpaired >= 18);
    CHECK(paired >= 18);
}
