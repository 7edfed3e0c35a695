#include "cells/cell_scores.hpp"

#include <algorithm>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cells/normalize.hpp"

namespace phenolens {

Normalization normalization_of(std::string_view name) {
    if (name == "rank-normal") return Normalization::rank_normal;
    if (name == "log1p") return Normalization::log1p;
    throw Error(ErrorCode::model, sentence("A linear model reads rank-normal or log1p scores, not '", std::string(name), "'."));
}

CellScores::CellScores(const GeneMap& map, ValueKind kind, Normalization normalization, double target_sum, std::span<const double> ceilings)
    : kind_(kind), normalization_(normalization), target_sum_(target_sum), gatherer_(in_file_order(map), kind),
      rank_(normalization == Normalization::rank_normal ? map.found : 0) {
    if (ceilings.empty()) return;
    if (normalization == Normalization::rank_normal || ceilings.size() != map.vocabulary())
        throw Error(ErrorCode::internal, "Ceilings are one for each gene of log1p scores.");
    for (const std::int32_t gene : kept_) {
        ceilings_.push_back(ceilings[static_cast<std::size_t>(gene)]);
        if (!(ceilings_.back() > 0)) throw Error(ErrorCode::model, "The model cuts a gene's scores below zero, where no expression lies.");
    }
}

GeneMap CellScores::in_file_order(const GeneMap& map) {
    GeneMap out = map;
    out.columns_of.clear();
    std::vector<std::int32_t> number(map.vocabulary(), -1);
    for (std::int32_t& gene : out.vocabulary_of) {
        if (gene < 0) continue;
        if (number[gene] < 0) {
            number[gene] = static_cast<std::int32_t>(kept_.size());
            kept_.push_back(gene);
            out.columns_of.push_back(map.columns_of[gene]);
        }
        gene = number[gene];
    }
    return out;
}

bool CellScores::score(const MatrixBlock& block, std::size_t cell, ScoredCell& out) {
    gatherer_.gather(block.genes_of(cell), block.values_of(cell), measured_);
    bool has_scores;
    if (normalization_ == Normalization::rank_normal)
        has_scores = rank_.transform(measured_.values, ranked_);
    else {
        const double total = cell_total(block.values_of(cell), kind_);
        has_scores = total > 0;
        ranked_.zero = 0;
        ranked_.difference.resize(measured_.values.size());
        log1p_values(measured_.values, total, target_sum_, kind_, ranked_.difference);
        for (std::size_t i = 0; !ceilings_.empty() && i < ranked_.difference.size(); ++i) {
            float& score = ranked_.difference[i];
            score = std::min(score, static_cast<float>(ceilings_[static_cast<std::size_t>(measured_.genes[i])]));
        }
    }
    out = {ranked_.zero, measured_.genes, ranked_.difference};
    return has_scores;
}

bool CellScores::score(const MatrixBlock& block, std::size_t cell, ExactCell& out) {
    if (normalization_ == Normalization::rank_normal) throw Error(ErrorCode::internal, "Rank-normal scores are of single precision.");
    gatherer_.gather(block.genes_of(cell), block.values_of(cell), measured_);
    const double total = cell_total(block.values_of(cell), kind_);
    exact_.resize(measured_.values.size());
    log1p_values<double>(measured_.values, total, target_sum_, kind_, exact_);
    for (std::size_t i = 0; !ceilings_.empty() && i < exact_.size(); ++i)
        exact_[i] = std::min(exact_[i], ceilings_[static_cast<std::size_t>(measured_.genes[i])]);
    out = {measured_.genes, exact_};
    return total > 0;
}

}  // namespace phenolens
