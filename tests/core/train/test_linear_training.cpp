#include "support.hpp"

#include <numeric>

#include "parity/training_expected.hpp"
#include "train/linear_training.hpp"
#include "train/sample_moments.hpp"
#include "train/simulated.hpp"
#include "train/softmax_regression.hpp"

using namespace phenolens;
using namespace phenolens::simulated;
namespace given = expected::training;

namespace {

std::vector<float> given_counts() { return {given::counts.begin(), given::counts.end()}; }

/// The first 100 cells train, the others are held out.
std::vector<std::int32_t> training_codes() {
    auto codes = given::cell_codes;
    std::fill(codes.begin() + 100, codes.end(), -1);
    return codes;
}

std::vector<double> softmax(const std::vector<float>& logits, std::size_t classes) {
    std::vector<double> out(logits.begin(), logits.end());
    for (std::size_t i = 0; i < out.size(); i += classes) {
        const double most =
            *std::max_element(out.begin() + static_cast<std::ptrdiff_t>(i), out.begin() + static_cast<std::ptrdiff_t>(i + classes));
        double sum = 0;
        for (std::size_t c = 0; c < classes; ++c) sum += out[i + c] = std::exp(out[i + c] - most);
        for (std::size_t c = 0; c < classes; ++c) out[i + c] /= sum;
    }
    return out;
}

std::vector<std::int32_t> best(const std::vector<float>& logits, std::size_t classes) {
    std::vector<std::int32_t> out;
    for (auto row = logits.begin(); row != logits.end(); row += static_cast<std::ptrdiff_t>(classes))
        out.push_back(static_cast<std::int32_t>(std::max_element(row, row + static_cast<std::ptrdiff_t>(classes)) - row));
    return out;
}

LinearRecipe given_recipe() {
    LinearRecipe recipe;
    recipe.genes = 25;
    recipe.components = 8;
    recipe.c = 0.5;
    recipe.breadth = 12;
    return recipe;
}

}  // namespace

TEST_CASE("selection, scaling, components and regression give scikit-learn's probabilities on held-out cells") {
    const auto check = [](Normalization normalization, const std::vector<double>& f, const std::vector<std::int32_t>& chosen,
                          const std::vector<double>& probabilities, const std::vector<std::int32_t>& nearest) {
        const auto sample = sample_of(given_counts(), 60, normalization);
        check_all_close(sample_moments(sample, training_codes(), 4).anova_f(), f, 1e-5);
        auto recipe = given_recipe();
        const auto map = train_linear(sample, training_codes(), 4, recipe);
        CHECK(map.genes == chosen);
        CHECK(map.cells == 100);
        check_all_close(softmax(map_logits(map, sample, rows_from(100, 140)), 4), probabilities, 1e-3);
        recipe.classifier = Classifier::centroid;
        CHECK(best(map_logits(train_linear(sample, training_codes(), 4, recipe), sample, rows_from(100, 140)), 4) == nearest);
    };
    check(Normalization::rank_normal, given::rank_normal_f, given::rank_normal_chosen, given::rank_normal_probabilities,
          given::rank_normal_nearest);
    check(Normalization::log1p, given::log1p_f, given::log1p_chosen, given::log1p_probabilities, given::log1p_nearest);
}

TEST_CASE("scTOP's projection is the least-squares solution") {
    const auto sample = sample_of(given_counts(), 60, Normalization::log1p);
    LinearRecipe recipe;
    recipe.classifier = Classifier::projection;
    const auto map = train_linear(sample, training_codes(), 4, recipe);
    CHECK(map.ranks);
    check_all_close(map_logits(map, sample, rows_from(100, 140)), given::projection, 1e-4);
}

TEST_CASE("held-out cells never touch how the model is made") {
    auto data = simulate(200, 80, 3, 4);
    LinearRecipe recipe;
    recipe.genes = 30;
    recipe.components = 8;
    std::vector<std::int32_t> codes = data.codes;
    for (std::size_t i = 150; i < 200; ++i) codes[i] = -1;
    const auto before = train_linear(sample_of(data.dense, 80, Normalization::rank_normal), codes, 3, recipe);
    for (std::size_t i = 150 * 80; i < data.dense.size(); ++i) data.dense[i] = static_cast<float>(i % 13 == 0 ? 900 : 0);
    const auto after = train_linear(sample_of(data.dense, 80, Normalization::rank_normal), codes, 3, recipe);
    CHECK(before.genes == after.genes);
    CHECK(before.weights == after.weights);
    CHECK(before.mean == after.mean);
    CHECK(before.bias == after.bias);
}

TEST_CASE("a label with one cell trains, one class is refused, missing labels are left out") {
    auto data = simulate(120, 50, 2, 6);
    data.codes[7] = 2;
    data.codes[8] = -1;
    const auto sample = sample_of(data.dense, 50, Normalization::rank_normal);
    LinearRecipe recipe;
    recipe.genes = 20;
    recipe.components = 5;
    const auto map = train_linear(sample, data.codes, 4, recipe);
    CHECK(map.cells == 119);
    CHECK(best(map_logits(map, sample, rows_from(7, 8)), 4)[0] == 2);
    const auto logits = map_logits(map, sample, rows_from(0, 120));
    for (std::size_t i = 0; i < 120; ++i) CHECK(logits[i * 4 + 3] <= kAbsentLogit + 1);
    check_error(ErrorCode::bad_input, "there is 1 class", [&] { train_linear(sample, std::vector<std::int32_t>(120, 1), 4, recipe); });
    check_error(ErrorCode::bad_input, "0 classes", [&] { train_linear(sample, std::vector<std::int32_t>(120, -1), 4, recipe); });
    check_error(ErrorCode::bad_input, "do not fit a sample", [&] { train_linear(sample, std::vector<std::int32_t>(5, 1), 4, recipe); });
}

TEST_CASE("a cell without counts takes no part in training and has no logits") {
    auto data = simulate(60, 50, 2, 7);
    std::fill(data.dense.begin() + 50 * 3, data.dense.begin() + 50 * 4, 0.0f);
    for (const auto normalization : {Normalization::rank_normal, Normalization::log1p}) {
        const auto sample = sample_of(data.dense, 50, normalization);
        for (const auto classifier : {Classifier::softmax, Classifier::projection}) {
            if (classifier == Classifier::projection && normalization == Normalization::rank_normal) continue;
            LinearRecipe recipe;
            recipe.genes = 20;
            recipe.components = 0;
            recipe.classifier = classifier;
            const auto map = train_linear(sample, data.codes, 2, recipe);
            CHECK(map.cells == 59);
            const auto logits = map_logits(map, sample, rows_from(2, 5));
            CHECK(std::isfinite(logits[0]));
            CHECK(std::isnan(logits[2]));
            CHECK(std::isfinite(logits[4]));
        }
    }
}
