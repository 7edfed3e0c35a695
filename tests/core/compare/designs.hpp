#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/sample_counts.hpp"
#include "parity/compare_expected.hpp"

/// The samples of tests/parity/compare_expected.R: two conditions of six, batches in turn, an age.
namespace designs {

namespace expects = expected::compare;

inline constexpr std::size_t kSamples = 12;

inline double condition(std::size_t sample) { return sample < 6 ? 0 : 1; }
inline double batch(std::size_t sample) { return sample % 2 == 0 ? 0 : 1; }

/// Row-major samples x columns, a row made of each sample.
template <typename Row> phenolens::Design made(std::vector<std::string> columns, std::size_t samples, const Row& row) {
    std::vector<double> values;
    for (std::size_t sample = 0; sample < samples; ++sample) {
        const std::vector<double> own = row(sample);
        values.insert(values.end(), own.begin(), own.end());
    }
    return {values, std::move(columns)};
}

inline phenolens::Design adjusted() {
    return made({"intercept", "condition", "batch", "age"}, kSamples, [](std::size_t i) {
        return std::vector<double>{1, condition(i), batch(i), expects::age[i]};
    });
}

inline phenolens::Design without_intercept() {
    return made({"control", "case", "batch"}, kSamples, [](std::size_t i) {
        return std::vector<double>{1 - condition(i), condition(i), batch(i)};
    });
}

inline phenolens::Design paired() {
    return made({"intercept", "donor 2", "donor 3", "donor 4", "donor 5", "donor 6", "condition"}, kSamples, [](std::size_t i) {
        std::vector<double> row(7);
        row[0] = 1;
        row[6] = condition(i);
        if (i % 6 > 0) row[i % 6] = 1;
        return row;
    });
}

/// Two sides of `each` donors, one after the other.
inline phenolens::Design two_sides(std::size_t each) {
    return made({"intercept", "condition"}, 2 * each, [each](std::size_t i) { return std::vector<double>{1, i < each ? 0.0 : 1.0}; });
}

/// `each` donors in both conditions, one condition after the other.
inline phenolens::Design two_sides_paired(std::size_t each) {
    std::vector<std::string> columns{"intercept", "condition"};
    for (std::size_t donor = 1; donor < each; ++donor) columns.push_back("donor " + std::to_string(donor + 1));
    return made(columns, 2 * each, [each](std::size_t i) {
        std::vector<double> row(each + 1);
        row[0] = 1;
        row[1] = i < each ? 0 : 1;
        if (i % each > 0) row[1 + i % each] = 1;
        return row;
    });
}

inline phenolens::SampleCounts counts() { return {expects::counts, expects::counts.size() / kSamples, kSamples}; }

}  // namespace designs
