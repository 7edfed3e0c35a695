#include "support.hpp"

#include "integrate/batches.hpp"
#include "integrate/soft_clusters.hpp"

using namespace phenolens;

namespace {

/// Cosines to centres are drawn: what is made of them needs no positions.
std::vector<float> drawn_cosines(std::size_t cells, std::size_t clusters, std::size_t columns) {
    Random random(3);
    std::vector<float> out(cells * columns);
    for (std::size_t i = 0; i < cells; ++i)
        for (std::size_t k = 0; k < clusters; ++k) out[i * columns + k] = static_cast<float>(random.below(1000)) / 1000;
    return out;
}

/// Row-major cells x clusters, in the clusters' order of cells.
std::vector<double> all_weights(const SoftClusters& of) {
    std::vector<double> out(of.order().size() * of.clusters());
    for (const CellRun& run : of.runs()) {
        std::vector<float> rows(run.cells * of.columns());
        of.weights(run, run.first, run.cells, rows);
        for (std::size_t i = 0; i < run.cells; ++i)
            for (std::size_t k = 0; k < of.clusters(); ++k) out[(run.first + i) * of.clusters() + k] = rows[i * of.columns() + k];
    }
    return out;
}

}  // namespace

TEST_CASE("the objective is that of the weights written out, and weighting makes it smaller", "[integrate]") {
    const auto cells = batches::cells();
    const Covariates of(cells.both(), {batches::kBatches, batches::kConditions});
    const std::size_t clusters = 10;
    const double sigma = 0.1;
    const std::vector<double> theta = {2, 1};
    SoftClusters soft(of, of.combination(), clusters, theta, sigma, Random(4));
    const auto cosines = drawn_cosines(batches::kCells, clusters, soft.columns());
    soft.set_cosines(0, cosines);
    soft.restart();
    double before = 1e300;
    for (int round = 0; round < 4; ++round) {
        const auto weights = all_weights(soft);
        std::vector<double> observed(5 * clusters), total(clusters);
        double sum = 0;
        for (std::size_t i = 0; i < batches::kCells; ++i) {
            double one = 0;
            for (std::size_t k = 0; k < clusters; ++k) {
                const double weight = weights[i * clusters + k], distance = 2 * (1 - static_cast<double>(cosines[i * soft.columns() + k]));
                one += weight;
                total[k] += weight;
                for (const auto level : of.levels_of(of.combination()[soft.order()[i]])) observed[level * clusters + k] += weight;
                sum += weight * distance + (weight > 0 ? sigma * weight * std::log(weight) : 0);
            }
            check_close(one, 1, 1e-5);
        }
        for (std::size_t level = 0; level < 5; ++level) {
            for (std::size_t k = 0; k < clusters; ++k) {
                const double expected = total[k] * of.cells()[level] / batches::kCells, seen = observed[level * clusters + k];
                sum += sigma * theta[of.covariate_of(level)] * seen * std::log((seen + expected + 1) / (2 * expected + 1));
            }
        }
        check_close(soft.objective(), sum * 2000 / batches::kCells, 1e-5);
        // Once settled it moves a little either way: blocks are weighted one after another.
        CHECK(soft.objective() < before * (1 + 1e-3));
        before = std::min(before, soft.objective());
        soft.update();
    }
}

TEST_CASE("weights that vanish in single precision are made by logarithms", "[integrate]") {
    // The nearest cluster is full of the cell's own batch by a penalty that leaves less than a float holds.
    const std::size_t cells = 4000;
    std::vector<std::int32_t> codes(cells);
    for (std::size_t i = 0; i < cells; ++i) codes[i] = i % 2 == 0;
    const Covariates of(codes, {2});
    SoftClusters soft(of, of.combination(), 2, {40}, 0.02, Random(1));
    std::vector<float> cosines(cells * soft.columns());
    for (std::size_t i = 0; i < cells; ++i) cosines[i * soft.columns() + static_cast<std::size_t>(codes[soft.order()[i]])] = 1;
    soft.set_cosines(0, cosines);
    soft.restart();
    soft.update();
    for (const double weight : all_weights(soft)) {
        CHECK(weight >= 0);
        CHECK(weight <= 1);
    }
    CHECK(std::isfinite(soft.objective()));
}
