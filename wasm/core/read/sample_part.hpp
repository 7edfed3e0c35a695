#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "read/value_sample.hpp"

namespace phenolens {

/// Copies of some cells of a sample.
class SamplePart {
public:
    template <typename Wanted> SamplePart(const ValueSample& sample, Wanted wanted) : genes_(sample.genes) {
        starts_.push_back(0);
        for (std::size_t cell = 0; cell + 1 < sample.starts.size(); ++cell) {
            const auto from = sample.starts[cell], to = sample.starts[cell + 1];
            if (!wanted(cell, sample.values.subspan(from, to - from))) continue;
            values_.insert(values_.end(), sample.values.begin() + static_cast<std::ptrdiff_t>(from),
                           sample.values.begin() + static_cast<std::ptrdiff_t>(to));
            if (!sample.columns.empty())
                columns_.insert(columns_.end(), sample.columns.begin() + static_cast<std::ptrdiff_t>(from),
                                sample.columns.begin() + static_cast<std::ptrdiff_t>(to));
            starts_.push_back(values_.size());
        }
    }

    ValueSample sample(double declared_base) const { return {values_, starts_, columns_, genes_, declared_base}; }

private:
    std::vector<float> values_;
    std::vector<std::size_t> starts_;
    std::vector<std::int32_t> columns_;
    std::size_t genes_;
};

}  // namespace phenolens
