#include "support.hpp"

#include "compare/camera.hpp"
#include "compare/designs.hpp"

using namespace phenolens;
namespace expects = expected::compare;

namespace {

constexpr double kWritten = 1e-9;

/// Sets of genes tested as sets of all genes.
std::vector<std::int32_t> among_all(const std::vector<std::int32_t>& members, const PreparedCounts& ready) {
    std::vector<std::int32_t> out;
    for (const std::int32_t member : members) out.push_back(static_cast<std::int32_t>(ready.tested[static_cast<std::size_t>(member)]));
    return out;
}

}  // namespace

TEST_CASE("sets of genes are tested as by limma's camera, with fixed and estimated correlation", "[compare]") {
    const Design design = designs::adjusted();
    const PreparedCounts ready = prepare_counts(designs::counts(), design, {});
    const auto members = among_all(expects::set_members, ready);
    const GeneSetPlaces sets{members, expects::set_starts};
    const std::vector<double> contrast{0, 1, 0, 0};
    const CameraTests fixed = camera(ready, design, contrast, sets, kSetCorrelation);
    check_all_close(fixed.p, expects::camera_fixed_p, kWritten);
    check_all_close(fixed.q, expects::camera_fixed_q, kWritten);
    CHECK(std::vector<int>(fixed.up.begin(), fixed.up.end()) == expects::camera_fixed_up);
    const CameraTests estimated = camera(ready, design, contrast, sets, NAN);
    check_all_close(estimated.p, expects::camera_estimated_p, kWritten);
    check_all_close(estimated.correlation, expects::camera_estimated_correlation, kWritten);

    const Design groups = designs::without_intercept();
    const std::vector<std::int32_t> group{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    ExpressionOptions options;
    options.group = group;
    const PreparedCounts of_groups = prepare_counts(designs::counts(), groups, options);
    std::vector<std::int32_t> quarters, starts{0};
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
        for (std::size_t gene = quarter; gene < of_groups.tested.size(); gene += 4)
            quarters.push_back(static_cast<std::int32_t>(of_groups.tested[gene]));
        starts.push_back(static_cast<std::int32_t>(quarters.size()));
    }
    check_all_close(camera(of_groups, groups, std::vector<double>{-1, 1, 0}, {quarters, starts}, NAN).correlation,
                    expects::camera_contrast_correlation, kWritten);
}

TEST_CASE("sets are tested by any statistic as by limma's cameraPR, by means and by ranks", "[compare]") {
    const GeneSetPlaces sets{expects::set_members, expects::set_starts};
    check_all_close(camera_preranked(expects::statistic, sets, kSetCorrelation, false).p, expects::preranked_p, kWritten);
    check_all_close(camera_preranked(expects::statistic, sets, kSetCorrelation, true).p, expects::preranked_ranks_p, kWritten);
    // Genes that were not tested change nothing, wherever they stand; a gene named twice is one.
    std::vector<double> wider;
    for (const double value : expects::statistic) {
        wider.push_back(NAN);
        wider.push_back(value);
    }
    std::vector<std::int32_t> members, starts{0};
    for (std::size_t set = 0; set + 1 < expects::set_starts.size(); ++set) {
        for (auto i = expects::set_starts[set]; i < expects::set_starts[set + 1]; ++i)
            for (const int add : {1, 0, 1}) members.push_back(2 * expects::set_members[static_cast<std::size_t>(i)] + add);
        starts.push_back(static_cast<std::int32_t>(members.size()));
    }
    check_all_close(camera_preranked(wider, {members, starts}, kSetCorrelation, false).p, expects::preranked_p, kWritten);
}

TEST_CASE("sets of none and of all genes have no p, and sets that do not fit are refused", "[compare]") {
    const std::vector<double> statistic{1, 2, 3, 4};
    const std::vector<std::int32_t> members{0, 1, 2, 3, 3}, starts{0, 0, 4, 5};
    const CameraTests found = camera_preranked(statistic, {members, starts}, kSetCorrelation, false);
    CHECK(std::isnan(found.p[0]));
    CHECK(std::isnan(found.p[1]));
    CHECK(found.q[2] == found.p[2]);
    CHECK(camera_preranked(std::vector<double>(4, 2.0), {members, starts}, kSetCorrelation, false).p[2] == 1);
    CHECK(camera_preranked(std::vector<double>(4, 2.0), {members, starts}, kSetCorrelation, true).p[2] == 1);
    const auto refused = [&](const std::string& words, const std::vector<double>& values, const std::vector<std::int32_t>& own,
                             const std::vector<std::int32_t>& from, double correlation) {
        check_error(ErrorCode::bad_input, words, [&] { camera_preranked(values, {own, from}, correlation, false); });
    };
    refused("three genes", {1, 2}, {0}, {0, 1}, 0.01);
    refused("0 to below 1", statistic, {0}, {0, 1}, NAN);
    refused("starts do not rise", statistic, {0}, {0, 2}, 0.01);
    refused("starts do not rise", statistic, {0, 1}, {0, 2, 1, 2}, 0.01);
    refused("gene 4, and there are 4", statistic, {4}, {0, 1}, 0.01);
    refused("Gene 2 has an infinite", {1, INFINITY, 2}, {0}, {0, 1}, 0.01);
}
