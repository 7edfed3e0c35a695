#include "trust/training_profiles.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

Eigen::Index index(std::size_t of) { return static_cast<Eigen::Index>(of); }

/// The quantile by linear interpolation, of values in order.
double sorted_quantile(const std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

struct Sample {
    std::span<const float> values;
    std::size_t dims;
    std::span<const std::int32_t> group;
    std::span<const double> weight;

    Eigen::VectorXd row(std::size_t at) const {
        Eigen::VectorXd out(index(dims));
        for (std::size_t d = 0; d < dims; ++d) out[index(d)] = values[at * dims + d];
        return out;
    }
};

/// Profiles of some rows, each of a group and without NaN.
TrainingProfiles profiles_of(const Sample& sample, const std::vector<std::size_t>& rows) {
    std::map<std::int32_t, std::vector<std::size_t>> members;
    for (const std::size_t row : rows) members[sample.group[row]].push_back(row);
    TrainingProfiles out;
    out.dims = sample.dims;
    std::vector<Eigen::VectorXd> means;
    Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(index(sample.dims), index(sample.dims));
    double total = 0;
    for (const auto& [code, own] : members) {
        if (own.size() < kProfileCells) continue;
        Eigen::VectorXd mean = Eigen::VectorXd::Zero(index(sample.dims));
        double weight = 0;
        for (const std::size_t row : own) {
            mean += sample.weight[row] * sample.row(row);
            weight += sample.weight[row];
        }
        mean /= weight;
        Rows deviations(index(own.size()), index(sample.dims));
        for (std::size_t i = 0; i < own.size(); ++i)
            deviations.row(index(i)) = std::sqrt(sample.weight[own[i]]) * (sample.row(own[i]) - mean).transpose();
        covariance += deviations.transpose() * deviations;
        total += weight;
        means.push_back(mean);
        out.groups.push_back(code);
        out.cells.push_back(static_cast<std::int32_t>(own.size()));
    }
    if (means.empty()) return out;
    covariance /= total;
    // A dimension that no training cell moves in would make any cell infinitely far.
    const double floor = 1e-6 * std::max(covariance.diagonal().maxCoeff(), 1e-12);
    const Eigen::VectorXd variance = covariance.diagonal().cwiseMax(floor);
    covariance *= 1 - kProfileShrinkage;
    covariance.diagonal() = variance;
    const Eigen::MatrixXd factor = Eigen::LLT<Eigen::MatrixXd>(covariance).matrixL();
    const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(index(sample.dims), index(sample.dims));
    const Rows whitening = factor.triangularView<Eigen::Lower>().solve(identity).transpose();
    out.whitening.resize(sample.dims * sample.dims);
    for (std::size_t i = 0; i < out.whitening.size(); ++i) out.whitening[i] = static_cast<float>(whitening.data()[i]);
    for (const Eigen::VectorXd& mean : means) {
        const Eigen::VectorXd whitened = whitening.transpose() * mean;
        for (std::size_t d = 0; d < sample.dims; ++d) out.means.push_back(static_cast<float>(whitened[index(d)]));
    }
    return out;
}

struct Nearest {
    /// Place of the group.
    std::size_t group = 0;
    double distance = 0;
};

bool is_whole(std::span<const float> cell) {
    return std::none_of(cell.begin(), cell.end(), [](float one) { return std::isnan(one); });
}

/// The group nearest to a row without NaN.
Nearest nearest_group(std::span<const float> cell, const TrainingProfiles& profiles) {
    const std::size_t dims = profiles.dims;
    std::vector<double> whitened(dims);
    for (std::size_t i = 0; i < dims; ++i) {
        const double value = cell[i];
        for (std::size_t d = i; d < dims; ++d) whitened[d] += value * profiles.whitening[i * dims + d];
    }
    Nearest out{0, std::numeric_limits<double>::infinity()};
    for (std::size_t at = 0; at < profiles.means.size(); at += dims) {
        double squares = 0;
        for (std::size_t d = 0; d < dims; ++d) {
            const double difference = whitened[d] - profiles.means[at + d];
            squares += difference * difference;
        }
        if (squares < out.distance) out = {at / dims, squares};
    }
    out.distance = std::sqrt(out.distance);
    return out;
}

double quantile_of(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return sorted_quantile(values, share);
}

}  // namespace

std::vector<float> outlyingness(std::span<const float> values, const TrainingProfiles& profiles) {
    const std::size_t dims = profiles.dims;
    if (dims == 0 || values.size() % dims != 0)
        throw Error(ErrorCode::bad_input, sentence(values.size(), " values are not rows of ", dims, " dimensions."));
    std::vector<float> out(values.size() / dims, kNone);
    if (profiles.limits.empty()) return out;
    if (profiles.whitening.size() != dims * dims || profiles.means.size() != profiles.limits.size() * dims)
        throw Error(ErrorCode::bad_input, sentence("The profiles are not of ", dims, " dimensions."));
    for (std::size_t row = 0; row < out.size(); ++row) {
        const auto cell = values.subspan(row * dims, dims);
        if (!is_whole(cell)) continue;
        const Nearest found = nearest_group(cell, profiles);
        out[row] = static_cast<float>(found.distance / profiles.limits[found.group]);
    }
    return out;
}

ProfileFit fit_profiles(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> group,
                        std::span<const double> weight, std::span<const std::int32_t> fold) {
    const std::size_t rows = group.size();
    if (dims == 0 || values.size() != rows * dims || weight.size() != rows || fold.size() != rows)
        throw Error(ErrorCode::bad_input, sentence("Values, weights and folds are not of ", rows, " rows of ", dims, " dimensions."));
    const Sample sample{values, dims, group, weight};
    std::vector<std::size_t> used;
    std::set<std::int32_t> folds;
    for (std::size_t row = 0; row < rows; ++row) {
        if (group[row] < 0 || !is_whole(values.subspan(row * dims, dims))) continue;
        used.push_back(row);
        folds.insert(fold[row]);
    }
    ProfileFit out;
    out.profiles = profiles_of(sample, used);
    out.left_out.assign(rows, kNone);
    // Of the rows left out: the row, the code of the group nearest to it, and how far that is.
    struct Found {
        std::size_t row;
        std::int32_t nearest;
        double distance;
    };
    std::vector<Found> found;
    std::map<std::int32_t, std::vector<double>> own;
    std::vector<double> all;
    for (const std::int32_t one : folds) {
        std::vector<std::size_t> rest;
        std::copy_if(used.begin(), used.end(), std::back_inserter(rest), [&](std::size_t row) { return fold[row] != one; });
        const TrainingProfiles without = profiles_of(sample, rest);
        for (const std::size_t row : used) {
            if (fold[row] != one || !std::binary_search(without.groups.begin(), without.groups.end(), group[row])) continue;
            const Nearest nearest = nearest_group(values.subspan(row * dims, dims), without);
            found.push_back({row, without.groups[nearest.group], nearest.distance});
            own[group[row]].push_back(nearest.distance);
            all.push_back(nearest.distance);
        }
    }
    // Without a row left out no limit is known.
    if (found.empty()) return {{dims, {}, {}, {}, {}, {}}, out.left_out, std::numeric_limits<double>::quiet_NaN()};
    const double pooled = quantile_of(all, 0.95);
    std::map<std::int32_t, double> limits;
    for (const std::int32_t code : out.profiles.groups) {
        const auto cells = static_cast<double>(own[code].size());
        const double limit = own[code].empty() ? pooled : quantile_of(own[code], 0.95);
        limits[code] = std::exp((cells * std::log(limit) + kPooledCells * std::log(pooled)) / (cells + kPooledCells));
    }
    std::vector<double> ratios;
    for (const Found& one : found) ratios.push_back(one.distance / limits[one.nearest]);
    const double scale = quantile_of(ratios, 0.95);
    for (std::size_t i = 0; i < found.size(); ++i) out.left_out[found[i].row] = static_cast<float>(ratios[i] / scale);
    for (const std::int32_t code : out.profiles.groups) out.profiles.limits.push_back(static_cast<float>(limits[code] * scale));
    out.median = quantile_of(ratios, 0.5) / scale;
    return out;
}

}  // namespace phenolens
