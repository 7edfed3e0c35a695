#include "bind/explain/js_attribution.hpp"

#include <utility>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/exact.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

/// Most orders by chance of a deletion curve.
constexpr std::int64_t kMostDraws = 1000;

AttributionCells explained_cells(const Options& o) {
    AttributionCells of;
    of.cells = o.array<std::int32_t>("cells");
    of.codes = o.array<std::int32_t>("codes");
    of.against = o.array<std::int32_t>("against");
    of.baselines = o.array<std::int32_t>("baselines");
    return of;
}

/// Adds cells' attributions, one cell after another; where `rival` says -1, there is nothing to explain and the cell is not counted.
void add_cells(AttributionSums& sums, const std::vector<std::int32_t>& groups, const std::vector<std::int32_t>& parts,
               const std::vector<std::int32_t>& rival, const std::vector<std::int32_t>& lengths, const std::vector<std::int32_t>& genes,
               const std::vector<float>& values) {
    if (parts.size() != groups.size() || lengths.size() != groups.size() || values.size() != genes.size())
        throw Error(ErrorCode::internal, "Attributions are not said for every cell.");
    std::size_t at = 0;
    for (std::size_t cell = 0; cell < groups.size(); ++cell) {
        const auto length = static_cast<std::size_t>(lengths[cell]);
        if (groups[cell] < 0 || parts[cell] < 0 || lengths[cell] < 0 || length > genes.size() - at)
            throw Error(ErrorCode::internal, "Attributions are not said for every cell.");
        if (!rival.empty() && rival[cell] < 0) continue;
        sums.add(static_cast<std::size_t>(groups[cell]), static_cast<std::size_t>(parts[cell]), {genes.data() + at, length},
                 {values.data() + at, length});
        at += length;
    }
}

}  // namespace

AttributionRun& JsAttribution::run() {
    if (!run_) throw Error(ErrorCode::internal, "No attribution was started.");
    return *run_;
}

AttributionSums& JsAttribution::sums() {
    if (run_) return run_->sums();
    if (!merged_) throw Error(ErrorCode::internal, "No attribution was started, and no state merged.");
    return *merged_;
}

val JsAttribution::start(JsAnalysis& analysis, double handle, val options) {
    return guard([&] {
        const Options o(options, "start", {"head", "groups", "parts", "baselines"});
        auto baselines = o.has("baselines") ? o.array<float>("baselines") : std::vector<float>();
        Analysis& of = analysis.inner();
        const std::size_t model = handle_of(handle), groups = o.size("groups"), parts = o.size("parts"), head = o.size("head");
        run_.reset();
        merged_.reset();
        file_ = analysis.file();
        handle_ = model;
        if (of.is_linear(model))
            run_.emplace(of.linear(model), head, groups, parts, std::move(baselines));
        else
            run_.emplace(of.vocabulary(model), groups, parts);
        return owned(run_->genes());
    });
}

val JsAttribution::explain(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "explain", {"cells", "groups", "parts", "codes", "against", "baselines"});
        AttributionCells of = explained_cells(o);
        of.groups = o.array<std::int32_t>("groups");
        of.parts = o.array<std::int32_t>("parts");
        AttributionRun& started = run();
        Analysis& read = analysis.started_on(file_);
        const auto logits = started.add(read.linear(handle_), read.block(), of);
        val out = val::object();
        out.set("atCell", owned(logits.at_cell));
        out.set("atBaseline", owned(logits.at_baseline));
        return out;
    });
}

val JsAttribution::leave_out(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "leave_out", {"cells", "groups", "parts", "codes", "against"});
        const auto cells = o.array<std::int32_t>("cells"), groups = o.array<std::int32_t>("groups"), parts = o.array<std::int32_t>("parts");
        AttributionRun& started = run();
        Analysis& read = analysis.started_on(file_);
        const auto found =
            read.reference(handle_).explain(read.block(), cells, o.array<std::int32_t>("codes"), o.array<std::int32_t>("against"));
        add_cells(started.sums(), groups, parts, found.rival, found.lengths, found.genes, found.changes);
        val out = val::object();
        out.set("rival", owned(found.rival));
        out.set("difference", owned(found.difference));
        out.set("lengths", owned(found.lengths));
        out.set("genes", owned(found.genes));
        out.set("values", owned(found.changes));
        return out;
    });
}

val JsAttribution::rows(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "rows", {"cells", "codes", "against", "baselines", "genes"});
        AttributionRun& started = run();
        Analysis& read = analysis.started_on(file_);
        LinearModel& model = read.linear(handle_);
        return owned(o.has("genes") ? started.rows_of(model, read.block(), explained_cells(o), o.array<std::int32_t>("genes"))
                                    : started.rows(model, read.block(), explained_cells(o)));
    });
}

val JsAttribution::weights(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "weights", {"codes", "against"});
        const auto codes = o.array<std::int32_t>("codes"), against = o.array<std::int32_t>("against");
        if (codes.size() != against.size()) throw Error(ErrorCode::internal, "What is explained is not said for every logit.");
        AttributionRun& started = run();
        const LinearModel& model = analysis.started_on(file_).linear(handle_);
        std::vector<float> out;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const auto row = started.weights(model, codes[i], against[i]);
            out.insert(out.end(), row.begin(), row.end());
        }
        return owned(out);
    });
}

val JsAttribution::prune(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "prune", {"cells", "codes", "against", "baselines", "rankings", "rows", "shares", "draws", "seed"});
        const PruningPlan plan{o.array<float>("rankings"), o.array<std::int32_t>("rows"), o.numbers("shares"), o.size("draws", kMostDraws),
                               static_cast<std::uint64_t>(o.whole("seed"))};
        AttributionRun& started = run();
        Analysis& read = analysis.started_on(file_);
        const auto found = started.prune(read.linear(handle_), read.block(), explained_cells(o), plan);
        val out = val::object();
        out.set("orders", found.orders);
        out.set("whole", owned(found.whole));
        out.set("probability", owned(found.probability));
        out.set("kept", owned(found.kept));
        return out;
    });
}

val JsAttribution::add(val options) {
    return guard([&] {
        const Options o(options, "add", {"groups", "parts", "lengths", "genes", "values"});
        const auto groups = o.array<std::int32_t>("groups"), parts = o.array<std::int32_t>("parts"),
                   lengths = o.array<std::int32_t>("lengths"), genes = o.array<std::int32_t>("genes");
        const auto values = o.array<float>("values");
        add_cells(run().sums(), groups, parts, {}, lengths, genes, values);
        return val::null();
    });
}

val JsAttribution::state() {
    return guard([&] {
        ByteWriter writer;
        sums().write(writer);
        return owned(writer.take());
    });
}

val JsAttribution::merge(val state) {
    return guard([&] {
        const auto bytes = copy_numbers<std::uint8_t>(state, "state of attributions");
        ByteReader reader(bytes);
        auto other = AttributionSums::read(reader);
        if (!reader.at_end()) reader.fail();
        if (run_ || merged_)
            sums().merge(other);
        else
            merged_ = std::move(other);
        return val::null();
    });
}

val JsAttribution::merge_at(val state, val options) {
    return guard([&] {
        const Options o(options, "merge_at", {"places", "genes"});
        const auto places = o.array<std::int32_t>("places");
        const auto bytes = copy_numbers<std::uint8_t>(state, "state of attributions");
        ByteReader reader(bytes);
        const auto other = AttributionSums::read(reader);
        if (!reader.at_end()) reader.fail();
        if (!run_ && !merged_) merged_.emplace(other.groups(), other.parts(), o.size("genes"));
        sums().merge_at(other, places);
        return val::null();
    });
}

val JsAttribution::report(double group, val options) {
    return guard([&] {
        const Options o(options, "report", {"by_part"});
        if (!is_exact<std::int32_t>(group) || group < 0) throw Error(ErrorCode::internal, "There are no attributions of that group.");
        const auto found = sums().report(static_cast<std::size_t>(group), o.flag("by_part", false));
        val out = val::object();
        out.set("cells", found.cells);
        out.set("parts", found.parts);
        out.set("mean", owned(found.mean));
        out.set("meanAbs", owned(found.mean_abs));
        out.set("se", owned(found.se));
        out.set("reach", owned(found.reach));
        out.set("measured", owned(found.measured));
        out.set("positiveShare", owned(found.positive_share));
        out.set("negativeShare", owned(found.negative_share));
        out.set("expressedShare", owned(found.expressed_share));
        out.set("nonzeroT", owned(found.t));
        out.set("nonzeroP", owned(found.p));
        out.set("nonzeroQ", owned(found.q));
        val halves = val::object();
        halves.set("spearman", found.split_half.spearman);
        halves.set("jaccard50", found.split_half.jaccard50);
        out.set("splitHalf", halves);
        return out;
    });
}

}  // namespace phenolens::bind
