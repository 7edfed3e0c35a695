#include "bind/read/js_read.hpp"

#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "read/inflate.hpp"
#include "read/proportional.hpp"
#include "read/value_verdict.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

std::vector<std::size_t> starts_of(const Options& o, std::size_t stored) {
    std::vector<std::size_t> starts;
    if (o.has("indptr")) {
        const auto indptr = o.array<std::int64_t>("indptr");
        for (std::size_t i = 0; i < indptr.size(); ++i) {
            if (indptr[i] < indptr[0] || (i > 0 && indptr[i] < indptr[i - 1]))
                throw Error(ErrorCode::bad_file, sentence("The matrix's indptr falls at cell ", i, "; the file is damaged."));
            starts.push_back(static_cast<std::size_t>(indptr[i] - indptr[0]));
        }
        if (starts.empty() || starts.back() != stored)
            throw Error(ErrorCode::bad_file,
                        sentence("The matrix's indptr does not end at its ", stored, " stored values; the file is damaged."));
        return starts;
    }
    const auto genes = o.size("genes");
    if (genes == 0 || stored % genes != 0)
        throw Error(ErrorCode::bad_file, sentence(stored, " dense values are no whole number of cells of ", genes, " genes."));
    for (std::size_t at = 0; at <= stored; at += genes) starts.push_back(at);
    return starts;
}

/// The arrays of a sample, kept alive for a view of them.
class StoredSample {
public:
    explicit StoredSample(const Options& o)
        : values_(o.array<float>("values")), starts_(starts_of(o, values_.size())), genes_(static_cast<std::size_t>(o.whole("genes"))) {
        if (o.has("indices")) columns_ = o.array<std::int32_t>("indices");
        if (!columns_.empty() && columns_.size() != values_.size())
            throw Error(ErrorCode::bad_file,
                        sentence("The matrix has ", values_.size(), " values but ", columns_.size(), " indices; the file is damaged."));
        // Without columns, sparse values are of no gene that is known.
        if (o.has("indptr") && columns_.empty()) genes_ = 0;
    }

    ValueSample view(double declared_base = 0) const { return {values_, starts_, columns_, genes_, declared_base}; }

private:
    std::vector<float> values_;
    std::vector<std::size_t> starts_;
    std::vector<std::int32_t> columns_;
    std::size_t genes_;
};

ValueScale scale_of(const val& object) {
    const Options o(object, "scale", {"stored", "log_base", "target"});
    const ValueScale scale{stored_as(o.text("stored")), o.number("log_base"), o.number("target")};
    if (!(scale.log_base > 1) || !(scale.target >= 0))
        throw Error(ErrorCode::bad_input,
                    sentence("Logarithms have a base above 1 and a target from 0 up, not ", scale.log_base, " and ", scale.target, "."));
    return scale;
}

val to_js(const ValueVerdict& verdict) {
    val scale = val::object(), look = val::object(), out = val::object();
    scale.set("stored", std::string(name_of(verdict.scale.stored)));
    scale.set("log_base", verdict.scale.log_base);
    scale.set("target", verdict.scale.target);
    look.set("total", verdict.look.total);
    look.set("detected", verdict.look.detected);
    look.set("largest", verdict.look.largest);
    look.set("ones", verdict.look.ones);
    out.set("kind", std::string(name_of(verdict.kind)));
    out.set("scale", scale);
    out.set("why", verdict.why);
    out.set("look", look);
    return out;
}

}  // namespace

val judge_values(val options) {
    return guard([&] {
        const Options o(options, "judge_values", {"values", "indptr", "indices", "genes", "declared_base"});
        const StoredSample sample(o);
        return to_js(phenolens::judge_values(sample.view(o.has("declared_base") ? o.number("declared_base") : 0)));
    });
}

val share_proportional(val options) {
    return guard([&] {
        const Options o(options, "share_proportional", {"first", "first_scale", "second", "second_scale"});
        const Options first(o.object("first"), "share_proportional's first", {"values", "indptr", "indices", "genes"});
        const Options second(o.object("second"), "share_proportional's second", {"values", "indptr", "indices", "genes"});
        const StoredSample a(first), b(second);
        return val(
            phenolens::share_proportional(a.view(), scale_of(o.object("first_scale")), b.view(), scale_of(o.object("second_scale"))));
    });
}

val restore_values(val options) {
    return guard([&] {
        const Options o(options, "restore_values", {"values", "indptr", "genes", "scale"});
        auto values = o.array<float>("values");
        phenolens::restore_values(values, starts_of(o, values.size()), scale_of(o.object("scale")));
        return owned(values);
    });
}

val inflate_chunks(val options) {
    return guard([&] {
        const Options o(options, "inflate_chunks", {"streams", "lengths", "chunkBytes", "shuffled"});
        const auto streams = o.array<std::uint8_t>("streams");
        const auto lengths = o.array<std::uint32_t>("lengths");
        constexpr double most = 1 << 30;
        if (o.number("chunkBytes") * static_cast<double>(lengths.size()) > most)
            throw Error(ErrorCode::memory,
                        sentence(lengths.size(), " chunks of ", o.number("chunkBytes"), " bytes are more than is inflated at once."));
        const auto bytes = phenolens::inflate_chunks(streams, lengths, o.size("chunkBytes"), o.size("shuffled"));
        if (bytes.empty()) throw Error(ErrorCode::bad_file, "A chunk cannot be inflated; the file is damaged.");
        return owned(bytes);
    });
}

}  // namespace phenolens::bind
