#include "support.hpp"

#include "parity/training_expected.hpp"
#include "train/softmax_regression.hpp"

using namespace phenolens;
namespace given = expected::training;

namespace {

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
