#include "bind/integrate/js_mutual_neighbors.hpp"

#include <cstdint>

#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {

using emscripten::val;

val JsMutualNeighbors::start(val options) {
    return guard([&] {
        const Options o(options, "start", {"dims", "values", "codes", "batches", "k"});
        mutual_.reset();
        mutual_.emplace(o.array<float>("values"), o.size("dims"), o.array<std::int32_t>("codes"), o.size("batches"),
                        o.has("k") ? static_cast<int>(o.size("k")) : kMutualNeighbors);
        val out = val::object();
        out.set("merges", static_cast<double>(mutual_->merges()));
        return out;
    });
}

MutualNeighbors& JsMutualNeighbors::started() {
    if (!mutual_) throw Error(ErrorCode::internal, "Mutual neighbours were not started.");
    return *mutual_;
}

val JsMutualNeighbors::step() {
    return guard([&] {
        val out = val::object();
        out.set("done", !started().step());
        out.set("share", mutual_->share());
        return out;
    });
}

val JsMutualNeighbors::positions() {
    return guard([&] { return owned(started().positions()); });
}

}  // namespace phenolens::bind
