#include "train/linear_training.hpp"

#include <Eigen/Core>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "base/dense.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "base/weight_rows.hpp"
#include "cells/rank_normal.hpp"
#include "predict/heads.hpp"
#include "train/clusterwise.hpp"
#include "train/nearest_centroid.hpp"
#include "train/sample_moments.hpp"
#include "train/scaled_scores.hpp"
#include "train/softmax_regression.hpp"

namespace phenolens {
namespace {

/// Scaled scores that a classifier may read directly: 160 MB.
constexpr std::size_t kMostDense = 40'000'000;
constexpr std::size_t kFoldedCells = 64;

std::vector<std::int32_t> all_genes(std::size_t genes) {
    std::vector<std::int32_t> all(genes);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

std::vector<std::int32_t> choose(const SampleMoments& moments, const LinearRecipe& recipe) {
    if (recipe.choice == GeneChoice::all) return all_genes(moments.genes);
    if (recipe.choice == GeneChoice::list) {
        auto genes = recipe.list;
        std::sort(genes.begin(), genes.end());
        genes.erase(std::unique(genes.begin(), genes.end()), genes.end());
        if (genes.empty() || genes.front() < 0 || static_cast<std::size_t>(genes.back()) >= moments.genes)
            throw Error(ErrorCode::bad_input, "The genes listed are not the sample's.");
        return genes;
    }
    if (recipe.genes == 0) throw Error(ErrorCode::bad_input, "At least one gene must be chosen.");
    if (recipe.choice == GeneChoice::anova) return best_genes(moments.anova_f(), recipe.genes);
    const auto mean = moments.mean();
    std::vector<double> variance(moments.genes);
    for (std::size_t j = 0; j < variance.size(); ++j) variance[j] = moments.squares[j] / moments.all_cells() - mean[j] * mean[j];
    return best_genes(variance, recipe.genes);
}

/// What a classifier reads: row-major cells x width features, and how they come from the scaled genes (genes x width).
struct Features {
    std::size_t width = 0;
    std::vector<float> values, axes;
};

Features components_of(const ScaledScores& matrix, const LinearRecipe& recipe, TrainedMap& map) {
    auto basis = leading_basis(matrix, recipe.components, recipe.breadth, recipe.seed);
    map.components = basis.components;
    std::vector<float> shrink(basis.width, 1);
    for (std::size_t k = 0; k < basis.components; ++k) shrink[k] = static_cast<float>(1 / basis.deviation[k]);
    for (std::size_t i = 0; i < basis.positions.size(); ++i) basis.positions[i] *= shrink[i % basis.width];
    for (std::size_t i = 0; i < basis.axes.size(); ++i) basis.axes[i] *= shrink[i % basis.width];
    return {basis.width, std::move(basis.positions), std::move(basis.axes)};
}

/// The scaled genes themselves.
Features genes_of(const ScaledScores& matrix) {
    const std::size_t genes = matrix.genes(), width = padded(genes);
    if (matrix.rows() * width > kMostDense) {
        throw Error(ErrorCode::bad_input,
                    sentence(matrix.rows(), " cells of ", genes,
                             " genes are too many to train on without components; choose fewer genes, or components."));
    }
    Features out{width, {}, std::vector<float>(genes * width)};
    for (std::size_t j = 0; j < genes; ++j) out.axes[j * width + j] = 1;
    out.values = matrix.times(out.axes, width);
    return out;
}

/// Folds the classifier, the features' axes and the scaling into one map over the genes.
void fold(const ScaledScores& matrix, const Features& features, const SoftmaxFit& fit, TrainedMap& map) {
    const std::size_t classes = fit.classes, width = padded(fit.classes);
    std::vector<float> coefficients(features.width * width), folded(matrix.genes() * width);
    for (std::size_t k = 0; k < features.width; ++k) {
        for (std::size_t c = 0; c < classes; ++c) coefficients[k * width + c] = static_cast<float>(fit.coefficients[k * classes + c]);
    }
    multiply<float>(features.axes, coefficients, features.width, width, folded);
    map.weights.resize(matrix.genes() * classes);
    for (std::size_t j = 0; j < matrix.genes(); ++j) {
        for (std::size_t c = 0; c < classes; ++c)
            map.weights[j * classes + c] = static_cast<float>(folded[j * width + c] / matrix.deviation()[j]);
    }
    map.bias.assign(fit.intercept.begin(), fit.intercept.end());
    map.mean.assign(matrix.mean().begin(), matrix.mean().end());
    map.iterations = fit.iterations;
    map.converged = fit.converged;
}

/// scTOP's projection: coefficients of class profiles in a cell's rank-normal scores. A profile is the class's mean share of counts, ranked
/// as a cell is.
TrainedMap project_on_profiles(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes) {
    const std::size_t genes = sample.genes();
    std::vector<double> total(classes * genes);
    std::vector<bool> present(classes);
    TrainedMap map;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] < 0) continue;
        const auto code = static_cast<std::size_t>(codes[i]);
        present[code] = true;
        ++map.cells;
        const auto& row = sample.row(i);
        // log1p values stand for counts of cells of the same total; a class's number of cells changes no rank.
        for (std::uint32_t j = 0; j < row.stored; ++j)
            total[code * genes + row.genes[j]] += std::expm1(static_cast<double>(row.difference(j)));
    }
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < classes; ++c) {
        if (present[c]) columns.push_back(c);
    }
    Eigen::MatrixXd profiles(static_cast<Eigen::Index>(genes), static_cast<Eigen::Index>(columns.size()));
    RankNormal rank(genes);
    for (std::size_t k = 0; k < columns.size(); ++k) {
        std::vector<float> values;
        std::vector<std::size_t> at;
        for (std::size_t j = 0; j < genes; ++j) {
            if (!(total[columns[k] * genes + j] > 0)) continue;
            at.push_back(j);
            values.push_back(static_cast<float>(total[columns[k] * genes + j]));
        }
        RankNormalCell scored;
        if (!rank.transform(values, scored))
            throw Error(ErrorCode::bad_input, "A class's cells have the same count of every gene; there is nothing to rank.");
        auto column = profiles.col(static_cast<Eigen::Index>(k));
        column.setConstant(scored.zero);
        for (std::size_t i = 0; i < at.size(); ++i) column[static_cast<Eigen::Index>(at[i])] += scored.difference[i];
    }
    // Least squares even where two profiles are the same: the smallest coefficients.
    const Eigen::MatrixXd gram = profiles.transpose() * profiles;
    const Eigen::MatrixXd inverse = gram.completeOrthogonalDecomposition().pseudoInverse();
    const Eigen::MatrixXd weights = profiles * inverse;
    map.genes = all_genes(genes);
    map.mean.assign(genes, 0);
    map.weights.assign(genes * classes, 0);
    map.bias.assign(classes, static_cast<float>(kAbsentLogit));
    for (std::size_t k = 0; k < columns.size(); ++k) {
        map.bias[columns[k]] = 0;
        for (std::size_t j = 0; j < genes; ++j)
            map.weights[j * classes + columns[k]] = static_cast<float>(weights(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k)));
    }
    map.classes = classes;
    map.ranks = true;
    return map;
}

void check_classes(std::span<const std::int32_t> codes, std::size_t classes) {
    std::vector<bool> seen(classes);
    for (const std::int32_t code : codes) {
        if (code >= 0 && static_cast<std::size_t>(code) >= classes)
            throw Error(ErrorCode::bad_input, sentence("A cell's class is number ", code, ", but there are ", classes, " classes."));
        if (code >= 0) seen[static_cast<std::size_t>(code)] = true;
    }
    const auto present = std::count(seen.begin(), seen.end(), true);
    if (present < 2)
        throw Error(ErrorCode::bad_input, sentence("A classifier needs cells of at least two classes; there ",
                                                   present == 1 ? "is 1 class" : "are 0 classes", "."));
}

}  // namespace

GeneChoice gene_choice(std::string_view name) {
    if (name == "anova") return GeneChoice::anova;
    if (name == "variance") return GeneChoice::variance;
    if (name == "all") return GeneChoice::all;
    if (name == "list") return GeneChoice::list;
    throw Error(ErrorCode::bad_input, sentence("Genes are chosen by anova, variance, all or list, not '", std::string(name), "'."));
}

Classifier classifier_of(std::string_view name) {
    if (name == "softmax") return Classifier::softmax;
    if (name == "clusterwise") return Classifier::clusterwise;
    if (name == "centroid") return Classifier::centroid;
    if (name == "projection") return Classifier::projection;
    throw Error(ErrorCode::bad_input,
                sentence("A classifier is softmax, clusterwise, centroid or projection, not '", std::string(name), "'."));
}

TrainedMap train_linear(const TrainingSample& sample, std::span<const std::int32_t> given, std::size_t classes,
                        const LinearRecipe& recipe) {
    if (given.size() != sample.rows())
        throw Error(ErrorCode::bad_input, sentence(given.size(), " labels do not fit a sample of ", sample.rows(), " cells."));
    std::vector<std::int32_t> codes(given.begin(), given.end()), rows, kept;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (!sample.has_scores(i)) codes[i] = -1;
        if (codes[i] < 0) continue;
        rows.push_back(static_cast<std::int32_t>(i));
        kept.push_back(codes[i]);
    }
    check_classes(codes, classes);
    if (recipe.classifier == Classifier::projection) return project_on_profiles(sample, codes, classes);
    const SampleMoments moments = sample_moments(sample, codes, classes);
    TrainedMap map;
    map.classes = classes;
    map.cells = rows.size();
    map.genes = choose(moments, recipe);
    const auto mean = moments.mean(), deviation = moments.deviation();
    std::vector<double> chosen_mean, chosen_deviation;
    for (const std::int32_t gene : map.genes) {
        chosen_mean.push_back(mean[static_cast<std::size_t>(gene)]);
        chosen_deviation.push_back(deviation[static_cast<std::size_t>(gene)]);
    }
    const ScaledScores matrix(sample, std::move(rows), map.genes, std::move(chosen_mean), std::move(chosen_deviation));
    const Features features = recipe.components == 0 ? genes_of(matrix) : components_of(matrix, recipe, map);
    SoftmaxOptions softmax;
    softmax.c = recipe.c;
    if (recipe.classifier == Classifier::clusterwise) {
        const auto fit = fit_clusterwise(features.values, features.width, kept, classes, softmax, recipe.seed);
        map.clusters = fit.clusters;
        fold(matrix, features, fit.columns, map);
    } else {
        fold(matrix, features,
             recipe.classifier == Classifier::centroid ? nearest_centroid(features.values, features.width, kept, classes)
                                                       : fit_softmax(features.values, features.width, kept, classes, softmax),
             map);
    }
    return map;
}

std::vector<float> map_logits(const TrainedMap& map, const TrainingSample& sample, std::span<const std::int32_t> rows) {
    const Head head{0, map.classes, 1, map.clusters, 0};
    const std::size_t columns = head.columns();
    WeightRows weights(map.genes.size(), columns);
    std::vector<double> slope(columns), offset(map.bias.begin(), map.bias.end());
    std::vector<std::int32_t> place(sample.genes(), -1);
    for (std::size_t j = 0; j < map.genes.size(); ++j) {
        place[static_cast<std::size_t>(map.genes[j])] = static_cast<std::int32_t>(j);
        for (std::size_t c = 0; c < columns; ++c) {
            const float weight = map.weights[j * columns + c];
            weights.at(j, c) = weight;
            slope[c] += weight;
            offset[c] -= static_cast<double>(weight) * map.mean[j];
        }
    }
    RankNormal rank(map.ranks ? sample.genes() : 0);
    RankNormalCell ranked;
    std::vector<float> out(rows.size() * map.classes), sums, own(columns), differences;
    for (std::size_t first = 0; first < rows.size(); first += kFoldedCells) {
        const std::size_t count = std::min(kFoldedCells, rows.size() - first);
        SparseRows cells;
        std::vector<float> zero(count, std::numeric_limits<float>::quiet_NaN());
        for (std::size_t i = 0; i < count; ++i) {
            const auto& row = sample.row(static_cast<std::size_t>(rows[first + i]));
            differences.resize(row.stored);
            for (std::uint32_t j = 0; j < row.stored; ++j) differences[j] = row.difference(j);
            if (!map.ranks)
                zero[i] = row.zero;
            else if (!std::isnan(row.zero) && rank.transform(differences, ranked)) {
                zero[i] = ranked.zero;
                std::copy(ranked.difference.begin(), ranked.difference.end(), differences.begin());
            }
            for (std::uint32_t j = 0; j < row.stored && !std::isnan(zero[i]); ++j) {
                if (place[row.genes[j]] < 0) continue;
                cells.genes.push_back(place[row.genes[j]]);
                cells.amounts.push_back(differences[j]);
            }
            cells.starts.push_back(cells.genes.size());
        }
        weights.sum(cells, sums);
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t c = 0; c < columns; ++c)
                own[c] = static_cast<float>(offset[c] + zero[i] * slope[c] + sums[i * weights.stride() + c]);
            const auto from = own.begin() + static_cast<std::ptrdiff_t>(head.column_of(0, map.clusters == 0 ? 0 : head.cluster_of(own)));
            std::copy(from, from + static_cast<std::ptrdiff_t>(map.classes),
                      out.begin() + static_cast<std::ptrdiff_t>((first + i) * map.classes));
        }
    }
    return out;
}

}  // namespace phenolens
