#include "bind/predict/js_prune_scores.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "predict/reference.hpp"

namespace phenolens::bind {

using emscripten::val;

val prune_scores(val options) {
    return guard([&] {
        const Options o(options, "prune_scores", {"label", "overMedian"});
        return owned(phenolens::prune_scores(o.array<std::int32_t>("label"), o.array<float>("overMedian")));
    });
}

}  // namespace phenolens::bind
