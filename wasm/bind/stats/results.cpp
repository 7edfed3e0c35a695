#include "bind/stats/results.hpp"

#include "bind/base/convert.hpp"

namespace phenolens::bind {

using emscripten::val;

val to_js(const Components& components) {
    val out = val::object();
    out.set("mean", owned(components.mean));
    out.set("rotation", owned(components.rotation));
    out.set("explained", owned(components.explained));
    out.set("dims", static_cast<double>(components.dims));
    out.set("components", static_cast<double>(components.components));
    out.set("rows", components.rows);
    return out;
}

val to_js(const Distribution& d) {
    val out = val::object();
    out.set("min", d.min);
    out.set("q1", d.q1);
    out.set("median", d.median);
    out.set("q3", d.q3);
    out.set("max", d.max);
    out.set("mean", d.mean);
    out.set("edges", plain(d.edges));
    out.set("counts", plain(d.counts));
    return out;
}

val to_js(const Interval& interval) {
    val out = val::object();
    out.set("value", interval.value);
    out.set("low", interval.low);
    out.set("high", interval.high);
    return out;
}

}  // namespace phenolens::bind
