#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "predict/scores.hpp"

using namespace phenolens;

TEST_CASE("scores by hand: softmax at a temperature, ties in order of class") {
    // exp(0), exp(ln 2), exp(ln 2) at temperature 2 from logits 0, 2 ln 2, 2 ln 2.
    const float high = static_cast<float>(2 * std::log(2.0));
    const Scores scores = score_logits(std::vector<float>{0, high, high}, 3, 2, {});
    CHECK(scores.k == 3);
    CHECK(scores.top == std::vector<std::uint16_t>{1, 2, 0});
    check_all_close(scores.probability, std::vector<double>{0.4, 0.4, 0.2}, tolerance::kFloat);
    check_close(scores.entropy[0], -(0.8 * std::log(0.4) + 0.2 * std::log(0.2)), tolerance::kFloat);
}

TEST_CASE("scores equal a naive softmax and sort") {
    std::mt19937 random(2);
    std::normal_distribution<float> normal(0, 4);
    const std::size_t classes = 23, cells = 50;
    std::vector<float> logits(cells * classes);
    for (float& logit : logits) logit = normal(random);
    const Scores scores = score_logits(logits, classes, 1.3, {});
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const float* row = logits.data() + cell * classes;
        std::vector<double> p(classes);
        double z = 0, entropy = 0;
        for (std::size_t c = 0; c < classes; ++c) z += p[c] = std::exp(row[c] / 1.3);
        for (double& one : p) {
            one /= z;
            entropy -= one * std::log(one);
        }
        std::vector<std::size_t> order(classes);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] > p[b]; });
        double rest = 0, squares = 0;
        for (std::size_t i = 0; i < classes; ++i) {
            if (i >= 10) {
                rest += p[order[i]];
                squares += p[order[i]] * p[order[i]];
                continue;
            }
            CHECK(scores.top[cell * 10 + i] == order[i]);
            check_close(scores.probability[cell * 10 + i], p[order[i]], tolerance::kFloat);
        }
        CHECK(scores.rest[cell] == Approx(rest).epsilon(1e-5));
        CHECK(scores.rest_squares[cell] == Approx(squares).epsilon(1e-5));
        check_close(scores.entropy[cell], entropy, tolerance::kFloat * 5);
    }
}

TEST_CASE("of classes equally likely some are kept, and the others are the rest") {
    const Scores scores = score_logits(std::vector<float>(16, 1.5f), 16, 1, {});
    CHECK(scores.top == std::vector<std::uint16_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    check_close(scores.rest[0], 6.0 / 16, tolerance::kFloat);
    check_close(scores.rest_squares[0], 6.0 / 256, tolerance::kFloat);
}

TEST_CASE("huge logits neither overflow nor make entropy negative") {
    const Scores scores = score_logits(std::vector<float>{3e38f, -3e38f, 0, 1e4f, 0, -1e4f}, 3, 0.5, {});
    CHECK(scores.top[0] == 0);
    check_all_close(scores.probability, std::vector<double>{1, 0, 0, 1, 0, 0}, tolerance::kFloat);
    CHECK(scores.entropy == std::vector<float>{0, 0});
}

TEST_CASE("cells without prediction say so: marked empty, or not finite") {
    const Scores scores = score_logits(std::vector<float>{1, 2, NAN, 2, 1, INFINITY, 2, 1}, 2, 1, std::vector<std::uint8_t>{1, 0, 0, 0});
    CHECK(scores.top == std::vector<std::uint16_t>{kNoClass, kNoClass, kNoClass, kNoClass, kNoClass, kNoClass, 0, 1});
    CHECK(scores.probability[0] == 0);
    check_close(scores.entropy[0], std::log(2.0), tolerance::kFloat);
}

TEST_CASE("logits that are no whole number of cells are refused") {
    check_error(ErrorCode::internal, "7 logits are no whole number", [] { score_logits(std::vector<float>(7), 3, 1, {}); });
    check_error(ErrorCode::internal, "2 marks of empty cells for 3 cells",
                [] { score_logits(std::vector<float>(6), 2, 1, std::vector<std::uint8_t>(2)); });
}

TEST_CASE("of fewer classes kept, the others join the rest") {
    const std::vector<float> logits{3, 1, 2, 0, -1, 0.5f};
    const Scores all = score_logits(logits, 6, 1, {}), two = score_logits(logits, 6, 1, {}, 2);
    CHECK(two.k == 2);
    CHECK(two.top == std::vector<std::uint16_t>{0, 2});
    CHECK(two.probability[1] == all.probability[1]);
    CHECK(two.entropy == all.entropy);
    double rest = 0, squares = 0;
    for (std::size_t i = 2; i < 6; ++i) {
        rest += all.probability[i];
        squares += all.probability[i] * all.probability[i];
    }
    check_close(two.rest[0], rest, tolerance::kFloat);
    check_close(two.rest_squares[0], squares, tolerance::kFloat);
}
