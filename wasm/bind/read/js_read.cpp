#include "bind/read/js_read.hpp"

#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "read/inflate.hpp"
#include "read/values.hpp"

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

}  // namespace

val judge_values(val options) {
    return guard([&] {
        const Options o(options, "judge_values", {"values", "indptr", "genes"});
        const auto values = o.array<float>("values");
        const ValueVerdict verdict = phenolens::judge_values(values, starts_of(o, values.size()));
        val out = val::object();
        out.set("kind", std::string(name_of(verdict.kind)));
        out.set("why", verdict.why);
        return out;
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
