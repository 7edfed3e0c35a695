#include "simulated.hpp"
#include "support.hpp"

#include "explain/enrichment.hpp"
#include "parity/enrichment_expected.hpp"

using namespace phenolens;
namespace expects = expected::enrichment;

namespace {

const GeneSets kSets{expects::genes, expects::lengths};

const std::vector<float> kScores(expects::scores.begin(), expects::scores.end());

/// The running sum as the paper writes it, gene by gene.
double naive_score(const std::vector<float>& scores, const std::vector<std::int32_t>& genes) {
    std::vector<std::size_t> order(scores.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    double total = 0;
    for (const auto gene : genes) total += std::abs(scores[static_cast<std::size_t>(gene)]);
    double sum = 0, high = 0, low = 0;
    for (const std::size_t gene : order) {
        const bool hit = std::find(genes.begin(), genes.end(), static_cast<std::int32_t>(gene)) != genes.end();
        sum += hit ? std::abs(scores[gene]) / total : -1.0 / static_cast<double>(scores.size() - genes.size());
        high = std::max(high, sum);
        low = std::min(low, sum);
    }
    return high >= -low ? high : low;
}

}  // namespace

TEST_CASE("over-representation equals SciPy's Fisher test, adjusted as by statsmodels") {
    const auto found = over_representation(kScores.size(), expects::drawn, kSets);
    REQUIRE(found.size() == expects::p.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(static_cast<double>(found[i].overlap) == expects::overlap[i]);
        check_close(found[i].odds.value, expects::odds[i], tolerance::kDouble);
        check_close(found[i].p, expects::p[i], 1e-9);
        check_close(found[i].q, expects::q[i], 1e-9);
        CHECK(found[i].odds.low < found[i].odds.high);
    }
}

TEST_CASE("preranked enrichment equals gseapy's: the score exactly, what chance decides within its error") {
    const auto found = preranked(kScores, kSets, {1, 20'000, 5});
    REQUIRE(found.size() == expects::es.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        INFO("set " << i);
        const std::vector<std::int32_t> genes(expects::genes.begin() + static_cast<std::ptrdiff_t>(at),
                                              expects::genes.begin() + static_cast<std::ptrdiff_t>(at) + expects::lengths[i]);
        at += static_cast<std::size_t>(expects::lengths[i]);
        check_close(found[i].es, naive_score(kScores, genes), tolerance::kDouble);
        check_close(found[i].es, expects::es[i], 1e-6);
        CHECK(std::abs(found[i].nes - expects::nes[i]) < 0.03);
        CHECK(std::abs(found[i].p - expects::nominal_p[i]) < 0.015);
        CHECK(static_cast<double>(found[i].leading_edge.size()) == expects::leading[i]);
    }
    CHECK(found[0].q < 0.01);
    CHECK(found[2].q > 0.05);
}

TEST_CASE("enrichment is the same for the same seed, whatever other sets are asked for") {
    const auto all = preranked(kScores, kSets, {1, 200, 7});
    const auto alone =
        preranked(kScores, {{expects::genes.begin(), expects::genes.begin() + expects::lengths[0]}, {expects::lengths[0]}}, {1, 200, 7});
    CHECK(all[0].nes == alone[0].nes);
    CHECK(all[0].p == alone[0].p);
    CHECK(preranked(kScores, kSets, {1, 200, 8})[0].nes != all[0].nes);
}

TEST_CASE("corners of enrichment: no set, an empty one, all genes, genes twice, scores of zero, genes that are not there") {
    CHECK(over_representation(10, {}, {}).empty());
    const GeneSets odd{{0, 1, 2, 3, 1, 1}, {0, 4, 2}};
    const std::vector<float> four{3, 2, 0, -1};
    const auto found = preranked(four, odd, {1, 50, 1});
    CHECK(std::isnan(found[0].es));
    CHECK(std::isnan(found[1].es));
    CHECK(found[2].size == 1);
    const auto flat = preranked(std::vector<float>(6, 0), {{0, 1}, {2}}, {1, 50, 1});
    CHECK(std::isfinite(flat[0].es));
    const auto over = over_representation(4, std::vector<std::int32_t>{0, 0, 1}, odd);
    CHECK(over[1].p == 1);
    CHECK(over[2].overlap == 1);
    check_error(ErrorCode::bad_input, "names gene 9", [&] { preranked(four, {{9}, {1}}, {}); });
    check_error(ErrorCode::bad_input, "is not one of", [&] { over_representation(4, std::vector<std::int32_t>{4}, {}); });
    check_error(ErrorCode::bad_input, "not finite", [&] { preranked(std::vector<float>{1, NAN}, {}, {}); });
    check_error(ErrorCode::internal, "Lengths", [&] { preranked(four, {{1}, {2}}, {}); });
}

TEST_CASE("of 200 rankings by chance 5 in 100 have p < .05 for a set; of lists drawn by chance no more", "[null]") {
    Random random(20261205);
    constexpr std::size_t kGenes = 500;
    GeneSets set;
    for (std::int32_t gene = 0; gene < 30; ++gene) set.genes.push_back(gene);
    set.lengths = {30};
    double ranked = 0, drawn = 0;
    for (int study = 0; study < simulated::kStudies; ++study) {
        std::vector<float> scores(kGenes);
        for (float& score : scores) score = static_cast<float>(simulated::normal(random));
        ranked += preranked(scores, set, {1, 400, static_cast<std::uint64_t>(study)})[0].p < 0.05;
        std::vector<std::int32_t> list;
        for (std::int32_t gene = 0; gene < static_cast<std::int32_t>(kGenes); ++gene)
            if (simulated::uniform(random) < 0.2) list.push_back(gene);
        drawn += over_representation(kGenes, list, set)[0].p < 0.05;
    }
    INFO(ranked << " rankings, " << drawn << " lists");
    CHECK(simulated::as_by_chance(ranked));
    // Overlaps are whole numbers: Fisher's exact test calls 5 in 100 at most.
    CHECK(drawn <= 18);
}
