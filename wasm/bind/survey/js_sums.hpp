#pragma once

#include <emscripten/val.h>

#include <variant>

#include "bind/js_analysis.hpp"
#include "cells/count_sums.hpp"
#include "survey/batch_sums.hpp"
#include "survey/cells_above.hpp"
#include "survey/clipped_sums.hpp"
#include "survey/gene_covariance.hpp"
#include "survey/group_sums.hpp"
#include "survey/pseudobulk.hpp"
#include "survey/rate_tests.hpp"

namespace phenolens::bind {

/// Sums over cells that one pass gathers, as JavaScript sees them: of one kind, chosen at the start. phenolens_survey.d.ts says what each
/// method takes and gives.
class JsSums {
public:
    emscripten::val start(emscripten::val options);
    emscripten::val add(JsAnalysis& analysis, emscripten::val options);
    emscripten::val state();
    emscripten::val merge(emscripten::val state);
    emscripten::val restart();
    emscripten::val sizes();
    emscripten::val dispersions();
    emscripten::val variance_trend();
    emscripten::val standardized(JsSums& clipped, emscripten::val options);
    emscripten::val batch_cells();
    emscripten::val batch_dispersions(emscripten::val options);
    emscripten::val batch_trends();
    emscripten::val batch_standardized(JsSums& clipped, emscripten::val options);
    emscripten::val mean_total();
    emscripten::val above_poisson(JsSums& above);
    emscripten::val anova();
    emscripten::val group_means();
    emscripten::val tests(emscripten::val options);
    emscripten::val rate_tests(emscripten::val options);
    emscripten::val gene_counts(emscripten::val options);
    emscripten::val donor_sides(emscripten::val options);
    emscripten::val donor_tests(emscripten::val options);
    emscripten::val add_sample(emscripten::val options);
    emscripten::val sample_counts(emscripten::val options);
    emscripten::val components(emscripten::val options);
    emscripten::val kept_components(emscripten::val options);

private:
    template <typename Sums> Sums& gathered();

    std::variant<std::monostate, CountSums, ClippedSums, CellsAbove, GroupSums, Pseudobulk, RateSums, GeneCovariance, BatchSums<CountSums>,
                 BatchSums<ClippedSums>>
        sums_;
};

}  // namespace phenolens::bind
