#include "support.hpp"

#include "parity/panel_expected.hpp"
#include "predict/panel_weights.hpp"

using namespace phenolens;
namespace given = expected::panel;

namespace {

constexpr std::size_t kGenes = 30, kClasses = 3, kCells = 40;

GeneMap panel_map() {
    std::string ids;
    for (const auto gene : given::panel) ids += (ids.empty() ? "G" : "\nG") + std::to_string(gene);
    return map_genes(read_gene_names(ids, {}), read_vocabulary(genes_tsv(kGenes)), true);
}

LinearWeights given_weights() {
    return {
        {given::weights.begin(), given::weights.end()}, {given::bias.begin(), given::bias.end()}, {given::mean.begin(), given::mean.end()}};
}

std::vector<Head> one_head() { return make_heads(std::vector<double>{kClasses}, std::vector<double>{1}); }

PanelCells given_cells() {
    PanelCells out{kGenes, {}};
    for (std::size_t i = 0; i < kCells; ++i) {
        auto& cell = out.cells.emplace_back();
        for (std::size_t j = 0; j < kGenes; ++j) {
            if (given::amounts[i * kGenes + j] == 0) continue;
            cell.genes.push_back(static_cast<std::int32_t>(j));
            cell.amounts.push_back(static_cast<std::uint8_t>(given::amounts[i * kGenes + j]));
        }
    }
    return out;
}

/// The kept cells' amounts on the panel, row-major, as a file's values.
std::vector<float> on_panel(float (*value)(float)) {
    std::vector<float> out;
    for (std::size_t i = 0; i < kCells; ++i) {
        for (const auto gene : given::panel)
            out.push_back(value(static_cast<float>(given::amounts[i * kGenes + static_cast<std::size_t>(gene)])));
    }
    return out;
}

}  // namespace

TEST_CASE("a model fitted to a panel is scikit-learn's ridge regression, for ranks and for log1p") {
    const auto check = [](Normalization normalization, float (*value)(float), const auto& logits, const auto& weights, const auto& share) {
        const auto map = panel_map();
        REQUIRE(is_panel(map));
        const auto fitted = panel_weights(given_weights(), one_head(), given_cells(), map, normalization, 1e4);
        REQUIRE(fitted);
        for (std::size_t k = 0; k < given::panel.size(); ++k) {
            for (std::size_t c = 0; c < kClasses; ++c)
                check_close(fitted->weights.weights[static_cast<std::size_t>(given::panel[k]) * kClasses + c], weights[k * kClasses + c],
                            1e-4);
        }
        check_close(fitted->explained[0], share[0], 1e-6);
        // Through the model itself, which scores the panel as it scores any file.
        LinearModel model(map, fitted->weights, one_head(), 0, ValueKind::counts, normalization);
        const auto block = block_of(on_panel(value), given::panel.size());
        check_all_close(model.logits(block, 0, kCells), logits, 1e-4);
    };
    check(
        Normalization::rank_normal, [](float amount) { return amount; }, given::rank_normal_logits, given::rank_normal_weights,
        given::rank_normal_explained);
    check(
        Normalization::log1p, [](float amount) { return std::expm1(amount / kAmountsPerLog); }, given::log1p_logits, given::log1p_weights,
        given::log1p_explained);
}

TEST_CASE("genes that are not measured have no weight, and too few kept cells fit nothing") {
    const auto map = panel_map();
    const auto fitted = panel_weights(given_weights(), one_head(), given_cells(), map, Normalization::rank_normal, 1e4);
    REQUIRE(fitted);
    for (std::size_t gene = 0; gene < kGenes; ++gene) {
        if (map.columns_of[gene] > 0) continue;
        for (std::size_t c = 0; c < kClasses; ++c) CHECK(fitted->weights.weights[gene * kClasses + c] == 0);
    }
    auto few = given_cells();
    few.cells.resize(19);
    CHECK(!panel_weights(given_weights(), one_head(), few, map, Normalization::rank_normal, 1e4));
}

TEST_CASE("a file of half of the genes or more is no panel") {
    const auto names = [](std::size_t genes) {
        return map_genes(read_gene_names(gene_ids(genes), {}), read_vocabulary(genes_tsv(kGenes)), true);
    };
    CHECK(is_panel(names(14)));
    CHECK(!is_panel(names(15)));
    CHECK(!is_panel(names(30)));
}
