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
    if (name == "log1p-of-model") return Normalization::log1p_of_model;
    if (name == "proportions") return Normalization::proportions;
    throw Error(ErrorCode::model, sentence("A linear model reads rank-normal or log1p scores, not '", std::string(name), "'."));
}

CellScores::CellScores(const GeneMap& map, ValueKind kind, Normalization normalization, double target_sum, std::span<const double> ceilings)
    : kind_(kind), normalization_(normalization), target_sum_(target_sum), gatherer_(in_file_order(map), kind),
      rank_(normalization == Normalization::rank_normal ? map.found : 0) {
    if (normalization == Normalization::proportions) throw Error(ErrorCode::internal, "No model reads proportions.");
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

template <typename Number> bool CellScores::take_logs(const MatrixBlock& block, std::size_t cell, std::vector<Number>& out) {
    out.resize(measured_.values.size());
    if (normalization_ == Normalization::log1p_of_model) {
        log1p_values_of_own_total<Number>(measured_.values, target_sum_, kind_, out);
        return cell_total(measured_.values, kind_) > 0;
    }
    const double total = cell_total(block.values_of(cell), kind_);
    log1p_values<Number>(measured_.values, total, target_sum_, kind_, out);
    return total > 0;
}

bool CellScores::score(const MatrixBlock& block, std::size_t cell, ScoredCell& out) {
    gatherer_.gather(block.genes_of(cell), block.values_of(cell), measured_);
    bool has_scores;
    if (normalization_ == Normalization::rank_normal)
        has_scores = rank_.transform(measured_.values, ranked_);
    else {
        ranked_.zero = 0;
        has_scores = take_logs(block, cell, ranked_.difference);
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
    const bool has_scores = take_logs(block, cell, exact_);
    for (std::size_t i = 0; !ceilings_.empty() && i < exact_.size(); ++i)
        exact_[i] = std::min(exact_[i], ceilings_[static_cast<std::size_t>(measured_.genes[i])]);
    out = {measured_.genes, exact_};
    return has_scores;
}

}  // namespace phenolens
