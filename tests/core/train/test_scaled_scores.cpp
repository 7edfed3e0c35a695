#include "support.hpp"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <numeric>

#include "train/sample_moments.hpp"
#include "train/scaled_scores.hpp"
#include "train/simulated.hpp"

using namespace phenolens;
using namespace phenolens::simulated;

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
