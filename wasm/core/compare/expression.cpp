#include "compare/expression.hpp"

#include <algorithm>
#include <utility>

#include "compare/row_fit.hpp"
#include "stats/moderated.hpp"
#include "stats/statistics.hpp"

namespace phenolens {

PreparedCounts prepare_counts(const SampleCounts& counts, const Design& design, const ExpressionOptions& options) {
    check_counts(counts);
    PreparedCounts out;
    out.genes = counts.genes;
    if (options.filters) {
        out.tested = expressed_genes(counts, design, options.group);
    } else {
        for (std::size_t gene = 0; gene < counts.genes; ++gene) {
            const auto own = counts.gene(gene);
            if (std::any_of(own.begin(), own.end(), [](double count) { return count > 0; })) out.tested.push_back(gene);
        }
    }
    std::vector<double> kept;
    kept.reserve(out.tested.size() * counts.samples);
    for (const std::size_t gene : out.tested) kept.insert(kept.end(), counts.gene(gene).begin(), counts.gene(gene).end());
    const SampleCounts chosen{kept, out.tested.size(), counts.samples};
    out.library = library_sizes(chosen);
    out.factor = tmm_factors(chosen);
    std::vector<double> effective = out.library;
    for (std::size_t sample = 0; sample < effective.size(); ++sample) effective[sample] *= out.factor[sample];
    out.sample_weight.assign(counts.samples, 1.0);
    out.voom = voom(chosen, effective, design, {});
    if (!options.weighs_samples) return out;
    out.voom = voom(chosen, effective, design, sample_weights_of(out.voom, design));
    out.sample_weight = sample_weights_of(out.voom, design);
    for (std::size_t i = 0; i < out.voom.weights.size(); ++i) out.voom.weights[i] *= out.sample_weight[i % counts.samples];
    return out;
}

ExpressionTests expression_tests(const PreparedCounts& prepared, const Design& design, std::span<const double> contrast) {
    RowFits fits = fit_rows(design, prepared.voom.logs, prepared.voom.weights, design.on_basis(contrast), false);
    // One level: the weights hold the trend already.
    const std::vector<double> level(fits.effect.size(), 0.0);
    ModeratedTests tests = moderated_tests(fits.effect, fits.variance, fits.scale, design.freedom(), level);
    ExpressionTests out;
    out.freedom = tests.freedom;
    out.residual_freedom = design.freedom();
    out.prior_freedom = tests.prior_freedom;
    const double width = student_t_isf(0.025, out.freedom);
    for (std::size_t gene = 0; gene < fits.effect.size(); ++gene) {
        out.low.push_back(fits.effect[gene] - width * tests.error[gene]);
        out.high.push_back(fits.effect[gene] + width * tests.error[gene]);
    }
    out.log_fold_change = std::move(fits.effect);
    out.average = std::move(fits.mean);
    out.t = std::move(tests.t);
    out.q = benjamini_hochberg(tests.p);
    out.p = std::move(tests.p);
    return out;
}

}  // namespace phenolens
