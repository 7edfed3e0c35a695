#include "support.hpp"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <numeric>

#include "../parity/training_expected.hpp"
#include "genes/gene_map.hpp"
#include "train/folds.hpp"
#include "train/linear_training.hpp"
#include "train/sample_moments.hpp"
#include "train/scaled_scores.hpp"
#include "train/softmax_regression.hpp"

using namespace phenolens;
namespace given = expected::training;

namespace {

GeneMap map_to(std::size_t genes) { return map_genes(read_gene_names(gene_ids(genes), {}), read_vocabulary(genes_tsv(genes)), true); }

/// A sample of all cells, added in parts of some cells, the last part first.
TrainingSample sample_of(const std::vector<float>& dense, std::size_t genes, Normalization normalization, std::size_t cells_a_part = 1000) {
    const std::size_t cells = dense.size() / genes;
    CellScores scores(map_to(genes), ValueKind::counts, normalization, 1e4);
    const auto block = block_of(dense, genes);
    TrainingSample sample(genes, cells);
    for (std::size_t part = (cells + cells_a_part - 1) / cells_a_part; part-- > 0;) {
        std::vector<std::int32_t> rows(std::min(cells_a_part, cells - part * cells_a_part));
        std::iota(rows.begin(), rows.end(), static_cast<std::int32_t>(part * cells_a_part));
        sample.add(sample_part(scores, block, rows, part * cells_a_part));
    }
    return sample;
}

std::vector<std::int32_t> rows_from(std::size_t first, std::size_t last) {
    std::vector<std::int32_t> rows(last - first);
    std::iota(rows.begin(), rows.end(), static_cast<std::int32_t>(first));
    return rows;
}

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

/// Dense scores of a sample's row.
std::vector<double> dense_row(const TrainingSample& sample, std::size_t i) {
    const auto& row = sample.row(i);
    std::vector<double> out(sample.genes(), row.zero);
    for (std::uint32_t j = 0; j < row.stored; ++j) out[row.genes[j]] += row.difference(j);
    return out;
}

struct Simulated {
    std::vector<float> dense;
    std::vector<std::int32_t> codes;
};

/// Cells of classes that differ in a tenth of the genes.
Simulated simulate(std::size_t cells, std::size_t genes, std::size_t classes, unsigned seed) {
    std::mt19937 random(seed);
    Simulated out;
    out.dense.resize(cells * genes);
    for (std::size_t i = 0; i < cells; ++i) {
        const std::size_t code = random() % classes;
        out.codes.push_back(static_cast<std::int32_t>(code));
        for (std::size_t j = 0; j < genes; ++j) {
            std::poisson_distribution<int> poisson(j % (10 * classes) == 10 * code ? 3.0 : 0.4);
            out.dense[i * genes + j] = static_cast<float>(poisson(random));
        }
    }
    return out;
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

TEST_CASE("moments of a sample equal the naive ones") {
    const auto data = simulate(61, 40, 3, 5);
    auto codes = data.codes;
    codes[4] = codes[9] = -1;
    const auto sample = sample_of(data.dense, 40, Normalization::rank_normal);
    const auto moments = sample_moments(sample, codes, 3);
    const auto mean = moments.mean(), deviation = moments.deviation(), f = moments.anova_f();
    for (std::size_t j = 0; j < 40; ++j) {
        std::vector<double> size(3), sum(3), all;
        for (std::size_t i = 0; i < 61; ++i) {
            if (codes[i] < 0) continue;
            const double value = dense_row(sample, i)[j];
            all.push_back(value);
            ++size[static_cast<std::size_t>(codes[i])];
            sum[static_cast<std::size_t>(codes[i])] += value;
        }
        const double grand = std::accumulate(all.begin(), all.end(), 0.0) / 59;
        double total = 0, between = 0;
        for (const double value : all) total += (value - grand) * (value - grand);
        for (std::size_t c = 0; c < 3; ++c) between += size[c] * (sum[c] / size[c] - grand) * (sum[c] / size[c] - grand);
        check_close(mean[j], grand, tolerance::kDouble);
        check_close(deviation[j], std::sqrt(total / 59), 1e-9);
        check_close(f[j], (between / 2) / ((total - between) / 56), 1e-8);
    }
}

TEST_CASE("genes that say nothing come last, those that say everything first, ties go to later genes") {
    CHECK(best_genes(std::vector<double>{NAN, 2, INFINITY, 2, 1}, 3) == std::vector<std::int32_t>{1, 2, 3});
    CHECK(best_genes(std::vector<double>{2, 2, 2}, 1) == std::vector<std::int32_t>{2});
    CHECK(best_genes(std::vector<double>{1, NAN}, 9) == std::vector<std::int32_t>{0, 1});
}

TEST_CASE("products with scaled scores equal the dense ones") {
    const auto data = simulate(300, 70, 3, 8);
    const auto sample = sample_of(data.dense, 70, Normalization::rank_normal);
    const std::vector<std::int32_t> genes = {0, 3, 4, 20, 33, 69};
    std::vector<std::int32_t> rows = rows_from(10, 290);
    std::vector<double> mean = {0.1, -0.2, 0.3, 0, 0.5, -1}, deviation = {1, 2, 0.5, 1.5, 0.3, 4};
    const ScaledScores matrix(sample, rows, genes, mean, deviation);
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> right(genes.size() * 8), left(rows.size() * 16);
    for (float& value : right) value = normal(random);
    for (float& value : left) value = normal(random);
    std::vector<double> forward(rows.size() * 8), backward(genes.size() * 16);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto dense = dense_row(sample, static_cast<std::size_t>(rows[i]));
        for (std::size_t j = 0; j < genes.size(); ++j) {
            const double x = (dense[static_cast<std::size_t>(genes[j])] - mean[j]) / deviation[j];
            for (std::size_t k = 0; k < 8; ++k) forward[i * 8 + k] += x * right[j * 8 + k];
            for (std::size_t k = 0; k < 16; ++k) backward[j * 16 + k] += x * left[i * 16 + k];
        }
    }
    check_all_close(matrix.times(right, 8), forward, tolerance::kLogit);
    check_all_close(matrix.transposed_times(left, 16), backward, 1e-4);
}

TEST_CASE("the leading basis is orthonormal, ordered, and holds the variance of the exact one") {
    const auto data = simulate(200, 60, 4, 9);
    const auto sample = sample_of(data.dense, 60, Normalization::log1p);
    const auto moments = sample_moments(sample, data.codes, 4);
    std::vector<std::int32_t> genes = rows_from(0, 60);
    const ScaledScores matrix(sample, rows_from(0, 200), genes, moments.mean(), moments.deviation());
    const auto basis = leading_basis(matrix, 6, 10, 3);
    REQUIRE(basis.components == 6);
    Eigen::MatrixXd dense(200, 60);
    for (int i = 0; i < 200; ++i) {
        const auto row = dense_row(sample, static_cast<std::size_t>(i));
        for (int j = 0; j < 60; ++j)
            dense(i, j) = (row[static_cast<std::size_t>(j)] - matrix.mean()[static_cast<std::size_t>(j)]) /
                          matrix.deviation()[static_cast<std::size_t>(j)];
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> exact(dense.transpose() * dense / 199.0);
    for (std::size_t a = 0; a < 6; ++a) {
        check_close(basis.deviation[a] * basis.deviation[a], exact.eigenvalues()[59 - static_cast<int>(a)], 2e-3);
        for (std::size_t b = 0; b < 6; ++b) {
            double product = 0;
            for (std::size_t j = 0; j < 60; ++j)
                product += static_cast<double>(basis.axes[j * basis.width + a]) * basis.axes[j * basis.width + b];
            check_close(product, a == b, 1e-5);
        }
    }
    // More are asked for than there are: no more than genes, and none along which nothing varies.
    CHECK(leading_basis(matrix, 500, 4, 3).components <= 60);
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
