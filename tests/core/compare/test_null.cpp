#include "support.hpp"

#include <random>

#include "compare/composition.hpp"
#include "compare/designs.hpp"
#include "compare/expression.hpp"
#include "simulated.hpp"

using namespace phenolens;

// Studies in which there is nothing to find, and such in which there is: four and ten donors a side, or in both conditions.

namespace {

constexpr std::size_t kGenes = 120, kTypes = 8;
constexpr std::size_t kStudyDonors[] = {4, 10};
/// Of 200 studies, those with a q < .05: 5% were the rows independent and their variances as the prior has them.
constexpr double kDiscovering = 26;

struct Layout {
    std::size_t donors;
    bool is_paired;

    std::size_t samples() const { return 2 * donors; }
    Design design() const { return is_paired ? designs::two_sides_paired(donors) : designs::two_sides(donors); }
    std::vector<double> contrast() const {
        std::vector<double> out(is_paired ? donors + 1 : 2);
        out[1] = 1;
        return out;
    }
    /// The donor of a sample: samples of the second condition follow those of the first.
    std::size_t donor(std::size_t sample) const { return is_paired ? sample % donors : sample; }
    std::string name() const { return std::to_string(donors) + (is_paired ? " pairs" : " donors a side"); }
};

template <typename Work> void for_every_layout(const Work& work) {
    for (const bool is_paired : {false, true})
        for (const std::size_t donors : kStudyDonors) work(Layout{donors, is_paired});
}

/// Negative binomial counts of genes x samples: donors differ in every gene, samples in depth; every twelfth gene is `fold` times as high
/// in the second condition, the next as much lower.
std::vector<double> counts_of(const Layout& layout, double fold, std::mt19937& random) {
    std::normal_distribution<double> normal;
    std::vector<double> depth(layout.samples()), counts;
    for (double& one : depth) one = std::exp(0.4 * normal(random));
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        const double level = std::exp(4 + 1.2 * normal(random)), size = 1 / (0.05 * std::exp(0.5 * normal(random)));
        std::vector<double> donor(layout.samples());
        for (double& one : donor) one = std::exp(0.25 * normal(random));
        const double moved = gene % 12 == 0 ? fold : gene % 12 == 1 ? 1 / fold : 1;
        for (std::size_t sample = 0; sample < layout.samples(); ++sample) {
            const double mean = level * depth[sample] * donor[layout.donor(sample)] * (sample < layout.donors ? 1 : moved);
            const double own = std::gamma_distribution<double>(size, mean / size)(random);
            counts.push_back(static_cast<double>(std::poisson_distribution<int>(std::max(own, 1e-9))(random)));
        }
    }
    return counts;
}

/// Cells of types x samples: shares of donors differ, the first type is `fold` times as common in the second condition.
std::vector<double> cells_of(const Layout& layout, double fold, std::mt19937& random) {
    static constexpr double kShare[kTypes] = {0.12, 0.25, 0.2, 0.15, 0.12, 0.08, 0.06, 0.02};
    std::normal_distribution<double> normal;
    std::vector<double> cells(kTypes * layout.samples()), own(kTypes * layout.samples());
    for (double& one : own) one = std::exp(0.3 * normal(random));
    for (std::size_t sample = 0; sample < layout.samples(); ++sample) {
        std::vector<double> share(kTypes);
        for (std::size_t type = 0; type < kTypes; ++type) {
            share[type] = kShare[type] * own[type * layout.samples() + layout.donor(sample)] * std::exp(0.2 * normal(random));
            if (type == 0 && sample >= layout.donors) share[type] *= fold;
        }
        std::discrete_distribution<std::size_t> draw(share.begin(), share.end());
        const double total = std::round(300 * std::exp(0.5 * normal(random)));
        for (double cell = 0; cell < total; ++cell) ++cells[draw(random) * layout.samples() + sample];
    }
    return cells;
}

ExpressionTests tested(const Layout& layout, const std::vector<double>& counts) {
    const Design design = layout.design();
    return expression_tests(prepare_counts({counts, kGenes, layout.samples()}, design, {}), design, layout.contrast());
}

CompositionTests composed(const Layout& layout, const std::vector<double>& cells, ShareTransform transform) {
    return composition_tests({cells, kTypes, layout.samples()}, layout.design(), layout.contrast(), transform);
}

}  // namespace

TEST_CASE("where nothing differs 5 in 100 genes have p < .05 by voom, and few studies a discovery", "[null]") {
    std::mt19937 random(20261130);
    for_every_layout([&](const Layout& layout) {
        double genes = 0, called = 0, discovering = 0;
        for (int i = 0; i < simulated::kStudies; ++i) {
            const auto found = tested(layout, counts_of(layout, 1, random));
            genes += static_cast<double>(found.p.size());
            for (const double p : found.p) called += p < 0.05;
            discovering += std::any_of(found.q.begin(), found.q.end(), [](double q) { return q < 0.05; });
        }
        INFO(layout.name() << ": " << 100 * called / genes << "% of " << genes << " genes, " << discovering
                           << " of 200 studies with q < .05");
        CHECK(std::abs(called / genes - 0.05) < 0.01);
        // A little more than chance gives: the tail of a moderated t is heavy with three degrees of freedom of its own.
        CHECK(discovering <= kDiscovering);
    });
}

TEST_CASE("where nothing differs 5 in 100 types have p < .05 by propeller", "[null]") {
    std::mt19937 random(20261130);
    for (const auto transform : {ShareTransform::asin, ShareTransform::logit}) {
        for_every_layout([&](const Layout& layout) {
            double called = 0, discovering = 0;
            int first = 0;
            for (int i = 0; i < simulated::kStudies; ++i) {
                const auto found = composed(layout, cells_of(layout, 1, random), transform);
                for (const double p : found.p) called += p < 0.05;
                first += found.p[0] < 0.05;
                discovering += std::any_of(found.q.begin(), found.q.end(), [](double q) { return q < 0.05; });
            }
            INFO(layout.name() << (transform == ShareTransform::asin ? ", asin: " : ", logit: ")
                               << 100 * called / (kTypes * simulated::kStudies) << "% of types, the first in " << first
                               << " of 200 studies, q < .05 in " << discovering);
            CHECK(std::abs(called / (kTypes * simulated::kStudies) - 0.05) < 0.02);
            CHECK(simulated::as_by_chance(first));
            CHECK(discovering <= kDiscovering);
        });
    }
}

TEST_CASE("genes and types that differ are found, and few others", "[compare]") {
    std::mt19937 random(3);
    for_every_layout([&](const Layout& layout) {
        double planted = 0, right = 0, wrong = 0, types = 0, others = 0;
        for (int i = 0; i < 20; ++i) {
            const auto counts = counts_of(layout, 3, random);
            const Design design = layout.design();
            const auto ready = prepare_counts({counts, kGenes, layout.samples()}, design, {});
            const auto found = expression_tests(ready, design, layout.contrast());
            for (std::size_t gene = 0; gene < ready.tested.size(); ++gene) {
                const bool is_planted = ready.tested[gene] % 12 < 2;
                planted += is_planted;
                (is_planted ? right : wrong) += found.q[gene] < 0.05;
            }
            const auto composition = composed(layout, cells_of(layout, 3, random), ShareTransform::logit);
            types += composition.q[0] < 0.05 && composition.effect[0] > 0;
            for (std::size_t type = 1; type < kTypes; ++type) others += composition.q[type] < 0.05;
        }
        INFO(layout.name() << ": " << right << " of " << planted << " genes, " << wrong << " wrong; the type in " << types
                           << " of 20, others " << others);
        CHECK(right > 0.8 * planted);
        CHECK(wrong < 0.1 * right);
        CHECK(types >= 14);
    });
}
