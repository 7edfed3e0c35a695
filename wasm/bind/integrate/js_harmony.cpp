#include "bind/integrate/js_harmony.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {

using emscripten::val;

val JsHarmony::start(val options) {
    return guard([&] {
        const Options o(options, "start",
                        {"dims", "values", "codes", "levels", "theta", "sigma", "lambda", "clusters", "corrections", "seed"});
        HarmonyOptions how;
        if (o.has("theta")) how.theta = o.numbers("theta");
        if (o.has("sigma")) how.sigma = o.number("sigma");
        if (o.has("lambda")) how.ridge.penalty = o.number("lambda");
        if (o.has("clusters")) how.clusters = o.size("clusters");
        if (o.has("corrections")) how.corrections = static_cast<int>(o.size("corrections"));
        how.seed = static_cast<std::uint64_t>(o.whole("seed"));
        std::vector<std::size_t> levels;
        for (const std::int32_t count : o.array<std::int32_t>("levels")) {
            if (count < 0) throw Error(ErrorCode::internal, "A covariate has a number of categories.");
            levels.push_back(static_cast<std::size_t>(count));
        }
        harmony_.reset();
        harmony_.emplace(o.array<float>("values"), o.size("dims"), o.array<std::int32_t>("codes"), std::move(levels), how);
        val out = val::object();
        out.set("clusters", static_cast<double>(harmony_->clusters()));
        out.set("cells", static_cast<double>(harmony_->cells()));
        return out;
    });
}

Harmony& JsHarmony::started() {
    if (!harmony_) throw Error(ErrorCode::internal, "Harmony was not started.");
    return *harmony_;
}

val JsHarmony::step() {
    return guard([&] {
        Harmony& harmony = started();
        val out = val::object();
        out.set("done", !harmony.step());
        out.set("converged", harmony.converged());
        out.set("share", harmony.share());
        out.set("corrections", harmony.corrections());
        out.set("objective", harmony.objectives().empty() ? val::null() : val(harmony.objectives().back()));
        return out;
    });
}

val JsHarmony::positions() {
    return guard([&] { return owned(started().positions()); });
}

val JsHarmony::objectives() {
    return guard([&] { return owned(started().objectives()); });
}

}  // namespace phenolens::bind
