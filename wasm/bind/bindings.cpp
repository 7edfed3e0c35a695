#include <emscripten/bind.h>

#include <string>

#include "base/version.hpp"
#include "bind/cells/js_quality.hpp"
#include "bind/cells/js_sex.hpp"
#include "bind/compare/js_compare.hpp"
#include "bind/compare/js_expression.hpp"
#include "bind/explain/js_attribution.hpp"
#include "bind/explain/js_enrichment.hpp"
#include "bind/explain/js_set_scores.hpp"
#include "bind/genes/js_gene_kinds.hpp"
#include "bind/genes/js_vocabulary.hpp"
#include "bind/graph/js_graph.hpp"
#include "bind/graph/js_layout.hpp"
#include "bind/integrate/js_harmony.hpp"
#include "bind/integrate/js_mixing.hpp"
#include "bind/integrate/js_mutual_neighbors.hpp"
#include "bind/js_analysis.hpp"
#include "bind/predict/js_linear_scores.hpp"
#include "bind/predict/js_prune_scores.hpp"
#include "bind/read/js_read.hpp"
#include "bind/stats/js_statistics.hpp"
#include "bind/survey/js_moments.hpp"
#include "bind/survey/js_projection.hpp"
#include "bind/survey/js_ranks.hpp"
#include "bind/survey/js_sums.hpp"
#include "bind/train/js_trainer.hpp"
#include "bind/train/js_training.hpp"
#include "bind/train/js_training_scores.hpp"
#include "bind/trust/js_landscape.hpp"
#include "bind/trust/js_metrics.hpp"
#include "bind/trust/js_trust.hpp"

using phenolens::bind::JsAnalysis;
using phenolens::bind::JsAttribution;
using phenolens::bind::JsHarmony;
using phenolens::bind::JsLayout;
using phenolens::bind::JsMutualNeighbors;
using phenolens::bind::JsProjection;
using phenolens::bind::JsRanks;
using phenolens::bind::JsSetScores;
using phenolens::bind::JsSums;
using phenolens::bind::JsTrainer;
using phenolens::bind::JsTrainingScores;

EMSCRIPTEN_BINDINGS(phenolens_core) {
    namespace bind = phenolens::bind;
    using emscripten::function;

    function(
        "version", +[] { return std::string(phenolens::kVersion); });
    function("judge_values", &bind::judge_values);
    function("share_proportional", &bind::share_proportional);
    function("restore_values", &bind::restore_values);
    function("evaluate", &bind::evaluate);
    function("compare", &bind::compare);
    function("judge", &bind::judge);
    function("accept_subtypes", &bind::accept_subtypes);
    function("evaluate_ranked", &bind::evaluate_ranked);
    function("calibration", &bind::calibration);
    function("fit_temperature", &bind::fit_temperature);
    function("risk_coverage", &bind::risk_coverage);
    function("roc", &bind::roc);
    function("profile_distances", &bind::profile_distances);
    function("profile_outlyingness", &bind::profile_outlyingness);
    function("fit_profiles", &bind::fit_profiles);
    function("compare_models", &bind::compare_models);
    function("wilson", &bind::wilson);
    function("stratified_shares", &bind::stratified_shares);
    function("draw_order", &bind::draw_order);
    function("standing", &bind::standing);
    function("landscape", &bind::landscape);
    function("fit_line", &bind::fit_line);
    function("compare_slopes", &bind::compare_slopes);
    function("mean_difference", &bind::mean_difference);
    function("summarize_head", &bind::summarize_head);
    function("distribution", &bind::distribution);
    function("doublet_scores", &bind::doublet_scores);
    function("principal_components", &bind::principal_components);
    function("project", &bind::project);
    function("over_representation", &bind::over_representation);
    function("benjamini_hochberg", &bind::benjamini_hochberg);
    function("spearman", &bind::spearman);
    function("preranked", &bind::preranked);
    function("mean_interval", &bind::mean_interval);
    function("inflate_chunks", &bind::inflate_chunks);
    function("known_columns", &bind::known_columns);
    function("linear_scores", &bind::linear_scores);
    function("prune_scores", &bind::prune_scores);
    function("gene_moments", &bind::gene_moments);
    function("gene_kinds", &bind::gene_kinds);
    function("training_vocabulary", &bind::training_vocabulary);
    function("stratified_folds", &bind::stratified_folds);
    function("group_folds", &bind::group_folds);
    function("balanced_sample", &bind::balanced_sample);
    function("cross_validate", &bind::cross_validate);
    function("score_held_out", &bind::score_held_out);
    function("fit_logit_temperature", &bind::fit_logit_temperature);

    emscripten::class_<JsAnalysis>("Analysis")
        .constructor<>()
        .function("set_genes", &JsAnalysis::set_genes)
        .function("add_linear", &JsAnalysis::add_linear)
        .function("add_encoder", &JsAnalysis::add_encoder)
        .function("add_reference", &JsAnalysis::add_reference)
        .function("load", &JsAnalysis::load)
        .function("load_dense", &JsAnalysis::load_dense)
        .function("thin", &JsAnalysis::thin)
        .function("survey", emscripten::select_overload<emscripten::val()>(&JsAnalysis::survey))
        .function("survey", emscripten::select_overload<emscripten::val(emscripten::val)>(&JsAnalysis::survey))
        .function("predict", emscripten::select_overload<emscripten::val(double)>(&JsAnalysis::predict))
        .function("predict", emscripten::select_overload<emscripten::val(double, emscripten::val)>(&JsAnalysis::predict))
        .function("decisions", &JsAnalysis::decisions)
        .function("token_counts", &JsAnalysis::token_counts)
        .function("measured", &JsAnalysis::measured)
        .function("encode", &JsAnalysis::encode)
        .function("score", &JsAnalysis::score)
        .function("add_embedding", &JsAnalysis::add_embedding)
        .function("components", &JsAnalysis::components)
        .function("state", &JsAnalysis::state)
        .function("merge", &JsAnalysis::merge)
        .function("report", &JsAnalysis::report);

    emscripten::class_<JsAttribution>("Attribution")
        .constructor<>()
        .function("start", &JsAttribution::start)
        .function("explain", &JsAttribution::explain)
        .function("leave_out", &JsAttribution::leave_out)
        .function("rows", &JsAttribution::rows)
        .function("weights", &JsAttribution::weights)
        .function("prune", &JsAttribution::prune)
        .function("add", &JsAttribution::add)
        .function("state", &JsAttribution::state)
        .function("merge", &JsAttribution::merge)
        .function("merge_at", &JsAttribution::merge_at)
        .function("report", &JsAttribution::report);

    emscripten::class_<JsSetScores>("SetScores")
        .constructor<>()
        .function("start", &JsSetScores::start)
        .function("score", &JsSetScores::score);

    emscripten::class_<JsTrainingScores>("TrainingScores")
        .constructor<>()
        .function("start", &JsTrainingScores::start)
        .function("part", &JsTrainingScores::part);

    emscripten::class_<JsTrainer>("Trainer")
        .constructor<>()
        .function("start", &JsTrainer::start)
        .function("add", &JsTrainer::add)
        .function("fit", &JsTrainer::fit)
        .function("rank", &JsTrainer::rank)
        .function("logits", &JsTrainer::logits)
        .function("map", &JsTrainer::map)
        .function("composite", &JsTrainer::composite)
        .function("has_scores", &JsTrainer::has_scores);

    function("find_neighbors", &bind::find_neighbors);
    function("graph_edges", &bind::graph_edges);
    function("cluster", &bind::cluster);
    function("rank_parts", &bind::rank_parts);
    function("normal_tests", &bind::normal_tests);
    function("kernel_density", &bind::kernel_density);
    function("agreement", &bind::agreement);
    function("lisi", &bind::lisi);
    function("kbet", &bind::kbet);
    function("graph_connectivity", &bind::graph_connectivity);
    function("silhouette", &bind::silhouette);
    function("own_type_shares", &bind::own_type_shares);
    function("crossing", &bind::crossing);
    function("cell_quality", &bind::cell_quality);
    function("outlier_limits", &bind::outlier_limits);
    function("sex_counts", &bind::sex_counts);
    function("sex_of_cells", &bind::sex_of_cells);
    function("judge_sex", &bind::judge_sex);

    function("filter_by_expr", &bind::filter_by_expr);
    function("tmm", &bind::tmm);
    function("expression_tests", &bind::expression_tests);
    function("camera", &bind::camera);
    function("camera_preranked", &bind::camera_preranked);
    function("propeller", &bind::propeller);
    function("energy_distance", &bind::energy_distance);

    emscripten::class_<JsSums>("Sums")
        .constructor<>()
        .function("start", &JsSums::start)
        .function("add", &JsSums::add)
        .function("state", &JsSums::state)
        .function("merge", &JsSums::merge)
        .function("restart", &JsSums::restart)
        .function("sizes", &JsSums::sizes)
        .function("dispersions", &JsSums::dispersions)
        .function("variance_trend", &JsSums::variance_trend)
        .function("standardized", &JsSums::standardized)
        .function("batch_cells", &JsSums::batch_cells)
        .function("batch_dispersions", &JsSums::batch_dispersions)
        .function("batch_trends", &JsSums::batch_trends)
        .function("batch_standardized", &JsSums::batch_standardized)
        .function("mean_total", &JsSums::mean_total)
        .function("above_poisson", &JsSums::above_poisson)
        .function("anova", &JsSums::anova)
        .function("group_means", &JsSums::group_means)
        .function("tests", &JsSums::tests)
        .function("rate_tests", &JsSums::rate_tests)
        .function("gene_counts", &JsSums::gene_counts)
        .function("donor_sides", &JsSums::donor_sides)
        .function("donor_tests", &JsSums::donor_tests)
        .function("add_sample", &JsSums::add_sample)
        .function("sample_counts", &JsSums::sample_counts)
        .function("components", &JsSums::components)
        .function("kept_components", &JsSums::kept_components);

    emscripten::class_<JsRanks>("Ranks")
        .constructor<>()
        .function("start", &JsRanks::start)
        .function("add", &JsRanks::add)
        .function("tests", &JsRanks::tests);

    emscripten::class_<JsProjection>("Projection")
        .constructor<>()
        .function("start", &JsProjection::start)
        .function("project", &JsProjection::project);

    emscripten::class_<JsLayout>("Layout")
        .constructor<>()
        .function("start", &JsLayout::start)
        .function("start_near", &JsLayout::start_near)
        .function("step", &JsLayout::step);

    emscripten::class_<JsHarmony>("Harmony")
        .constructor<>()
        .function("start", &JsHarmony::start)
        .function("step", &JsHarmony::step)
        .function("positions", &JsHarmony::positions)
        .function("objectives", &JsHarmony::objectives);

    emscripten::class_<JsMutualNeighbors>("MutualNeighbors")
        .constructor<>()
        .function("start", &JsMutualNeighbors::start)
        .function("step", &JsMutualNeighbors::step)
        .function("positions", &JsMutualNeighbors::positions);
}
