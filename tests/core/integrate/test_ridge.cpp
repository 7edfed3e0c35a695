#include "support.hpp"

#include <Eigen/Dense>

#include "integrate/ridge.hpp"

using namespace phenolens;

namespace {

/// Weighted cells of two covariates, of three and two levels.
struct Weighted {
    std::vector<std::int32_t> codes;
    std::vector<double> weight, positions;
    static constexpr std::size_t kCells = 60, kDims = 3;

    Weighted() {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> uniform;
        for (std::size_t i = 0; i < kCells; ++i) codes.push_back(static_cast<std::int32_t>(i % 3));
        for (std::size_t i = 0; i < kCells; ++i) codes.push_back(static_cast<std::int32_t>(i % 7 < 3));
        for (std::size_t i = 0; i < kCells; ++i) weight.push_back(uniform(random));
        for (std::size_t i = 0; i < kCells * kDims; ++i) positions.push_back(uniform(random) * 4);
    }

    ClusterShift fit(const Covariates& of, const RidgeOptions& options) const {
        std::vector<double> sum(of.combinations()), moved(of.combinations() * kDims);
        for (std::size_t i = 0; i < kCells; ++i) {
            const auto c = static_cast<std::size_t>(of.combination()[i]);
            sum[c] += weight[i];
            for (std::size_t d = 0; d < kDims; ++d) moved[c * kDims + d] += weight[i] * positions[i * kDims + d];
        }
        return fit_cluster(of, {sum, moved.data(), kDims, kDims}, options);
    }
};

}  // namespace

TEST_CASE("a cluster's shifts are those of the ridge regression written out", "[integrate]") {
    const Weighted cells;
    const Covariates of(cells.codes, {3, 2});
    Eigen::MatrixXd design = Eigen::MatrixXd::Zero(Weighted::kCells, 6);
    for (std::size_t i = 0; i < Weighted::kCells; ++i) {
        design(i, 0) = design(i, 1 + cells.codes[i]) = design(i, 4 + cells.codes[Weighted::kCells + i]) = 1;
    }
    const Eigen::Map<const Eigen::VectorXd> weight(cells.weight.data(), Weighted::kCells);
    const Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> positions(cells.positions.data(),
                                                                                                             Weighted::kCells, 3);
    for (const bool fixed : {true, false}) {
        Eigen::MatrixXd penalty = Eigen::MatrixXd::Zero(6, 6);
        for (int level = 0; level < 5; ++level)
            penalty(1 + level, 1 + level) = fixed ? 0.7 : 0.2 * weight.sum() * of.cells()[level] / Weighted::kCells;
        const Eigen::MatrixXd system = design.transpose() * weight.asDiagonal() * design + penalty;
        const Eigen::MatrixXd expected = system.fullPivLu().solve(design.transpose() * weight.asDiagonal() * positions);
        const auto found = cells.fit(of, {.penalty = fixed ? std::optional<double>(0.7) : std::nullopt});
        for (int d = 0; d < 3; ++d) {
            check_close(found.center[d], expected(0, d), 1e-10);
            for (int level = 0; level < 5; ++level) check_close(found.shifts[level * 3 + d], expected(1 + level, d), 1e-10);
        }
    }
}

TEST_CASE("categories that are not in a cluster are not shifted, and one category alone is no batch", "[integrate]") {
    Weighted cells;
    const Covariates of(cells.codes, {3, 2});
    for (std::size_t i = 0; i < Weighted::kCells; ++i) {
        if (cells.codes[i] == 2) cells.weight[i] = 0;
    }
    const auto found = cells.fit(of, {});
    for (int d = 0; d < 3; ++d) {
        CHECK(found.shifts[2 * 3 + d] == 0);
        CHECK(found.shifts[1 * 3 + d] != 0);
    }
    for (std::size_t i = 0; i < Weighted::kCells; ++i) {
        if (cells.codes[i] != 1 || cells.codes[Weighted::kCells + i] != 1) cells.weight[i] = 0;
    }
    CHECK(cells.fit(of, {}).center.empty());
    check_error(ErrorCode::bad_input, "cannot be told apart", [] {
        Weighted().fit(Covariates(Weighted().codes, {3, 2}), {.penalty = 0.0});
    });
}
