#include "bind/integrate/js_mixing.hpp"

#include <cstdint>
#include <vector>

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/base/record.hpp"
#include "bind/graph/js_graph.hpp"
#include "integrate/crossing.hpp"
#include "integrate/mixing.hpp"
#include "integrate/silhouette.hpp"

namespace phenolens::bind {

using emscripten::val;

namespace {

const char* word_of(Relation relation) {
    switch (relation) {
    case Relation::same: return "same";
    case Relation::first_in_second: return "first-in-second";
    case Relation::second_in_first: return "second-in-first";
    case Relation::partly: return "partly";
    case Relation::crossed: break;
    }
    return "crossed";
}

}  // namespace

val lisi(val options) {
    return guard([&] {
        const Options o(options, "lisi", {"k", "index", "distance", "codes", "perplexity"});
        const auto found = lisi_of(neighbors_in(o), o.array<std::int32_t>("codes"), o.has("perplexity") ? o.number("perplexity") : 0);
        val out = record({{"median", found.median}, {"mixing", found.mixing}, {"categories", static_cast<double>(found.categories)}});
        out.set("values", owned(found.values));
        return out;
    });
}

val kbet(val options) {
    return guard([&] {
        const Options o(options, "kbet", {"k", "index", "distance", "codes", "alpha"});
        const auto codes = o.array<std::int32_t>("codes");
        const auto found = o.has("alpha") ? kbet_of(neighbors_in(o), codes, o.number("alpha")) : kbet_of(neighbors_in(o), codes);
        return record({{"acceptance", found.acceptance}, {"statistic", found.statistic}, {"p", found.p}});
    });
}

val graph_connectivity(val options) {
    return guard([&] {
        const Options o(options, "graph_connectivity", {"k", "index", "distance", "codes"});
        const auto found = connectivity_of(neighbors_in(o), o.array<std::int32_t>("codes"));
        val out = record({{"mean", found.mean}});
        out.set("shares", owned(found.shares));
        return out;
    });
}

val silhouette(val options) {
    return guard([&] {
        const Options o(options, "silhouette", {"dims", "values", "codes", "batches", "most_cells", "seed"});
        SilhouetteOptions how;
        if (o.has("most_cells")) how.most_cells = o.size("most_cells");
        how.seed = static_cast<std::uint64_t>(o.whole("seed"));
        const auto batches = o.has("batches") ? o.array<std::int32_t>("batches") : std::vector<std::int32_t>();
        const auto found = silhouette_of(o.array<float>("values"), o.size("dims"), o.array<std::int32_t>("codes"), batches, how);
        val out =
            record({{"cells", static_cast<double>(found.cells)}, {"mean", found.mean}, {"label", found.label}, {"batch", found.batch}});
        out.set("categories", owned(found.by_category));
        out.set("byCategory", owned(found.batch_by_category));
        return out;
    });
}

val own_type_shares(val options) {
    return guard([&] {
        const Options o(options, "own_type_shares", {"k", "index", "distance", "types", "samples", "sampleCount"});
        const auto types = o.array<std::int32_t>("types"), samples = o.array<std::int32_t>("samples");
        const auto found = phenolens::own_type_shares(neighbors_in(o), types, samples, o.size("sampleCount"));
        val out = val::object();
        out.set("share", owned(found.share));
        out.set("expected", owned(found.expected));
        out.set("cells", owned(found.cells));
        return out;
    });
}

val crossing(val options) {
    return guard([&] {
        const Options o(options, "crossing", {"first", "firsts", "second", "seconds"});
        const auto first = o.array<std::int32_t>("first"), second = o.array<std::int32_t>("second");
        const auto found = crossing_of(first, o.size("firsts"), second, o.size("seconds"));
        val out = record({{"cells", found.cells}, {"blocks", static_cast<double>(found.parts)}});
        out.set("table", owned(found.table));
        out.set("only", owned(found.only));
        out.set("relation", word_of(found.relation));
        return out;
    });
}

}  // namespace phenolens::bind
