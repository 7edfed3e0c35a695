#include "predict/reference_profiles.hpp"

#include <cmath>
#include <string>

#include <singlepp/singlepp.hpp>

#include "base/error.hpp"
#include "base/text.hpp"
#include "stats/median.hpp"

namespace phenolens {

ProfileScale profile_scale(std::string_view name) {
    if (name == "log") return ProfileScale::logarithms;
    if (name == "linear") return ProfileScale::linear;
    if (name == "counts") return ProfileScale::counts;
    throw Error(ErrorCode::model, sentence("The scale of reference profiles is log, linear or counts, not '", std::string(name), "'."));
}

void to_logarithms(ReferenceProfiles& reference, ProfileScale scale) {
    if (scale == ProfileScale::logarithms) return;
    const std::size_t profiles = reference.profiles();
    std::vector<double> factors(profiles, 1);
    if (scale == ProfileScale::counts) {
        std::vector<double> totals(profiles, 0);
        for (std::size_t i = 0; i < reference.values.size(); ++i) totals[i % profiles] += reference.values[i];
        auto sorted = totals;
        const double middle = median_of(sorted);
        for (std::size_t p = 0; p < profiles; ++p) {
            if (!(totals[p] > 0)) throw Error(ErrorCode::model, sentence("Reference profile ", p + 1, " has no counts."));
            factors[p] = middle / totals[p];
        }
    }
    for (std::size_t i = 0; i < reference.values.size(); ++i) {
        double& value = reference.values[i];
        if (value < 0)
            throw Error(ErrorCode::model, sentence("Reference profile ", i % profiles + 1, " has the value ", value,
                                                   ", which is no expression on a linear scale."));
        value = std::log2(1 + value * factors[i % profiles]);
    }
}

LabelMarkers classic_markers(const ReferenceProfiles& reference, std::span<const std::int32_t> genes) {
    const std::size_t profiles = reference.profiles(), labels = reference.label_count;
    // Column-major genes x labels.
    std::vector<double> medians(genes.size() * labels);
    std::vector<std::vector<std::size_t>> own(labels);
    for (std::size_t p = 0; p < profiles; ++p) own[static_cast<std::size_t>(reference.labels[p])].push_back(p);
    std::vector<double> scratch;
    for (std::size_t row = 0; row < genes.size(); ++row) {
        const double* values = reference.values.data() + static_cast<std::size_t>(genes[row]) * profiles;
        for (std::size_t label = 0; label < labels; ++label) {
            scratch.clear();
            for (const std::size_t p : own[label]) scratch.push_back(values[p]);
            medians[label * genes.size() + row] = median_of(scratch);
        }
    }
    const tatami::DenseMatrix<double, int, std::vector<double>> matrix(static_cast<int>(genes.size()), static_cast<int>(labels),
                                                                       std::move(medians), false);
    std::vector<int> codes(labels);
    for (std::size_t label = 0; label < labels; ++label) codes[label] = static_cast<int>(label);
    LabelMarkers markers = singlepp::choose_classic_markers<double, int, int>(matrix, codes.data(), {});
    for (auto& of_label : markers) {
        for (auto& list : of_label) {
            for (auto& gene : list) gene = genes[static_cast<std::size_t>(gene)];
        }
    }
    return markers;
}

}  // namespace phenolens
