#include "support.hpp"

#include <algorithm>

#include "parity/profiles_expected.hpp"
#include "trust/training_profiles.hpp"

using namespace phenolens;

namespace {

/// Solves A x = b by elimination with pivots.
std::vector<double> solved(std::vector<std::vector<double>> a, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k; i < n; ++i)
            if (std::abs(a[i][k]) > std::abs(a[pivot][k])) pivot = i;
        std::swap(a[k], a[pivot]);
        std::swap(b[k], b[pivot]);
        for (std::size_t i = k + 1; i < n; ++i) {
            const double times = a[i][k] / a[k][k];
            for (std::size_t j = k; j < n; ++j) a[i][j] -= times * a[k][j];
            b[i] -= times * b[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) b[k] -= a[k][j] * b[j];
        b[k] /= a[k][k];
    }
    return b;
}

/// Cells of two types in three dimensions, of four donors.
struct Cells {
    std::vector<float> values;
    std::vector<std::int32_t> group, fold;
    std::vector<double> weight;

    explicit Cells(std::size_t count, unsigned seed) : weight(count, 1) {
        std::mt19937 random(seed);
        std::normal_distribution<float> normal;
        for (std::size_t i = 0; i < count; ++i) {
            group.push_back(static_cast<std::int32_t>(i % 2));
            fold.push_back(static_cast<std::int32_t>(i % 4));
            const float shared = normal(random);
            for (int d = 0; d < 3; ++d) values.push_back(normal(random) + 2 * shared + (i % 2 == 0 ? 0.0f : 9.0f));
        }
    }
};

}  // namespace

TEST_CASE("profiles, limits and distances equal scipy's", "[trust]") {
    const auto values = floats(expected::profiles::values);
    const auto fit = fit_profiles(values, 4, expected::profiles::group, expected::profiles::weight, expected::profiles::fold);
    CHECK(fit.profiles.groups == expected::profiles::groups);
    check_all_close(fit.profiles.limits, expected::profiles::limits, tolerance::kLogit);
    check_all_close(fit.left_out, expected::profiles::left_out, tolerance::kLogit);
    check_close(fit.median, expected::profiles::median[0], tolerance::kLogit);
    check_all_close(outlyingness(values, fit.profiles), expected::profiles::outlyingness, tolerance::kLogit);
}

TEST_CASE("a distance to a profile equals one recomputed with the covariance itself", "[trust]") {
    const Cells cells(200, 3);
    const auto fit = fit_profiles(cells.values, 3, cells.group, cells.weight, cells.fold);
    std::vector<std::vector<double>> mean(2, std::vector<double>(3)), covariance(3, std::vector<double>(3));
    for (std::size_t i = 0; i < 200; ++i)
        for (std::size_t d = 0; d < 3; ++d) mean[i % 2][d] += cells.values[i * 3 + d] / 100.0;
    for (std::size_t i = 0; i < 200; ++i)
        for (std::size_t d = 0; d < 3; ++d)
            for (std::size_t e = 0; e < 3; ++e) {
                const double product = (cells.values[i * 3 + d] - mean[i % 2][d]) * (cells.values[i * 3 + e] - mean[i % 2][e]) / 200.0;
                covariance[d][e] += d == e ? product : product * (1 - kProfileShrinkage);
            }
    const auto found = outlyingness(cells.values, fit.profiles);
    for (std::size_t i = 0; i < 200; ++i) {
        double nearest = 1e300, limit = 0;
        for (std::size_t g = 0; g < 2; ++g) {
            std::vector<double> away(3);
            for (std::size_t d = 0; d < 3; ++d) away[d] = cells.values[i * 3 + d] - mean[g][d];
            const auto solution = solved(covariance, away);
            double squares = 0;
            for (std::size_t d = 0; d < 3; ++d) squares += away[d] * solution[d];
            if (squares < nearest) {
                nearest = squares;
                limit = fit.profiles.limits[g];
            }
        }
        check_close(found[i], std::sqrt(nearest) / limit, tolerance::kLogit);
    }
}

TEST_CASE("5% of the cells of donors left out are far, of new donors alike about as many, of others nearly all", "[trust]") {
    const Cells trained(2000, 1), fresh(2000, 2);
    const auto fit = fit_profiles(trained.values, 3, trained.group, trained.weight, trained.fold);
    const auto share = [](const std::vector<float>& found) {
        return static_cast<double>(std::count_if(found.begin(), found.end(), [](float one) { return one > 1; })) /
               static_cast<double>(found.size());
    };
    check_close(share(fit.left_out), 0.05, 1e-9);
    CHECK(share(outlyingness(fresh.values, fit.profiles)) > 0.03);
    CHECK(share(outlyingness(fresh.values, fit.profiles)) < 0.08);
    std::vector<float> away = fresh.values;
    // Along a direction in which the dimensions never part: near by Euclid, far by the covariance.
    for (std::size_t i = 0; i < away.size(); i += 3) away[i] += 6;
    CHECK(share(outlyingness(away, fit.profiles)) > 0.9);
}

TEST_CASE("cells without values have no distance, small groups no profile, and without a second fold there is no limit", "[trust]") {
    Cells cells(200, 5);
    cells.values[0] = NAN;
    for (std::size_t i = 0; i < 15; ++i) cells.group[i] = 4;
    auto fit = fit_profiles(cells.values, 3, cells.group, cells.weight, cells.fold);
    CHECK(fit.profiles.groups == std::vector<std::int32_t>{0, 1});
    CHECK(std::isnan(fit.left_out[0]));
    CHECK(std::isnan(outlyingness(cells.values, fit.profiles)[0]));
    std::fill(cells.fold.begin(), cells.fold.end(), 0);
    fit = fit_profiles(cells.values, 3, cells.group, cells.weight, cells.fold);
    CHECK(fit.profiles.limits.empty());
    CHECK(std::isnan(fit.median));
    CHECK(std::isnan(outlyingness(cells.values, fit.profiles)[5]));
    check_error(ErrorCode::bad_input, "not of 200 rows", [&] { fit_profiles(cells.values, 4, cells.group, cells.weight, cells.fold); });
    check_error(ErrorCode::bad_input, "are not rows of 7", [&] {
        TrainingProfiles wrong;
        wrong.dims = 7;
        outlyingness(cells.values, wrong);
    });
}
