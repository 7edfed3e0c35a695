#include "support.hpp"

#include <numeric>

#include "train/linear_training.hpp"
#include "train/simulated.hpp"
#include "train/training_sample.hpp"

using namespace phenolens;
using namespace phenolens::simulated;

TEST_CASE("a sample is the same in whatever parts it was read, and so is what is trained on it") {
    const auto data = simulate(150, 90, 3, 2);
    const auto whole = sample_of(data.dense, 90, Normalization::rank_normal),
               parts = sample_of(data.dense, 90, Normalization::rank_normal, 7);
    for (std::size_t i = 0; i < 150; ++i) CHECK(dense_row(whole, i) == dense_row(parts, i));
    LinearRecipe recipe;
    recipe.genes = 50;
    recipe.components = 10;
    CHECK(train_linear(whole, data.codes, 3, recipe).weights == train_linear(parts, data.codes, 3, recipe).weights);
}

TEST_CASE("a sample holds every score, of cells with few distinct values and of cells with many") {
    const std::size_t genes = 600;
    std::mt19937 random(3);
    // Cells of counts below 8; cells whose 600 values all differ; cells of 5 values, which are as many as they list.
    std::vector<float> dense;
    for (std::size_t cell = 0; cell < 9; ++cell) {
        for (std::size_t gene = 0; gene < genes; ++gene) {
            const float value = cell % 3 == 0   ? static_cast<float>(random() % 8)
                                : cell % 3 == 1 ? static_cast<float>(1 + gene + 700 * (random() % 9))
                                                : static_cast<float>(gene < 5 ? gene + 1 : 0);
            dense.push_back(value);
        }
    }
    const auto sample = sample_of(dense, genes, Normalization::log1p, 4);
    CellScores scores(map_to(genes), ValueKind::counts, Normalization::log1p, 1e4);
    const auto block = block_of(dense, genes);
    for (std::size_t cell = 0; cell < 9; ++cell) {
        ScoredCell scored;
        REQUIRE(scores.score(block, cell, scored));
        std::vector<double> wanted(genes, scored.zero);
        for (std::size_t j = 0; j < scored.genes.size(); ++j) wanted[static_cast<std::size_t>(scored.genes[j])] += scored.differences[j];
        CHECK(dense_row(sample, cell) == wanted);
        CHECK((sample.row(cell).places != nullptr) == (cell % 3 == 0));
    }
}

TEST_CASE("parts that do not fit a sample are refused") {
    const auto data = simulate(10, 50, 2, 7);
    CellScores scores(map_to(50), ValueKind::counts, Normalization::rank_normal, 1e4);
    const auto part = sample_part(scores, block_of(data.dense, 50), rows_from(0, 10), 0);
    TrainingSample few(50, 9), narrow(3, 10), fits(50, 10);
    check_error(ErrorCode::internal, "cannot be read", [&] { few.add(part); });
    check_error(ErrorCode::internal, "cannot be read", [&] { narrow.add(part); });
    check_error(ErrorCode::internal, "cannot be read", [&] { fits.add(std::span(part).first(part.size() - 3)); });
    check_error(ErrorCode::unsupported, "65,535", [] { TrainingSample(70000, 1); });
    check_error(ErrorCode::internal, "Cell 10", [&] { sample_part(scores, block_of(data.dense, 50), rows_from(5, 11), 0); });
    CHECK_FALSE(fits.has_scores(2));
}
