#include "bind/compare/asked.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens::bind {

Design design_of(const Options& options) {
    Design design(options.array<double>("design"), options.texts("columns"));
    const auto samples = options.size("samples");
    if (design.samples() != samples)
        throw Error(ErrorCode::bad_input, sentence("The design is of ", design.samples(), " samples, and there are ", samples, "."));
    return design;
}

CountsAsked::CountsAsked(const Options& options)
    : values_(options.array<double>("counts")), genes_(options.size("genes")), samples_(options.size("samples")) {
    check_counts(counts());
    if (options.has("groups")) group_ = options.array<std::int32_t>("groups");
    options_.group = group_;
    options_.filters = options.flag("filter", true);
    options_.weighs_samples = options.flag("sample_weights", false);
}

}  // namespace phenolens::bind
