#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "analysis.hpp"
#include "explain/attribution_run.hpp"

using namespace phenolens;

TEST_CASE("attributions of a linear model sum to the difference of the logits, and equal a naive count") {
    constexpr std::size_t kCells = 23, kFileGenes = 40;
    const auto dense = random_counts(kCells, kFileGenes, 5);
    Analysis analysis;
    analysis.set_genes(gene_ids(kFileGenes), {}, ValueKind::counts);
    // Two heads of 3 and 2 classes; the file has ten genes more than the model.
    constexpr std::size_t kModelGenes = 30, kClasses = 5;
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    std::vector<float> numbers;
    for (std::size_t i = 0; i < kModelGenes * kClasses + kClasses + kModelGenes; ++i) numbers.push_back(normal(random));
    const std::vector<std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(numbers.data()),
                                          reinterpret_cast<const std::uint8_t*>(numbers.data() + numbers.size()));
    const auto tsv = genes_tsv(kModelGenes);
    LinearSpec spec{tsv,
                    bytes,
                    {{"weights", "float32", {kModelGenes, kClasses}, 0},
                     {"bias", "float32", {kClasses}, kModelGenes * kClasses * 4.0},
                     {"mean", "float32", {kModelGenes}, (kModelGenes + 1.0) * kClasses * 4}},
                    {3, 2},
                    {1, 1},
                    0};
    const auto handle = analysis.add_linear(spec).handle;
    analysis.load_dense(0, kCells, kFileGenes, dense);
    std::vector<std::int32_t> every(kCells);
    std::iota(every.begin(), every.end(), 0);
    LinearModel& model = analysis.linear(handle);
    const MatrixBlock& block = analysis.block();
    const auto scores = model.scores(block, every);
    std::vector<float> baselines(2 * kModelGenes, 0);
    std::copy_n(scores.begin(), kModelGenes, baselines.begin() + kModelGenes);
    AttributionRun run(model, 1, 2, 1, baselines);
    const auto& genes = run.genes();
    REQUIRE(genes.size() == kModelGenes);

    AttributionCells of{every,
                        std::vector<std::int32_t>(kCells),
                        std::vector<std::int32_t>(kCells),
                        std::vector<std::int32_t>(kCells, 1),
                        std::vector<std::int32_t>(kCells, -1),
                        std::vector<std::int32_t>(kCells)};
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        of.groups[cell] = static_cast<std::int32_t>(cell % 2);
        of.against[cell] = cell % 3 == 0 ? 0 : -1;
        of.baselines[cell] = static_cast<std::int32_t>(cell % 2);
    }
    const auto rows = run.rows(model, block, of);
    const std::vector<std::int32_t> some = {5, 0, 3};
    const auto few = run.rows_of(model, block, of, some);
    for (std::size_t i = 0; i < few.size(); ++i)
        check_close(few[i], rows[i / 3 * (rows.size() / of.cells.size()) + static_cast<std::size_t>(some[i % 3])], 0);
    check_error(ErrorCode::internal, "is not one of the model's",
                [&] { run.rows_of(model, block, of, std::vector<std::int32_t>{100000}); });
    const auto logits = run.add(model, block, of);
    std::vector<double> sum(2 * kModelGenes), cells(2);
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        if (cell == kCells / 2) {  // empty
            CHECK(std::isnan(rows[cell * kModelGenes]));
            CHECK(std::isnan(logits.at_cell[cell]));
            continue;
        }
        double total = 0;
        ++cells[cell % 2];
        for (std::size_t gene = 0; gene < kModelGenes; ++gene) {
            const auto j = static_cast<std::size_t>(genes[gene]);
            const double weight = numbers[j * kClasses + 3 + 1] - (cell % 3 == 0 ? numbers[j * kClasses + 3] : 0.0f);
            const double value = weight * (scores[cell * kModelGenes + gene] - (cell % 2 == 0 ? 0 : baselines[kModelGenes + gene]));
            check_close(rows[cell * kModelGenes + gene], value, tolerance::kFloat);
            total += value;
            sum[cell % 2 * kModelGenes + gene] += value;
        }
        check_close(total, logits.at_cell[cell] - logits.at_baseline[cell], tolerance::kLogit);
    }
    for (std::size_t group = 0; group < 2; ++group) {
        const auto found = run.sums().report(group, false);
        CHECK(found.cells == cells[group]);
        for (std::size_t gene = 0; gene < kModelGenes; ++gene) {
            double expressing = 0;
            for (std::size_t cell = group; cell < kCells; cell += 2)
                expressing += dense[cell * kFileGenes + static_cast<std::size_t>(genes[gene])] > 0;
            check_close(found.expressed_share[gene], expressing / cells[group], tolerance::kFloat);
        }
        for (std::size_t gene = 0; gene < kModelGenes; ++gene)
            check_close(found.mean[gene], sum[group * kModelGenes + gene] / cells[group], tolerance::kLogit);
    }
    check_error(ErrorCode::internal, "no class 2", [&] {
        of.codes[0] = 2;
        run.add(model, block, of);
    });
}

TEST_CASE("a run is of the model it was started with, and one of tokens takes what was made elsewhere alone") {
    const auto map_of = [](const std::string& ids) { return map_genes(read_gene_names(ids, {}), read_vocabulary(genes_tsv(3)), true); };
    const LinearWeights weights{{1, -1, 2, -2, 3, -3}, {0, 0}, {0, 0, 0}};
    const auto heads = make_heads(std::vector<double>{2}, std::vector<double>{1});
    LinearModel model(map_of("G0\nG1\nG2"), weights, heads, 0, ValueKind::counts),
        other(map_of("G0\nG1"), weights, heads, 0, ValueKind::counts);
    const auto block = block_of({1, 0, 5}, 3);
    const AttributionCells of{{0}, {0}, {0}, {0}, {-1}, {0}};
    AttributionRun run(model, 0, 1, 1, {});
    // No baselines: no expression, whose scores are zero.
    const auto scores = model.scores(block, of.cells);
    check_all_close(run.rows(model, block, of), std::vector<double>{scores[0], 2.0 * scores[1], 3.0 * scores[2]}, tolerance::kFloat);
    check_error(ErrorCode::internal, "measures other genes", [&] { run.add(other, block, of); });
    check_error(ErrorCode::internal, "no whole number of baselines", [&] { AttributionRun(model, 0, 1, 1, {1, 2}); });
    AttributionRun tokens(4, 1, 1);
    CHECK(tokens.genes() == std::vector<std::int32_t>{0, 1, 2, 3});
    check_error(ErrorCode::internal, "No attribution of a linear model", [&] { tokens.rows(model, block, of); });
    tokens.sums().add(0, 0, std::vector<std::int32_t>{3}, std::vector<float>{0.5f});
    CHECK(tokens.sums().report(0, false).mean[3] == 0.5f);
}
