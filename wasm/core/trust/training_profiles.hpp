#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Where groups of training cells lie in an embedding, for Mahalanobis distances with one covariance for all (Lee et al. 2018): rows are
/// multiplied by `whitening`, and the distance is Euclidean there. A cell's outlyingness is its distance to the nearest group over that
/// group's limit: above 1 it is far.
struct TrainingProfiles {
    std::size_t dims = 0;
    /// Row-major dims x dims, upper triangular.
    std::vector<float> whitening;
    /// Row-major groups x dims: whitened weighted means.
    std::vector<float> means;
    /// One per group.
    std::vector<float> limits;
    /// Code and cells of each group, as fitted.
    std::vector<std::int32_t> groups, cells;
};

/// Outlyingness of each row of `values` (row-major rows x dims); NaN for a row with a NaN, and where there is no profile.
/// Throws Error(bad_input) where arrays do not fit.
std::vector<float> outlyingness(std::span<const float> values, const TrainingProfiles& profiles);

struct ProfileFit {
    TrainingProfiles profiles;
    /// One per row: its outlyingness to profiles made without the rows of its fold; NaN where its group then has none.
    std::vector<float> left_out;
    /// Of these; NaN without any.
    double median = 0;
};

/// Rows a group needs to have a profile.
inline constexpr std::size_t kProfileCells = 20;
/// Correlations are shrunk by this share towards none.
inline constexpr double kProfileShrinkage = 0.1;

/// What the limit of all groups counts for in a group's own, in cells.
inline constexpr double kPooledCells = 100;

/// Profiles of `values` (row-major rows x dims): weighted means of the rows of each `group` (-1 none) of at least kProfileCells rows, and
/// the weighted covariance around them. The encoder that made the values is the same for all rows; `fold` (a donor, or a share of the
/// cells) is left out of the profiles alone, so that like is compared with like. A group's limit is the 95% quantile of its left-out
/// rows' distances, drawn towards that of all rows (a geometric mean); all limits are scaled so that 5% of the left-out rows are far.
/// Throws Error(bad_input) where arrays do not fit.
ProfileFit fit_profiles(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> group,
                        std::span<const double> weight, std::span<const std::int32_t> fold);

}  // namespace phenolens
