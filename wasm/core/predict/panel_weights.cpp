#include "predict/panel_weights.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>

#include "cells/rank_normal.hpp"

namespace phenolens {
namespace {

using Matrix = Eigen::MatrixXd;
using Index = Eigen::Index;

constexpr double kPenalty = 4;
constexpr std::size_t kLeastCells = 20;
/// A gene that does not vary among the kept cells is not blown up.
constexpr double kLeastDeviation = 1e-3;

/// Scores of a kept cell over some genes of the vocabulary.
class PanelScores {
public:
    /// `place` is a gene's place among the `genes` scored, or -1.
    PanelScores(std::vector<std::int32_t> place, std::size_t genes, Normalization normalization, double target_sum)
        : place_(std::move(place)), normalization_(normalization), target_sum_(target_sum),
          rank_(normalization == Normalization::rank_normal ? genes : 0) {}

    /// Fills a row; false where the cell has nothing to score.
    bool score(const PanelCells::Cell& cell, Eigen::Ref<Eigen::RowVectorXd> row) {
        values_.clear();
        places_.clear();
        double total = 0;
        for (std::size_t i = 0; i < cell.genes.size(); ++i) {
            const std::int32_t place = place_[static_cast<std::size_t>(cell.genes[i])];
            if (place < 0) continue;
            places_.push_back(place);
            const float amount = cell.amounts[i];
            values_.push_back(normalization_ == Normalization::rank_normal ? amount : std::expm1(amount / kAmountsPerLog));
            total += values_.back();
        }
        if (normalization_ == Normalization::rank_normal) {
            if (!rank_.transform(values_, ranked_)) return false;
            row.setConstant(ranked_.zero);
            for (std::size_t i = 0; i < places_.size(); ++i) row[places_[i]] += ranked_.difference[i];
            return true;
        }
        row.setZero();
        for (std::size_t i = 0; i < places_.size(); ++i) row[places_[i]] = std::log1p(target_sum_ * values_[i] / total);
        return total > 0;
    }

private:
    std::vector<std::int32_t> place_;
    Normalization normalization_;
    double target_sum_;
    RankNormal rank_;
    RankNormalCell ranked_;
    std::vector<float> values_;
    std::vector<std::int32_t> places_;
};

/// Standard deviation of each column, cells below the line.
Eigen::RowVectorXd deviation_of(const Matrix& scores, const Eigen::RowVectorXd& mean) {
    return ((scores.rowwise() - mean).array().square().colwise().mean()).sqrt();
}

/// Share of the logits' variance within a head that is not left over.
double explained(const Matrix& left_out, const Matrix& logits, const Head& head) {
    const auto spread = [&](const Matrix& values) {
        const Matrix own = values.middleCols(static_cast<Index>(head.column), static_cast<Index>(head.columns()));
        return (own.colwise() - own.rowwise().mean()).squaredNorm();
    };
    const double all = spread(logits);
    return all > 0 ? std::clamp(1 - spread(left_out) / all, 0.0, 1.0) : 0;
}

}  // namespace

bool is_panel(const GeneMap& map) { return map.found > 0 && 2 * map.found < map.vocabulary(); }

std::optional<PanelFit> panel_weights(const LinearWeights& weights, std::span<const Head> heads, const PanelCells& cells,
                                      const GeneMap& map, Normalization normalization, double target_sum) {
    const std::size_t genes = map.vocabulary(), columns = weights.bias.size();
    std::vector<std::int32_t> measured, place(genes, -1), every(genes);
    for (std::size_t gene = 0; gene < genes; ++gene) {
        every[gene] = static_cast<std::int32_t>(gene);
        if (map.columns_of[gene] == 0) continue;
        place[gene] = static_cast<std::int32_t>(measured.size());
        measured.push_back(static_cast<std::int32_t>(gene));
    }
    PanelScores over_panel(place, measured.size(), normalization, target_sum);
    PanelScores over_all(every, genes, normalization, target_sum);
    const auto panel_genes = static_cast<Index>(measured.size()), all = static_cast<Index>(genes);
    Matrix panel(static_cast<Index>(cells.cells.size()), panel_genes), known(panel.rows(), panel_genes);
    Matrix logits(panel.rows(), static_cast<Index>(columns));
    const Matrix full = Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(weights.weights.data(), all,
                                                                                                                static_cast<Index>(columns))
                            .cast<double>();
    const Eigen::RowVectorXd mean = Eigen::Map<const Eigen::RowVectorXf>(weights.mean.data(), all).cast<double>();
    Eigen::RowVectorXd row(panel_genes), whole(all);
    Index rows = 0;
    for (const auto& cell : cells.cells) {
        if (!over_panel.score(cell, row) || !over_all.score(cell, whole)) continue;
        panel.row(rows) = row;
        for (Index j = 0; j < panel_genes; ++j) known(rows, j) = whole[measured[static_cast<std::size_t>(j)]];
        logits.row(rows++) = (whole - mean) * full;
    }
    if (static_cast<std::size_t>(rows) < kLeastCells) return std::nullopt;
    panel.conservativeResize(rows, Eigen::NoChange);
    known.conservativeResize(rows, Eigen::NoChange);
    logits.conservativeResize(rows, Eigen::NoChange);

    const Eigen::RowVectorXd panel_mean = panel.colwise().mean(), logit_mean = logits.colwise().mean();
    const Eigen::RowVectorXd deviation = deviation_of(panel, panel_mean).cwiseMax(kLeastDeviation);
    const Eigen::RowVectorXd own_deviation = deviation_of(known, known.colwise().mean());
    panel = (panel.rowwise() - panel_mean).array().rowwise() / deviation.array();
    Matrix slopes(panel_genes, static_cast<Index>(columns));
    for (Index j = 0; j < panel_genes; ++j) slopes.row(j) = own_deviation[j] * full.row(measured[static_cast<std::size_t>(j)]);
    const Matrix rest = (logits.rowwise() - logit_mean) - panel * slopes;
    Matrix kernel = panel * panel.transpose();
    kernel.diagonal().array() += kPenalty * kernel.trace() / static_cast<double>(rows);
    const Matrix inverse = kernel.ldlt().solve(Matrix::Identity(rows, rows));
    const Matrix dual = inverse * rest;
    slopes += panel.transpose() * dual;

    PanelFit fit;
    // A cell's residual without it is its dual coefficient over the inverse's diagonal.
    const Matrix left_out = inverse.diagonal().cwiseInverse().asDiagonal() * dual;
    for (const Head& head : heads) fit.explained.push_back(explained(left_out, logits.rowwise() - logit_mean, head));
    fit.weights = {std::vector<float>(weights.weights.size()), std::vector<float>(columns), weights.mean};
    LinearWeights& out = fit.weights;
    for (std::size_t c = 0; c < columns; ++c) out.bias[c] = weights.bias[c] + static_cast<float>(logit_mean[static_cast<Index>(c)]);
    for (Index j = 0; j < panel_genes; ++j) {
        const auto gene = static_cast<std::size_t>(measured[static_cast<std::size_t>(j)]);
        out.mean[gene] = static_cast<float>(panel_mean[j]);
        for (std::size_t c = 0; c < columns; ++c)
            out.weights[gene * columns + c] = static_cast<float>(slopes(j, static_cast<Index>(c)) / deviation[j]);
    }
    return fit;
}

}  // namespace phenolens
