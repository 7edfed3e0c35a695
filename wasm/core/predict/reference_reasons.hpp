#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "predict/reference_profiles.hpp"

namespace phenolens {

/// Why SingleR prefers a label of a cell to another.
struct ReferenceReasons {
    /// The label compared with: the runner-up, or the one asked for; -1 for a cell without label.
    std::int32_t rival = -1;
    /// SingleR's score of the label less that of the rival, over the markers compared.
    double difference = 0;
    /// Markers compared, as rows, ascending; and for each the difference less what it is with the marker left out: above zero where the
    /// marker speaks for the label.
    std::vector<std::int32_t> rows;
    std::vector<double> changes;
};

/// SingleR's comparison of a cell with profiles, made again outside its library, so that markers can be left out.
class ReferenceRanks {
public:
    /// `values`: column-major markers x profiles; `markers` are rows, each of some pair.
    ReferenceRanks(std::span<const double> values, std::size_t rows, std::span<const std::int32_t> labels, LabelMarkers markers,
                   double quantile, double fine_tune);

    /// Explains `code` in one cell: `cell` are its values of all rows, `scores` SingleR's scores of all labels before fine tuning.
    /// `against` -1: where `code` is SingleR's label, against the runner-up over what the last round of fine tuning compared, so that the
    /// difference is SingleR's delta; else against SingleR's label. Two labels of which not both were SingleR's choice are compared over
    /// the markers between the two. Labels and markers compared stay as they were as a marker is left out.
    ReferenceReasons explain(std::span<const double> cell, std::span<const double> scores, std::int32_t code, std::int32_t against) const;

private:
    struct Round {
        std::vector<std::int32_t> labels, rows;
        std::vector<double> scores;
    };

    Round last_round(std::span<const double> cell, std::span<const double> scores) const;
    std::vector<std::int32_t> rows_between(std::span<const std::int32_t> labels) const;
    double score(const std::vector<double>& correlations) const;
    std::vector<double> profile(std::size_t at, std::span<const std::int32_t> rows) const;

    std::size_t rows_;
    /// Places of values among the distinct ones, from 0 up; column-major markers x profiles.
    std::vector<std::int32_t> levels_;
    std::vector<std::vector<std::size_t>> profiles_of_;
    LabelMarkers markers_;
    double quantile_, fine_tune_;
};

}  // namespace phenolens
