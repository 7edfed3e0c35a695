#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "train/training_sample.hpp"

namespace phenolens {

/// How genes are chosen: by ANOVA's F between the classes, by the variance of their scores, all, or as listed.
enum class GeneChoice { anova, variance, all, list };

/// Balanced softmax regression; the same in each cluster of cells (clusterwise.hpp); the nearest class mean; or scTOP's projection on class
/// profiles (Souza and Mehta 2026), which takes all genes and no components.
enum class Classifier { softmax, clusterwise, centroid, projection };

/// The kinds of a request's words. Throw Error(bad_input) listing the words.
GeneChoice gene_choice(std::string_view name);
Classifier classifier_of(std::string_view name);

struct LinearRecipe {
    GeneChoice choice = GeneChoice::anova;
    std::size_t genes = 5000;
    /// The sample's genes, where they are listed.
    std::vector<std::int32_t> list = {};
    /// Whitened components the classifier reads; 0: the scaled genes themselves.
    std::size_t components = 100;
    Classifier classifier = Classifier::softmax;
    /// The softmax regression's C.
    double c = 1;
    /// Dimensions of the space that components are sought in, per component (leading_basis).
    double breadth = 3;
    std::uint64_t seed = 1;
};

/// One affine map from scores to logits: logit_c = bias_c + sum over genes j of weights[j][c] (score_j - mean_j).
struct TrainedMap {
    /// The sample's genes it reads, rising.
    std::vector<std::int32_t> genes;
    /// Row-major genes x columns: the classes, or what a head with clusters has (Head).
    std::vector<float> weights;
    std::vector<float> bias;
    /// One per gene of `genes`.
    std::vector<float> mean;
    std::size_t classes = 0;
    /// Clusters with logits of their own; 0 for none.
    std::size_t clusters = 0;
    /// Reads rank-normal scores of a sample of log1p values (the projection).
    bool ranks = false;
    std::size_t cells = 0;
    std::size_t components = 0;
    /// Of the softmax regression.
    std::size_t iterations = 0;
    bool converged = true;
};

/// Trains on the rows of code 0 and above that have scores: genes, scaling, components and classifier all come from these rows alone.
/// Throws Error(bad_input) for fewer than two classes with cells, genes that do not vary, or scaled genes too many to hold without
/// components.
TrainedMap train_linear(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes, const LinearRecipe& recipe);

/// Logits of some rows of a sample, row-major rows x classes; NaN for rows without scores.
std::vector<float> map_logits(const TrainedMap& map, const TrainingSample& sample, std::span<const std::int32_t> rows);

}  // namespace phenolens
