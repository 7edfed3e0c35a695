#include "support.hpp"

#include "parity/core_expected.hpp"
#include "stats/covariance_of.hpp"
#include "stats/pca.hpp"

using namespace phenolens;

TEST_CASE("principal components equal scikit-learn's") {
    const std::vector<float> rows(expected::pca_rows.begin(), expected::pca_rows.end());
    const Components found = leading_components(covariance_of(rows, 6), 3);
    check_all_close(found.mean, expected::pca_mean, tolerance::kVector);
    check_all_close(found.rotation, expected::pca_rotation, tolerance::kVector);
    check_all_close(found.explained, expected::pca_explained, tolerance::kVector);
    check_all_close(project(rows, found.mean, found.rotation), expected::pca_positions, 10 * tolerance::kVector);
}

TEST_CASE("few components of many dimensions equal all of them") {
    // Above 256 dimensions the leading ones are found by iteration.
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    const std::size_t dims = 300;
    std::vector<float> rows(400 * dims);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = normal(random) * (i % dims < 4 ? 6.0f + static_cast<float>(i % dims) : 1);
    const Covariance covariance = covariance_of(rows, dims);
    const Components few = leading_components(covariance, 3), many = leading_components(covariance, 200);
    for (std::size_t i = 0; i < 3 * dims; ++i) check_close(few.rotation[i], many.rotation[i], tolerance::kVector);
    for (std::size_t c = 0; c < 3; ++c) check_close(few.explained[c], many.explained[c], tolerance::kFloat);
}

TEST_CASE("components of one row, of constant rows, and of more than there are") {
    check_error(ErrorCode::bad_input, "at least two cells", [] { leading_components(covariance_of({1, 2}, 2), 1); });
    check_error(ErrorCode::bad_input, "At least one component", [] { leading_components(covariance_of({1, 2, 3, 4}, 2), 0); });
    const Components flat = leading_components(covariance_of({1, 2, 1, 2}, 2), 5);
    CHECK(flat.components == 2);
    CHECK(flat.explained == std::vector<float>{0, 0});
    CHECK(std::isnan(project(std::vector<float>{NAN, 0}, flat.mean, flat.rotation)[0]));
    check_error(ErrorCode::internal, "do not fit", [&] { project(std::vector<float>{1}, flat.mean, flat.rotation); });
}

TEST_CASE("the leading eigenpairs of a large matrix are those it was made of, also of an odd number of dims", "[survey]") {
    for (const std::size_t dims : {400u, 301u}) {
        // A known spectrum, turned by reflections.
        std::vector<double> values(dims), matrix(dims * dims, 0);
        for (std::size_t i = 0; i < dims; ++i)
            values[i] = 30 * std::exp(-0.05 * static_cast<double>(i)) + 1e-3 * static_cast<double>(dims - i);
        for (std::size_t i = 0; i < dims; ++i) matrix[i * dims + i] = values[i];
        std::mt19937 random(9);
        std::normal_distribution<double> normal;
        for (int round = 0; round < 3; ++round) {
            std::vector<double> v(dims), left(dims);
            double length = 0;
            for (double& one : v) {
                one = normal(random);
                length += one * one;
            }
            for (double& one : v) one /= std::sqrt(length);
            for (std::size_t i = 0; i < dims; ++i)
                left[i] = std::inner_product(v.begin(), v.end(), matrix.begin() + static_cast<std::ptrdiff_t>(i * dims), 0.0);
            const double middle = std::inner_product(v.begin(), v.end(), left.begin(), 0.0);
            for (std::size_t i = 0; i < dims; ++i) {
                for (std::size_t j = 0; j < dims; ++j)
                    matrix[i * dims + j] += -2 * v[i] * left[j] - 2 * left[i] * v[j] + 4 * middle * v[i] * v[j];
            }
        }
        const auto found = components_of(matrix, std::vector<double>(dims, 0), 100, 10);
        check_all_close(found.variance, std::vector<double>(values.begin(), values.begin() + 10), 1e-9);
        for (std::size_t k = 0; k < 10; ++k) {
            for (std::size_t i = 0; i < dims; ++i) {
                double product = 0;
                for (std::size_t j = 0; j < dims; ++j) product += matrix[i * dims + j] * found.rotation[k * dims + j];
                REQUIRE(std::abs(product - found.variance[k] * found.rotation[k * dims + i]) < 1e-5);
            }
        }
    }
}
