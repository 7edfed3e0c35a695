#include "bind/survey/js_sums.hpp"

#include <numeric>
#include <utility>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/stats/results.hpp"
#include "survey/above_poisson.hpp"
#include "survey/batch_genes.hpp"
#include "survey/cell_projection.hpp"
#include "survey/donor_tests.hpp"
#include "survey/group_tests.hpp"
#include "survey/variable_genes.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

val to_js(const VariableGenes& genes) {
    val out = val::object();
    out.set("mean", owned(genes.mean));
    out.set("spread", owned(genes.spread));
    out.set("score", owned(genes.score));
    return out;
}

val to_js(const BatchGenes& genes) {
    val out = to_js(static_cast<const VariableGenes&>(genes));
    out.set("rank", owned(genes.rank));
    out.set("batches", owned(genes.batches));
    out.set("chosen", owned(genes.chosen));
    return out;
}

val to_js(const DonorSides& sides) {
    val out = val::object();
    out.set("design", sides.design == DonorDesign::paired ? "paired" : sides.design == DonorDesign::independent ? "independent" : "none");
    out.set("own", static_cast<double>(sides.own));
    out.set("rest", static_cast<double>(sides.rest));
    out.set("both", static_cast<double>(sides.both));
    out.set("sparse", static_cast<double>(sides.sparse));
    return out;
}

/// The mean over cells of their totals.
double total_of_means(const CountSums& sums) {
    const auto mean = sums.mean();
    return std::accumulate(mean.begin(), mean.end(), 0.0);
}

/// What a method over donors is asked: the group, and whose each sample is.
struct DonorQuestion {
    explicit DonorQuestion(const Options& o) : group_of(o.array<std::int32_t>("groups")), donor_of(o.array<std::int32_t>("donors")) {}

    SampleNames names() const { return {group_of, donor_of}; }

    std::vector<std::int32_t> group_of, donor_of;
};

/// Places among groups or samples; one below 0 is beyond any that was counted.
std::vector<std::size_t> places(const Options& o, const char* name) {
    const auto given = o.array<std::int32_t>(name);
    return {given.begin(), given.end()};
}

void write_sums(ByteWriter&, std::monostate) { throw Error(ErrorCode::internal, "No sums were started."); }
void merge_sums(ByteReader&, std::monostate) { throw Error(ErrorCode::internal, "No sums were started."); }

template <typename Sums> void write_sums(ByteWriter& writer, const Sums& sums) { sums.write(writer); }

template <typename Sums> void merge_sums(ByteReader& reader, Sums& sums) { sums.merge(Sums::read(reader)); }

}  // namespace

template <typename Sums> Sums& JsSums::gathered() {
    if (auto* sums = std::get_if<Sums>(&sums_)) return *sums;
    throw Error(ErrorCode::internal, "Sums of another kind were gathered.");
}

val JsSums::start(val options) {
    return guard([&] {
        const Options o(options, "start", {"of", "genes", "limit", "least", "groups", "samples", "chosen", "scale", "keep", "batches"});
        const std::string of = o.text("of");
        const auto genes = o.size("genes");
        sums_ = std::monostate();
        if (of == "counts")
            sums_ = CountSums(genes);
        else if (of == "clipped")
            sums_ = ClippedSums(o.array<double>("limit"));
        else if (of == "batches")
            sums_ = batch_counts(genes, o.size("batches"));
        else if (of == "batches-clipped")
            sums_ = batch_clipped(o.array<double>("limit"), genes, o.size("batches"));
        else if (of == "above")
            sums_ = CellsAbove(genes, o.number("least"));
        else if (of == "groups")
            sums_ = GroupSums(genes, o.size("groups"));
        else if (of == "pseudobulk")
            sums_ = Pseudobulk(genes, o.size("samples"));
        else if (of == "rates")
            sums_ = RateSums(genes, o.size("groups"));
        else if (of == "covariance")
            sums_ = GeneCovariance(ChosenScores(genes, o.array<std::int32_t>("chosen"), normalization_of(o.text("scale"))),
                                   o.has("keep") ? o.size("keep") : 0);
        else
            throw Error(ErrorCode::internal, "There are no sums of '" + of + "'.");
        return val::null();
    });
}

val JsSums::add(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "add", {"mask", "groups"});
        const auto mask = o.has("mask") ? o.array<std::uint8_t>("mask") : std::vector<std::uint8_t>();
        const auto groups = o.has("groups") ? o.array<std::int32_t>("groups") : std::vector<std::int32_t>();
        const Analysis& of = analysis.inner();
        if (auto* counts = std::get_if<CountSums>(&sums_))
            counts->add(of.block(), of.kind(), mask);
        else if (auto* clipped = std::get_if<ClippedSums>(&sums_))
            clipped->add(of.block(), mask);
        else if (auto* above = std::get_if<CellsAbove>(&sums_))
            above->add(of.block(), of.kind(), mask);
        else if (auto* covariance = std::get_if<GeneCovariance>(&sums_))
            covariance->add(of.block(), of.kind(), mask);
        else if (auto* samples = std::get_if<Pseudobulk>(&sums_))
            samples->add(of.block(), of.kind(), groups);
        else if (auto* batches = std::get_if<BatchSums<CountSums>>(&sums_))
            batches->add(of.block(), of.kind(), groups);
        else if (auto* limited = std::get_if<BatchSums<ClippedSums>>(&sums_))
            limited->add(of.block(), of.kind(), groups);
        else if (auto* rates = std::get_if<RateSums>(&sums_))
            rates->add(of.block(), groups);
        else
            gathered<GroupSums>().add(of.block(), of.kind(), groups);
        return val::null();
    });
}

val JsSums::state() {
    return guard([&] {
        ByteWriter writer;
        std::visit([&](const auto& sums) { write_sums(writer, sums); }, sums_);
        return owned(writer.take());
    });
}

val JsSums::merge(val state) {
    return guard([&] {
        const auto bytes = copy_numbers<std::uint8_t>(state, "state of sums");
        ByteReader reader(bytes);
        std::visit([&](auto& sums) { merge_sums(reader, sums); }, sums_);
        if (!reader.at_end()) reader.fail();
        return val::null();
    });
}

val JsSums::restart() {
    return guard([&] {
        gathered<GeneCovariance>().restart();
        return val::null();
    });
}

val JsSums::sizes() {
    return guard([&] { return owned(gathered<RateSums>().sizes()); });
}

val JsSums::dispersions() {
    return guard([&] {
        const auto& sums = gathered<CountSums>();
        return to_js(dispersion_scores(sums.normalized_mean(), sums.normalized_variance()));
    });
}

val JsSums::variance_trend() {
    return guard([&] {
        const auto& sums = gathered<CountSums>();
        const auto mean = sums.mean();
        const auto expected = expected_variance(mean, sums.variance());
        val out = val::object();
        out.set("expected", owned(expected));
        out.set("limit", owned(clip_limits(mean, expected, sums.cells())));
        return out;
    });
}

val JsSums::standardized(JsSums& clipped, val options) {
    return guard([&] {
        const Options o(options, "standardized", {"expected"});
        const auto& sums = gathered<CountSums>();
        const auto& of = clipped.gathered<ClippedSums>();
        return to_js(
            standardized_variance(sums.mean(), sums.variance(), o.array<double>("expected"), of.sum(), of.squares(), sums.cells()));
    });
}

val JsSums::batch_cells() {
    return guard([&] {
        const auto& sums = gathered<BatchSums<CountSums>>();
        std::vector<double> cells;
        for (std::size_t batch = 0; batch < sums.batches(); ++batch) cells.push_back(sums.of(batch).cells());
        return owned(cells);
    });
}

val JsSums::batch_dispersions(val options) {
    return guard([&] {
        const Options o(options, "batch_dispersions", {"top", "order"});
        const auto order = o.has("order") ? o.array<std::int32_t>("order") : std::vector<std::int32_t>();
        return to_js(dispersions_across(gathered<BatchSums<CountSums>>(), o.size("top"), order));
    });
}

val JsSums::batch_trends() {
    return guard([&] {
        const auto found = trends_across(gathered<BatchSums<CountSums>>());
        val out = val::object();
        out.set("expected", owned(found.expected));
        out.set("limit", owned(found.limit));
        return out;
    });
}

val JsSums::batch_standardized(JsSums& clipped, val options) {
    return guard([&] {
        const Options o(options, "batch_standardized", {"expected", "top"});
        return to_js(standardized_across(gathered<BatchSums<CountSums>>(), clipped.gathered<BatchSums<ClippedSums>>(),
                                         o.array<double>("expected"), o.size("top")));
    });
}

val JsSums::mean_total() {
    return guard([&] { return val(total_of_means(gathered<CountSums>())); });
}

val JsSums::above_poisson(JsSums& above) {
    return guard([&] {
        const auto& sums = gathered<CountSums>();
        // To the mean total, and variances over n.
        const double scale = total_of_means(sums) / kTargetSum, cells = sums.cells();
        auto mean = sums.normalized_mean(), variance = sums.normalized_variance();
        for (double& value : mean) value *= scale;
        for (double& value : variance) value *= scale * scale * (cells - 1) / cells;
        return owned(above_poisson_genes(v_scores(mean, variance), above.gathered<CellsAbove>().cells()));
    });
}

val JsSums::anova() {
    return guard([&] {
        const auto found = anova_of(gathered<GroupSums>());
        return to_js(VariableGenes{found.mean, found.variance, found.f});
    });
}

val JsSums::group_means() {
    return guard([&] {
        const auto& sums = gathered<GroupSums>();
        std::vector<float> mean, fraction;
        for (std::size_t gene = 0; gene < sums.genes(); ++gene) {
            for (std::size_t g = 0; g < sums.groups(); ++g) {
                mean.push_back(static_cast<float>(sums.sum(gene, g) / sums.cells()[g]));
                fraction.push_back(static_cast<float>(sums.expressing(gene, g) / sums.cells()[g]));
            }
        }
        val out = val::object();
        out.set("cells", owned(sums.cells()));
        out.set("mean", owned(mean));
        out.set("fraction", owned(fraction));
        return out;
    });
}

val JsSums::tests(val options) {
    return guard([&] {
        const Options o(options, "tests", {"group", "own", "rest"});
        const auto& sums = gathered<GroupSums>();
        const GroupTests found = o.has("own") ? tests_between(sums, places(o, "own"), places(o, "rest")) : tests_of(sums, o.size("group"));
        val out = val::object();
        out.set("cells", found.cells);
        out.set("rest", found.rest);
        out.set("mean", owned(found.mean));
        out.set("meanRest", owned(found.mean_rest));
        out.set("fraction", owned(found.fraction));
        out.set("fractionRest", owned(found.fraction_rest));
        out.set("logFoldChange", owned(found.log_fold_change));
        out.set("t", owned(found.t));
        out.set("p", owned(found.p));
        out.set("q", owned(found.q));
        return out;
    });
}

val JsSums::rate_tests(val options) {
    return guard([&] {
        const Options o(options, "rate_tests", {"group"});
        const auto found = gathered<RateSums>().tests(o.size("group"));
        val out = val::object();
        out.set("z", owned(found.z));
        out.set("p", owned(found.p));
        out.set("q", owned(found.q));
        return out;
    });
}

val JsSums::gene_counts(val options) {
    return guard([&] {
        const Options o(options, "gene_counts", {"gene"});
        const auto& sums = gathered<Pseudobulk>();
        val out = val::object();
        out.set("counts", owned(sums.sums_of(o.size("gene"))));
        out.set("totals", owned(sums.totals()));
        return out;
    });
}

val JsSums::donor_sides(val options) {
    return guard([&] {
        const Options o(options, "donor_sides", {"group", "groups", "donors"});
        const DonorQuestion asked(o);
        return to_js(phenolens::donor_sides(gathered<Pseudobulk>().cells(), asked.names(), o.size("group")));
    });
}

val JsSums::donor_tests(val options) {
    return guard([&] {
        const Options o(options, "donor_tests", {"group", "groups", "donors"});
        const DonorQuestion asked(o);
        const DonorTests found = phenolens::donor_tests(gathered<Pseudobulk>(), asked.names(), o.size("group"));
        val out = val::object();
        out.set("logFoldChange", owned(found.log_fold_change));
        out.set("t", owned(found.t));
        out.set("p", owned(found.p));
        out.set("q", owned(found.q));
        return out;
    });
}

val JsSums::add_sample(val options) {
    return guard([&] {
        const Options o(options, "add_sample", {"sample", "cells", "genes", "counts"});
        gathered<Pseudobulk>().add_sums(o.size("sample"), o.number("cells"), o.array<std::int32_t>("genes"), o.array<double>("counts"));
        return val::null();
    });
}

val JsSums::sample_counts(val options) {
    return guard([&] {
        const Options o(options, "sample_counts", {"codes", "count"});
        const auto found = gathered<Pseudobulk>().joined(o.array<std::int32_t>("codes"), o.size("count"));
        val out = val::object();
        out.set("counts", owned(found.counts));
        out.set("cells", owned(found.cells));
        return out;
    });
}

val JsSums::components(val options) {
    return guard([&] {
        const Options o(options, "components", {"count", "standardized"});
        const auto& sums = gathered<GeneCovariance>();
        const bool standardized = o.flag("standardized", false);
        const Components found = standardized ? sums.standardized_components(o.size("count")) : sums.components(o.size("count"));
        val out = to_js(found);
        out.set("variance", owned(found.variance));
        return out;
    });
}

val JsSums::kept_components(val options) {
    return guard([&] {
        const Options o(options, "kept_components", {"mean", "rotation"});
        const CellProjection projection(o.array<float>("mean"), o.array<float>("rotation"));
        const KeptScores& kept = gathered<GeneCovariance>().kept();
        if (!kept.is_whole()) return val::null();
        val out = val::array();
        for (const auto& block : kept.blocks()) {
            val one = val::object();
            one.set("first", static_cast<double>(block.first));
            one.set("values", owned(projection.project(block)));
            out.call<void>("push", one);
        }
        return out;
    });
}

}  // namespace phenolens::bind
