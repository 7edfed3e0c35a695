#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "cells/thinning.hpp"
#include "graph/leiden.hpp"
#include "graph/neighbors.hpp"
#include "survey/cell_projection.hpp"
#include "survey/gene_covariance.hpp"
#include "survey/group_tests.hpp"
#include "survey/rate_tests.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 400, kGenes = 600;

/// Cells whose counts are Poisson, or negative binomial of `size`; of several populations each has 60 genes at six times the rate. `spread`
/// is that of the logarithm of depth.
MatrixBlock simulate(std::size_t populations, double size, double spread, std::mt19937& random) {
    std::vector<float> dense(kCells * kGenes);
    std::vector<double> depth(kCells);
    for (double& one : depth) one = std::exp(spread * std::normal_distribution<double>()(random));
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        const double rate = std::exp(std::normal_distribution<double>()(random));
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            const bool is_marker = populations > 1 && gene / 60 == cell % populations;
            const double own = std::isinf(size) ? 1 : std::gamma_distribution<double>(size, 1 / size)(random);
            const double mean = depth[cell] * rate * own * (is_marker ? 6 : 1);
            dense[cell * kGenes + gene] = static_cast<float>(mean > 0 ? std::poisson_distribution<int>(mean)(random) : 0);
        }
    }
    return block_of(dense, kGenes);
}

/// Leiden clusters of ten components of all genes.
std::vector<std::int32_t> clusters_of(const MatrixBlock& block) {
    std::vector<std::int32_t> all(kGenes);
    std::iota(all.begin(), all.end(), 0);
    ChosenScores scores(kGenes, all, Normalization::log1p);
    GeneCovariance covariance(scores, std::size_t{1} << 28);
    covariance.add(block, ValueKind::counts);
    const Components found = covariance.components(10);
    const auto placed = CellProjection(found.mean, found.rotation).project(covariance.kept().blocks()[0]);
    return leiden(block.cells, fuzzy_graph(find_neighbors(placed, block.cells, 10, {})), {}).code;
}

GroupTests tests_in(const MatrixBlock& block, const std::vector<std::int32_t>& codes, std::size_t cluster) {
    GroupSums sums(kGenes, static_cast<std::size_t>(*std::max_element(codes.begin(), codes.end())) + 1);
    sums.add(block, ValueKind::counts, codes);
    return tests_of(sums, cluster);
}

double called(const std::vector<double>& p) {
    return static_cast<double>(std::count_if(p.begin(), p.end(), [](double one) { return one < 0.05; }));
}

struct Halves {
    MatrixBlock first, second;
};

Halves split(const MatrixBlock& block, std::span<const double> sizes) {
    Halves halves = {block, block};
    thin(halves.first, sizes, 1, CountHalf::first);
    thin(halves.second, sizes, 1, CountHalf::second);
    return halves;
}

RateSums rates_of(const MatrixBlock& block, const std::vector<std::int32_t>& codes) {
    RateSums sums(kGenes, static_cast<std::size_t>(*std::max_element(codes.begin(), codes.end())) + 1);
    sums.add(block, codes);
    return sums;
}

}  // namespace

TEST_CASE("of one population 5 in 100 genes have p < .05 in the half that its clusters were not found in", "[null]") {
    const double size = GENERATE(INFINITY, 2.0), spread = GENERATE(0.0, 0.4);
    std::mt19937 random(20261130);
    double plain = 0, halved = 0, tested = 0;
    for (int study = 0; study < 4; ++study) {
        const MatrixBlock block = simulate(1, size, spread, random);
        const auto shown = clusters_of(block);
        plain += called(tests_in(block, shown, 0).p);
        const Halves halves = split(block, rates_of(block, shown).sizes());
        halved += called(rates_of(halves.second, clusters_of(halves.first)).tests(0).p);
        tested += kGenes;
    }
    INFO("size " << size << ", depth " << spread << ": of " << tested << " genes " << plain << " in all counts, " << halved
                 << " in the other half");
    CHECK(plain > 0.12 * tested);
    // 99.9% of what chance gives.
    CHECK(std::abs(halved - 0.05 * tested) < 3.3 * std::sqrt(0.05 * 0.95 * tested));
}

TEST_CASE("markers of populations are found in the other half", "[survey]") {
    std::mt19937 random(5);
    const MatrixBlock block = simulate(3, 2, 0.4, random);
    const Halves halves = split(block, rates_of(block, clusters_of(block)).sizes());
    const auto codes = clusters_of(halves.first);
    REQUIRE(*std::max_element(codes.begin(), codes.end()) >= 2);
    for (std::size_t cluster = 0; cluster < 3; ++cluster) {
        const auto q = rates_of(halves.second, codes).tests(cluster).q;
        const auto first = std::find(codes.begin(), codes.end(), static_cast<std::int32_t>(cluster)) - codes.begin();
        const std::size_t from = 60 * (static_cast<std::size_t>(first) % 3);
        double own = 0, other = 0;
        for (std::size_t gene = 0; gene < kGenes; ++gene) {
            if (q[gene] >= 0.05) continue;
            if (gene >= from && gene < from + 60) ++own;
            if (gene >= 180) ++other;
        }
        INFO("cluster " << cluster << ": " << own << " of 60 markers, " << other << " of 420 other genes");
        CHECK(own > 45);
        CHECK(other < 30);
    }
}
