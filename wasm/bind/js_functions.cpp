#include "js_functions.hpp"

#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "convert.hpp"
#include "explain/enrichment.hpp"
#include "guard.hpp"
#include "read/inflate.hpp"
#include "read/value_verdict.hpp"
#include "results.hpp"
#include "stats/mean_interval.hpp"
#include "stats/statistics.hpp"

namespace phenolens::bind {
namespace {

using emscripten::val;

/// The arrays of a head's predictions, kept alive for a view of them.
struct Predictions {
    std::size_t k;
    std::vector<std::uint16_t> top;
    std::vector<float> probability, entropy;

    explicit Predictions(const Options& o)
        : k(static_cast<std::size_t>(o.whole("k"))), top(o.array<std::uint16_t>("top")), probability(o.array<float>("probability")),
          entropy(o.array<float>("entropy")) {}

    PredictionView view() const { return {k, top, probability, entropy}; }
};

std::size_t classes_in(const Options& o) {
    const std::int64_t classes = o.whole("classes");
    if (classes > std::numeric_limits<std::uint16_t>::max())
        throw Error(ErrorCode::bad_input, sentence("A head has at most 65,534 classes, not ", classes, "."));
    return static_cast<std::size_t>(classes);
}

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
    const auto genes = static_cast<std::size_t>(o.whole("genes"));
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

}  // namespace

std::string version() { return kVersion; }

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

val evaluate(val options) {
    return guard([&] {
        const Options o(options, "evaluate", {"k", "top", "probability", "entropy", "truth", "classes"});
        const Predictions predictions(o);
        return to_js(phenolens::evaluate(predictions.view(), o.array<std::int32_t>("truth"), classes_in(o)));
    });
}

val compare(val options) {
    return guard([&] {
        const Options o(options, "compare", {"first", "second", "truth"});
        return to_js(phenolens::compare(o.array<std::uint16_t>("first"), o.array<std::uint16_t>("second"), o.array<std::int32_t>("truth")));
    });
}

val summarize_head(val options) {
    return guard([&] {
        const Options o(options, "summarize_head", {"k", "top", "probability", "entropy", "classes", "selection"});
        const Predictions predictions(o);
        if (!o.has("selection")) return to_js(phenolens::summarize_head(predictions.view(), classes_in(o), std::nullopt));
        const auto selection = o.array<std::uint32_t>("selection");
        return to_js(phenolens::summarize_head(predictions.view(), classes_in(o), selection));
    });
}

val distribution(val options) {
    return guard([&] {
        const Options o(options, "distribution", {"values", "bins"});
        return to_js(distribution_of(o.array<float>("values"), static_cast<std::size_t>(o.whole("bins"))));
    });
}

val principal_components(val options) {
    return guard([&] {
        const Options o(options, "principal_components", {"rows", "dims", "values", "components"});
        const auto values = o.array<float>("values");
        const auto rows = static_cast<std::size_t>(o.whole("rows")), dims = static_cast<std::size_t>(o.whole("dims"));
        if (dims == 0 || dims > 4096 || o.number("rows") * o.number("dims") != static_cast<double>(values.size())) {
            throw Error(ErrorCode::bad_input,
                        sentence(values.size(), " values are not ", rows, " rows of ", dims, " dimensions (at most 4,096)."));
        }
        Covariance covariance(dims);
        for (std::size_t row = 0; row < rows; ++row) covariance.add({values.data() + row * dims, dims});
        return to_js(leading_components(covariance, static_cast<std::size_t>(o.whole("components"))));
    });
}

val project(val options) {
    return guard([&] {
        const Options o(options, "project", {"rows", "values", "mean", "rotation"});
        const auto values = o.array<float>("values"), mean = o.array<float>("mean");
        if (o.number("rows") * static_cast<double>(mean.size()) != static_cast<double>(values.size())) {
            throw Error(ErrorCode::bad_input,
                        sentence(values.size(), " values are not ", o.number("rows"), " rows of ", mean.size(), " dimensions."));
        }
        return owned(phenolens::project(values, mean, o.array<float>("rotation")));
    });
}

val over_representation(val options) {
    return guard([&] {
        const Options o(options, "over_representation", {"background", "drawn", "genes", "lengths"});
        const auto found = phenolens::over_representation(static_cast<std::size_t>(o.whole("background")), o.array<std::int32_t>("drawn"),
                                                          {o.array<std::int32_t>("genes"), o.array<std::int32_t>("lengths")});
        val list = val::array();
        for (const auto& one : found) {
            val out = val::object();
            out.set("size", one.size);
            out.set("overlap", one.overlap);
            out.set("expected", one.expected);
            out.set("odds", to_js(one.odds));
            out.set("p", one.p);
            out.set("q", one.q);
            list.call<void>("push", out);
        }
        return list;
    });
}

val benjamini_hochberg(val p) {
    return guard([&] {
        const auto values = copy_numbers<float>(p, "p values");
        return owned(phenolens::benjamini_hochberg(std::vector<double>(values.begin(), values.end())));
    });
}

val spearman(val options) {
    return guard([&] {
        const Options o(options, "spearman", {"first", "second"});
        const auto first = o.array<float>("first"), second = o.array<float>("second");
        return val(phenolens::spearman(std::vector<double>(first.begin(), first.end()), std::vector<double>(second.begin(), second.end())));
    });
}

val preranked(val options) {
    return guard([&] {
        const Options o(options, "preranked", {"scores", "genes", "lengths", "weight", "permutations", "seed"});
        const auto permutations = o.whole("permutations");
        if (permutations < 1 || permutations > 1'000'000)
            throw Error(ErrorCode::bad_input, sentence(permutations, " random sets were asked for; from 1 to 1,000,000 can be made."));
        const auto found =
            phenolens::preranked(o.array<float>("scores"), {o.array<std::int32_t>("genes"), o.array<std::int32_t>("lengths")},
                                 {o.number("weight"), static_cast<std::size_t>(permutations), static_cast<std::uint64_t>(o.whole("seed"))});
        val list = val::array();
        for (const auto& one : found) {
            val out = val::object();
            out.set("size", one.size);
            out.set("es", one.es);
            out.set("nes", one.nes);
            out.set("p", one.p);
            out.set("q", one.q);
            out.set("leadingEdge", owned(one.leading_edge));
            list.call<void>("push", out);
        }
        return list;
    });
}

val mean_interval(val options) {
    return guard([&] {
        const Options o(options, "mean_interval", {"values", "units"});
        const auto units = o.has("units") ? o.array<std::int32_t>("units") : std::vector<std::int32_t>();
        return to_js(phenolens::mean_interval(o.array<float>("values"), units));
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
        const auto bytes = phenolens::inflate_chunks(streams, lengths, static_cast<std::size_t>(o.whole("chunkBytes")),
                                                     static_cast<std::size_t>(o.whole("shuffled")));
        if (bytes.empty()) throw Error(ErrorCode::bad_file, "A chunk cannot be inflated; the file is damaged.");
        return owned(bytes);
    });
}

}  // namespace phenolens::bind
