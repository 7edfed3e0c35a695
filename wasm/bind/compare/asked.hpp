#pragma once

#include <cstdint>
#include <vector>

#include "bind/base/convert.hpp"
#include "compare/expression.hpp"

namespace phenolens::bind {

/// The design that options hold. Throws Error(bad_input) where its samples are not the options'.
Design design_of(const Options& options);

/// Counts per sample and how they are to be made ready, as options hold them.
class CountsAsked {
public:
    explicit CountsAsked(const Options& options);

    SampleCounts counts() const { return {values_, genes_, samples_}; }
    const ExpressionOptions& options() const { return options_; }

private:
    std::vector<double> values_;
    std::size_t genes_ = 0, samples_ = 0;
    std::vector<std::int32_t> group_;
    ExpressionOptions options_;
};

}  // namespace phenolens::bind
