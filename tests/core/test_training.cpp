#include "support.hpp"

#include <numeric>

#include "../parity/training_expected.hpp"
#include "base/dense.hpp"
#include "genes/vocabulary.hpp"
#include "stats/lbfgs.hpp"
#include "train/cross_validation.hpp"
#include "train/folds.hpp"
#include "train/logit_temperature.hpp"

using namespace phenolens;
namespace given = expected::training;

namespace {

std::vector<float> floats(const std::vector<double>& values) { return {values.begin(), values.end()}; }

std::vector<float> normal_values(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (float& value : values) value = normal(random);
    return values;
}

std::vector<double> probabilities(const SoftmaxFit& fit, const std::vector<float>& features) {
    const auto logits = softmax_logits(fit, features);
    std::vector<double> out(logits.begin(), logits.end());
    for (std::size_t i = 0; i < out.size(); i += fit.classes) {
        double sum = 0;
        for (std::size_t c = 0; c < fit.classes; ++c) sum += out[i + c] = std::exp(out[i + c]);
        for (std::size_t c = 0; c < fit.classes; ++c) out[i + c] /= sum;
    }
    return out;
}

}  // namespace

TEST_CASE("products of matrices equal the naive sums, whatever their remainders") {
    for (const std::size_t rows : {1u, 3u, 4u, 1500u}) {
        for (const std::size_t inner : {1u, 5u, 8u}) {
            for (const std::size_t columns : {8u, 24u}) {
                const auto left = normal_values(rows * inner, 1), right = normal_values(inner * columns, 2),
                           other = normal_values(rows * columns, 3);
                std::vector<float> product(rows * columns);
                multiply<float>(left, right, inner, columns, product);
                std::vector<double> wanted(rows * columns), transposed(inner * columns, 1), wanted_transposed(inner * columns, 1);
                for (std::size_t i = 0; i < rows; ++i) {
                    for (std::size_t k = 0; k < inner; ++k) {
                        for (std::size_t c = 0; c < columns; ++c) {
                            wanted[i * columns + c] += static_cast<double>(left[i * inner + k]) * right[k * columns + c];
                            wanted_transposed[k * columns + c] += static_cast<double>(left[i * inner + k]) * other[i * columns + c];
                        }
                    }
                }
                check_all_close(product, wanted, tolerance::kLogit);
                add_transposed_product<float>(left, other, inner, columns, transposed);
                // 1,500 single-precision sums of size 40.
                check_all_close(transposed, wanted_transposed, 1e-4);
                const std::vector<double> left2(left.begin(), left.end()), right2(right.begin(), right.end()),
                    other2(other.begin(), other.end());
                std::vector<double> exact(rows * columns), exact_transposed(inner * columns, 1);
                multiply<double>(left2, right2, inner, columns, exact);
                add_transposed_product<double>(left2, other2, inner, columns, exact_transposed);
                check_all_close(exact, wanted, tolerance::kDouble);
                check_all_close(exact_transposed, wanted_transposed, tolerance::kDouble);
            }
        }
    }
}

TEST_CASE("L-BFGS finds SciPy's minimum of Rosenbrock's valley") {
    const auto rosenbrock = [](std::span<const double> x, std::span<double> gradient) {
        double value = 0;
        std::fill(gradient.begin(), gradient.end(), 0.0);
        for (std::size_t i = 0; i + 1 < x.size(); ++i) {
            const double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
            value += 100 * a * a + b * b;
            gradient[i] += -400 * x[i] * a - 2 * b;
            gradient[i + 1] += 200 * a;
        }
        return value;
    };
    LbfgsOptions options;
    options.gradient = 1e-9;
    const auto found = lbfgs(rosenbrock, given::rosen_start, options);
    CHECK(found.converged);
    CHECK(found.iterations < 200);
    check_all_close(found.x, given::rosen_best, 1e-7);
    options.iterations = 3;
    CHECK_FALSE(lbfgs(rosenbrock, given::rosen_start, options).converged);
}

TEST_CASE("softmax regression gives scikit-learn's probabilities, whatever the penalty") {
    const auto features = floats(given::features);
    const auto check = [&](double c, const std::vector<double>& coefficients, const std::vector<double>& wanted) {
        SoftmaxOptions options;
        options.c = c;
        const auto fit = fit_softmax(features, 6, given::codes, 4, options);
        CHECK(fit.converged);
        // What the issue of equality asks: predictions within 1e-3.
        check_all_close(probabilities(fit, features), wanted, 1e-3);
        options.gradient = 1e-9;
        const auto exact = fit_softmax(features, 6, given::codes, 4, options);
        // Both stop where the ground is level to their eyes.
        check_all_close(exact.coefficients, coefficients, 2e-4);
        check_all_close(probabilities(exact, features), wanted, 3e-5);
    };
    check(0.01, given::strong_coefficients, given::strong_probabilities);
    check(1, given::usual_coefficients, given::usual_probabilities);
    check(50, given::weak_coefficients, given::weak_probabilities);
}

TEST_CASE("a class without cells is never predicted, and unlabelled cells change nothing") {
    auto codes = given::codes;
    for (auto& code : codes) code = code == 2 ? 5 : code;
    const auto features = floats(given::features);
    const auto fit = fit_softmax(features, 6, codes, 7);
    const auto found = probabilities(fit, features);
    for (std::size_t cell = 0; cell < codes.size(); ++cell) {
        check_close(found[cell * 7 + 5], given::usual_probabilities[cell * 4 + 2], 1e-3);
        for (const std::size_t absent : {2u, 4u, 6u}) CHECK(found[cell * 7 + absent] == 0);
    }
    auto more = features;
    more.insert(more.end(), 6, std::nanf(""));
    codes.push_back(-1);
    CHECK(fit_softmax(more, 6, codes, 7).coefficients == fit.coefficients);
}

TEST_CASE("softmax regression refuses what it cannot fit") {
    const auto features = floats(given::features);
    const std::vector<std::int32_t> one(given::codes.size(), 3);
    check_error(ErrorCode::bad_input, "there is 1 class", [&] { fit_softmax(features, 6, one, 4); });
    check_error(ErrorCode::bad_input, "class is number 3", [&] { fit_softmax(features, 6, one, 2); });
    check_error(ErrorCode::bad_input, "not 150 cells of 5", [&] { fit_softmax(features, 5, given::codes, 4); });
    check_error(ErrorCode::bad_input, "C must be", [&] { fit_softmax(features, 6, given::codes, 4, {0}); });
    auto broken = features;
    broken[13] = INFINITY;
    check_error(ErrorCode::bad_input, "Cell 2 has a score", [&] { fit_softmax(broken, 6, given::codes, 4); });
}

TEST_CASE("500 classes of one to three cells are fitted") {
    std::vector<std::int32_t> codes;
    for (std::int32_t c = 0; c < 500; ++c) codes.insert(codes.end(), static_cast<std::size_t>(1 + c % 3), c);
    const auto features = normal_values(codes.size() * 20, 5);
    SoftmaxOptions options;
    options.c = 1000;
    const auto fit = fit_softmax(features, 20, codes, 500, options);
    const auto logits = softmax_logits(fit, features);
    std::size_t right = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto row = logits.begin() + static_cast<std::ptrdiff_t>(i * 500);
        right += std::max_element(row, row + 500) - row == codes[i];
    }
    CHECK(right > codes.size() * 9 / 10);
}

TEST_CASE("stratified folds give every fold its share of every class, by their seed") {
    std::vector<std::int32_t> codes(103, 0);
    std::fill(codes.begin() + 50, codes.begin() + 80, 1);
    std::fill(codes.begin() + 80, codes.begin() + 84, 2);
    std::fill(codes.begin() + 84, codes.begin() + 90, -1);
    const auto folds = stratified_folds(codes, 5, 4);
    for (std::int32_t c = 0; c < 3; ++c) {
        std::vector<double> held(5);
        const double size = static_cast<double>(std::count(codes.begin(), codes.end(), c));
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (codes[i] == c) ++held[static_cast<std::size_t>(folds[i])];
        }
        for (const double count : held) CHECK(std::abs(count - size / 5) < 1);
    }
    for (std::size_t i = 0; i < codes.size(); ++i) CHECK((folds[i] == -1) == (codes[i] == -1));
    CHECK(folds == stratified_folds(codes, 5, 4));
    CHECK(folds != stratified_folds(codes, 5, 5));
    check_error(ErrorCode::bad_input, "at least two folds", [&] { stratified_folds(codes, 1, 4); });
}

TEST_CASE("donors are dealt to folds as scikit-learn deals them") {
    const auto folds = group_folds(given::codes, given::groups, 3);
    // Folds have no order: the same partition.
    for (std::size_t i = 0; i < folds.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK((folds[i] == folds[j]) == (given::group_folds[i] == given::group_folds[j]));
    }
}

TEST_CASE("no donor is in two folds, no fold is empty, and few donors make few folds") {
    std::mt19937 random(3);
    for (const std::int32_t donors : {2, 3, 7, 40}) {
        std::vector<std::int32_t> codes(400), groups(400);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            groups[i] = static_cast<std::int32_t>(random() % static_cast<unsigned>(donors));
            codes[i] = static_cast<std::int32_t>(random() % 6) - 1;
        }
        const auto folds = group_folds(codes, groups, 5);
        std::vector<std::int32_t> fold_of(static_cast<std::size_t>(donors), -1);
        std::vector<int> filled(5);
        for (std::size_t i = 0; i < folds.size(); ++i) {
            if (folds[i] < 0) continue;
            auto& one = fold_of[static_cast<std::size_t>(groups[i])];
            CHECK((one == -1 || one == folds[i]));
            one = folds[i];
            ++filled[static_cast<std::size_t>(folds[i])];
        }
        CHECK(std::count_if(filled.begin(), filled.end(), [](int n) { return n > 0; }) == std::min(donors, 5));
    }
    check_error(ErrorCode::bad_input, "there is 1", [] {
        group_folds(std::vector<std::int32_t>{0, 1}, std::vector<std::int32_t>{4, 4}, 3);
    });
}

TEST_CASE("cross-validation has scikit-learn's accuracy and macro F1 in every fold") {
    const auto found = cross_validate(floats(given::features), 6, given::codes, given::group_folds, 4);
    REQUIRE(found.folds.size() == 3);
    double right = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        check_close(found.folds[k].accuracy, given::fold_accuracy[k], tolerance::kDouble);
        check_close(found.folds[k].macro_f1, given::fold_macro_f1[k], tolerance::kDouble);
        right += found.folds[k].accuracy * found.folds[k].cells;
    }
    check_close(found.all.accuracy.value, right / 150, tolerance::kDouble);
    CHECK(found.all.units == 3);
    CHECK(found.all.accuracy.low <= found.all.accuracy.value);
    CHECK(found.all.accuracy.high >= found.all.accuracy.value);
}

TEST_CASE("what a fold's cells hold changes nothing of how its model is made") {
    auto features = floats(given::features);
    const auto before = cross_validate(features, 6, given::codes, given::group_folds, 4);
    // The held-out cells of fold 1 become nonsense, but for one.
    std::size_t kept = 0;
    while (given::group_folds[kept] != 1) ++kept;
    auto codes = given::codes;
    for (std::size_t i = kept + 1; i < codes.size(); ++i) {
        if (given::group_folds[i] != 1) continue;
        codes[i] = (codes[i] + 1) % 4;
        for (std::size_t j = 0; j < 6; ++j) features[i * 6 + j] = 1e4f * static_cast<float>(i % 7);
    }
    CHECK(cross_validate(features, 6, codes, given::group_folds, 4).predicted[kept] == before.predicted[kept]);
    CHECK(cross_validate(features, 6, codes, given::group_folds, 4).folds[0].accuracy != before.folds[0].accuracy);
}

TEST_CASE("a fold that cannot be trained for is told by NaN, cells without scores take no part") {
    const std::vector<float> scores = {1, 2, 3, std::nanf(""), 5, 6};
    const auto found =
        cross_validate(scores, 1, std::vector<std::int32_t>{0, 0, 1, 1, 0, -1}, std::vector<std::int32_t>{0, 0, 1, 1, 0, 0}, 2);
    CHECK(std::isnan(found.folds[0].accuracy));
    CHECK(found.folds[0].cells == 3);
    CHECK(found.folds[1].cells == 1);
    CHECK(found.predicted == std::vector<std::int32_t>(6, -1));
    CHECK(found.all.cells == 0);
}

TEST_CASE("held-out scores weigh cells, count unpredicted ones as wrong, and resample donors whole") {
    const std::vector<std::int32_t> truth = {0, 0, 1, 1, -1, 2}, predicted = {0, 1, 1, -1, 0, 2};
    const auto score = score_held_out(truth, predicted, 3, std::vector<double>{3, 1, 1, 1, 9, 4}, {});
    check_close(score.accuracy.value, 8.0 / 10, tolerance::kDouble);
    check_close(score.balanced_accuracy.value, (0.75 + 0.5 + 1) / 3, tolerance::kDouble);
    // F1: 2*3/(4+3), 2*1/(2+2), 1.
    check_close(score.macro_f1.value, (6.0 / 7 + 0.5 + 1) / 3, tolerance::kDouble);
    check_close(score.majority, 0.4, tolerance::kDouble);
    // A donor all right, a donor all wrong, and one half of each: with three donors nearly anything may be true.
    std::vector<std::int32_t> all(200, 0), named(200, 0), donors(200, 0);
    for (std::size_t i = 100; i < 200; ++i) {
        named[i] = 1;
        donors[i] = 1;
    }
    for (std::size_t i = 50; i < 150; ++i) donors[i] = 2;
    const auto by_donor = score_held_out(all, named, 2, {}, donors), by_cell = score_held_out(all, named, 2, {}, {});
    CHECK(by_donor.accuracy.low < 0.05);
    CHECK(by_donor.accuracy.high > 0.95);
    const auto all_right = score_held_out(all, all, 2, {}, donors);
    check_close(all_right.accuracy.low, wilson(200, 200).low, tolerance::kDouble);
    CHECK(all_right.accuracy.high == 1);
    check_close(by_cell.accuracy.low, 0.43, 0.02);
    check_close(by_cell.accuracy.high, 0.57, 0.02);
    CHECK(std::isnan(score_held_out(all, named, 2, {}, std::vector<std::int32_t>(200, 7)).accuracy.low));
}

TEST_CASE("a balanced sample takes at most so many cells of a class, in the file's order") {
    std::vector<std::int32_t> codes(100, 0);
    std::fill(codes.begin() + 60, codes.begin() + 65, 1);
    std::fill(codes.begin() + 65, codes.begin() + 90, -1);
    const auto sample = balanced_sample(codes, 20, 2);
    CHECK(std::is_sorted(sample.begin(), sample.end()));
    std::vector<int> counts(2);
    for (const auto cell : sample) ++counts.at(static_cast<std::size_t>(codes[static_cast<std::size_t>(cell)]));
    CHECK(counts == std::vector<int>{20, 5});
    CHECK(balanced_sample(codes, 1000, 2).size() == 75);
}

TEST_CASE("the temperature of least loss is SciPy's, weights count, and cells without truth do not") {
    auto logits = floats(given::logits);
    auto truth = given::logit_truth;
    const auto found = fit_logit_temperature(logits, 5, truth, {});
    check_close(found.value, given::temperature[0], 1e-3);
    check_close(found.before, given::temperature[1], tolerance::kFloat);
    CHECK(found.after < found.before);
    CHECK(fit_logit_temperature(logits, 5, truth, std::vector<double>(200, 7)).value == Approx(found.value).epsilon(1e-6));
    logits.insert(logits.end(), {9, 0, 0, 0, 0, NAN, NAN, NAN, NAN, NAN});
    truth.insert(truth.end(), {-1, 2});
    CHECK(fit_logit_temperature(logits, 5, truth, {}).value == found.value);
    CHECK(fit_logit_temperature({}, 5, {}, {}).value == 1);
    check_error(ErrorCode::bad_input, "do not fit", [&] { fit_logit_temperature(logits, 4, truth, {}); });
}

TEST_CASE("a file's genes become a vocabulary: once each, by Ensembl id or symbol, unnamed ones left out") {
    const auto names = read_gene_names("ENSG00000075624.12\nGRCh38_CD3E\n\nCD3E\nENSG00000075624", {"ACTB\n\n\nCD3E\nACTB-2"});
    CHECK(write_vocabulary(names) == "symbol\tensembl_id\taliases\tscale\nACTB\tENSG00000075624\t\t1\nCD3E\t\t\t1\n");
    CHECK(read_vocabulary(write_vocabulary(names)).size() == 2);
    check_error(ErrorCode::bad_input, "no gene", [] { write_vocabulary(read_gene_names("\n", {})); });
}
