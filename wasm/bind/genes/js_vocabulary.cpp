#include "bind/genes/js_vocabulary.hpp"

#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "genes/vocabulary_match.hpp"

namespace phenolens::bind {

using emscripten::val;

val known_columns(JsAnalysis& analysis, val options) {
    return guard([&] {
        const Options o(options, "known_columns", {"genes_tsv", "as_written"});
        return owned(phenolens::known_columns(analysis.inner().names(), o.text("genes_tsv"), o.flag("as_written", false)));
    });
}

}  // namespace phenolens::bind
