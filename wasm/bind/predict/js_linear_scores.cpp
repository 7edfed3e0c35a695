#include "bind/predict/js_linear_scores.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {

using emscripten::val;

val linear_scores(JsAnalysis& analysis, double handle, val options) {
    return guard([&] {
        const Options o(options, "linear_scores", {"cells"});
        Analysis& of = analysis.inner();
        return owned(of.linear(handle_of(handle)).scores(of.block(), o.array<std::int32_t>("cells")));
    });
}

}  // namespace phenolens::bind
