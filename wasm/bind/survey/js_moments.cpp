#include "bind/survey/js_moments.hpp"

#include <vector>

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {

using emscripten::val;

val gene_moments(JsAnalysis& analysis) {
    return guard([&] {
        const GeneMoments& moments = analysis.inner().gene_moments();
        val out = val::object();
        out.set("cells", moments.cells());
        out.set("mean", owned(moments.mean()));
        out.set("variance", owned(moments.variance()));
        out.set("detected", owned(std::vector<float>(moments.detected().begin(), moments.detected().end())));
        return out;
    });
}

}  // namespace phenolens::bind
