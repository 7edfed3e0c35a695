#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace phenolens {

/// What a table of reference profiles holds: logarithms of any base, whose differences are fold changes; expression on a linear scale,
/// already normalized (TPM, intensities, means); or counts, each profile with a total of its own.
enum class ProfileScale { logarithms, linear, counts };

/// The scale of a manifest's word: `log`, `linear` or `counts`. Throws Error(model) for another word.
ProfileScale profile_scale(std::string_view name);

/// Genes that tell one label from another, best first: markers[a][b] are those higher in a than in b, as rows of the profiles.
using LabelMarkers = std::vector<std::vector<std::vector<std::int32_t>>>;

/// Profiles of labelled samples over a vocabulary.
struct ReferenceProfiles {
    /// Row-major genes x profiles, finite.
    std::vector<double> values;
    /// One per profile: 0 up to `label_count` - 1, each of which has a profile.
    std::vector<std::int32_t> labels;
    std::size_t label_count = 0;
    /// Found in the cells that the profiles are means of; empty where they are to be chosen from the profiles.
    LabelMarkers markers = {};
    /// Markers taken of each pair, of those that a file measures, where they are given.
    std::size_t markers_per_pair = 10;

    std::size_t profiles() const { return labels.size(); }
};

/// Brings values to logarithms, in place: log2(1 + x), of counts after bringing every profile to the median total. Throws Error(model) for
/// a linear value below zero or a profile of counts without any.
void to_logarithms(ReferenceProfiles& reference, ProfileScale scale);

/// SingleR's classic markers: for each pair of labels the genes whose medians over the labels' profiles differ most, as many as
/// 500 (2/3)^log2(labels), among `genes` (rows of the profiles) alone (Aran et al. 2019).
LabelMarkers classic_markers(const ReferenceProfiles& reference, std::span<const std::int32_t> genes);

}  // namespace phenolens
