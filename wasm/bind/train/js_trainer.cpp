#include "bind/train/js_trainer.hpp"

#include "base/error.hpp"
#include "bind/base/convert.hpp"
#include "bind/base/guard.hpp"
#include "train/composite_cells.hpp"
#include "train/gene_ranking.hpp"

namespace phenolens::bind {

using emscripten::val;

const TrainedMap& JsTrainer::trained() const {
    if (!map_) throw Error(ErrorCode::internal, "Nothing was trained yet.");
    return *map_;
}

val JsTrainer::start(val options) {
    return guard([&] {
        const Options o(options, "start", {"genes", "rows"});
        map_.reset();
        sample_ = TrainingSample();
        sample_ = TrainingSample(o.size("genes"), o.size("rows"));
        return val::null();
    });
}

val JsTrainer::add(val part) {
    return guard([&] {
        sample_.add(copy_numbers<std::uint8_t>(part, "part of a training sample"));
        return val::null();
    });
}

val JsTrainer::fit(val options) {
    return guard([&] {
        const Options o(options, "fit", {"codes", "classes", "choice", "genes", "list", "components", "classifier", "c", "seed"});
        LinearRecipe recipe;
        recipe.choice = gene_choice(o.text("choice"));
        recipe.genes = o.size("genes");
        if (o.has("list")) recipe.list = o.array<std::int32_t>("list");
        recipe.components = o.size("components");
        recipe.classifier = classifier_of(o.text("classifier"));
        recipe.c = o.number("c");
        recipe.seed = static_cast<std::uint64_t>(o.whole("seed"));
        map_.reset();
        map_ = train_linear(sample_, o.array<std::int32_t>("codes"), o.size("classes", kMostClasses), recipe);
        val out = val::object();
        out.set("cells", static_cast<double>(map_->cells));
        out.set("genes", static_cast<double>(map_->genes.size()));
        out.set("components", static_cast<double>(map_->components));
        out.set("iterations", static_cast<double>(map_->iterations));
        out.set("converged", map_->converged);
        return out;
    });
}

val JsTrainer::rank(val options) {
    return guard([&] {
        const Options o(options, "rank", {"codes", "classes", "method", "seed"});
        return owned(rank_genes(sample_, o.array<std::int32_t>("codes"), o.size("classes", kMostClasses), ranking_of(o.text("method")),
                                static_cast<std::uint64_t>(o.whole("seed"))));
    });
}

val JsTrainer::logits(val rows) {
    return guard([&] {
        const auto cells = copy_numbers<std::int32_t>(rows, "rows of a training sample");
        for (const std::int32_t row : cells) {
            if (row < 0 || static_cast<std::size_t>(row) >= sample_.rows())
                throw Error(ErrorCode::internal, "A row is not one of the sample's.");
        }
        return owned(map_logits(trained(), sample_, cells));
    });
}

val JsTrainer::map() {
    return guard([&] {
        const TrainedMap& map = trained();
        val out = val::object();
        out.set("genes", owned(map.genes));
        out.set("weights", owned(map.weights));
        out.set("bias", owned(map.bias));
        out.set("mean", owned(map.mean));
        out.set("clusters", static_cast<double>(map.clusters));
        return out;
    });
}

val JsTrainer::composite(val options) {
    return guard([&] {
        const Options o(options, "composite", {"codes", "classes", "genes", "vocabulary", "normalization", "seed"});
        CompositeOptions composite;
        composite.seed = static_cast<std::uint64_t>(o.whole("seed"));
        return owned(write_panel_cells(composite_cells(sample_, o.array<std::int32_t>("codes"), o.size("classes", kMostClasses),
                                                       o.array<std::int32_t>("genes"), o.size("vocabulary"),
                                                       normalization_of(o.text("normalization")), composite)));
    });
}

val JsTrainer::has_scores() {
    return guard([&] {
        std::vector<std::uint8_t> out(sample_.rows());
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = sample_.has_scores(i);
        return owned(out);
    });
}

}  // namespace phenolens::bind
