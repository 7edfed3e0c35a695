#include "bind/explain/js_attribution.hpp"

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/exact.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"

namespace phenolens::bind {

using emscripten::val;

val JsAttribution::merge(val state) {
    return guard([&] {
        const auto bytes = copy_numbers<std::uint8_t>(state, "state of attributions");
        ByteReader reader(bytes);
        auto sums = AttributionSums::read(reader);
        if (!reader.at_end()) reader.fail();
        if (sums_)
            sums_->merge(sums);
        else
            sums_ = std::move(sums);
        return val::null();
    });
}

val JsAttribution::report(double group, val options) {
    return guard([&] {
        const Options o(options, "report", {"by_part"});
        if (!sums_ || !is_exact<std::int32_t>(group) || group < 0)
            throw Error(ErrorCode::internal, "There are no attributions of that group.");
        const auto found = sums_->report(static_cast<std::size_t>(group), o.flag("by_part", false));
        val out = val::object();
        out.set("cells", found.cells);
        out.set("parts", found.parts);
        out.set("mean", owned(found.mean));
        out.set("meanAbs", owned(found.mean_abs));
        out.set("se", owned(found.se));
        out.set("reach", found.reach);
        out.set("positiveShare", owned(found.positive_share));
        out.set("negativeShare", owned(found.negative_share));
        out.set("expressedShare", owned(found.expressed_share));
        out.set("t", owned(found.t));
        out.set("p", owned(found.p));
        out.set("q", owned(found.q));
        val halves = val::object();
        halves.set("spearman", found.split_half.spearman);
        halves.set("jaccard50", found.split_half.jaccard50);
        out.set("splitHalf", halves);
        return out;
    });
}

}  // namespace phenolens::bind
