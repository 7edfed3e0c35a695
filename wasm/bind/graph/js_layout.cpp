#include "bind/graph/js_layout.hpp"

#include <cstddef>
#include <vector>

#include "base/error.hpp"
#include "base/exact.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "bind/graph/js_graph.hpp"

namespace phenolens::bind {

using emscripten::val;

val JsLayout::start(val options) {
    return guard([&] {
        const Options o(options, "start", {"points", "dims", "values", "start", "neighbors", "min_dist", "epochs", "seed"});
        const auto points = o.size("points");
        NeighborOptions near;
        if (o.has("neighbors")) near.k = static_cast<int>(o.size("neighbors")) - 1;
        near.seed = static_cast<std::uint64_t>(o.whole("seed"));
        const auto neighbors = find_neighbors(o.array<float>("values"), points, static_cast<int>(o.size("dims")), near);
        UmapOptions settle;
        if (o.has("min_dist")) settle.min_dist = o.number("min_dist");
        if (o.has("epochs")) settle.epochs = static_cast<int>(o.size("epochs"));
        settle.seed = near.seed;
        const auto start = o.array<float>("start");
        if (start.size() != 2 * points) throw Error(ErrorCode::internal, "A layout starts from two coordinates a point.");
        umap_.emplace(neighbors, start, settle);
        return val(umap_->epochs());
    });
}

val JsLayout::start_near(val options) {
    return guard([&] {
        const Options o(options, "start_near", {"k", "index", "distance", "start", "min_dist", "epochs", "seed"});
        const auto neighbors = neighbors_in(o);
        UmapOptions settle;
        if (o.has("min_dist")) settle.min_dist = o.number("min_dist");
        if (o.has("epochs")) settle.epochs = static_cast<int>(o.size("epochs"));
        settle.seed = static_cast<std::uint64_t>(o.whole("seed"));
        umap_.emplace(neighbors, o.array<float>("start"), settle);
        return val(umap_->epochs());
    });
}

val JsLayout::step(double epochs) {
    return guard([&] {
        if (!umap_) throw Error(ErrorCode::internal, "The layout was not started.");
        if (!is_exact<std::int32_t>(epochs) || epochs < 0) throw Error(ErrorCode::internal, "A layout is settled by a number of epochs.");
        const int left = umap_->step(static_cast<int>(epochs));
        const auto positions = umap_->positions();
        auto result = val::object();
        result.set("left", left);
        result.set("xy", owned(std::vector<float>(positions.begin(), positions.end())));
        return result;
    });
}

}  // namespace phenolens::bind
