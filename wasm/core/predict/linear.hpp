#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/weight_rows.hpp"
#include "cells/cell_scores.hpp"
#include "genes/gene_map.hpp"
#include "predict/exact_sums.hpp"
#include "predict/heads.hpp"
#include "predict/scores.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// Weights of a softmax regression on scores, for all columns of all heads in order: a column is a class, or a gate or a cluster's class of
/// a head with clusters (Head).
struct LinearWeights {
    /// Row-major genes x columns.
    std::vector<float> weights;
    /// One per column.
    std::vector<float> bias;
    /// Mean score of each gene in training: a gene that is not measured stands there and adds nothing.
    std::vector<float> mean;
};

/// Every class of a head whose probability in a cell exceeds a threshold, in order of class.
struct MatchedClasses {
    /// One per cell.
    std::vector<std::int32_t> counts;
    /// One cell's after another's.
    std::vector<std::uint16_t> codes;
};

/// Predictions of a block: scores per head, and an embedding per cell (row-major cells x dims, NaN where there is no prediction).
struct LinearPredictions {
    std::vector<Scores> heads;
    std::size_t dims = 0;
    std::vector<float> embedding;
    /// Cosine between each cell's scores and the model's mean scores over the measured genes: near 0 where expression is not that of cells
    /// like those trained on. NaN for a cell without scores or a mean of zeros; empty for standardized weights.
    std::vector<float> mean_cosine;
    /// Per head, where a threshold was given; nothing for heads that share one probability out.
    std::vector<MatchedClasses> matched;
    /// Of a reference (ReferenceModel), one per cell, otherwise empty: the correlation of the label given; that less the next label's,
    /// after fine tuning; and that less the median over all labels.
    std::vector<float> score = {}, delta = {}, over_median = {};
};

/// Widest embedding: heads of more classes are turned onto their leading directions.
inline constexpr std::size_t kEmbeddingDims = 64;

/// A softmax regression set up for one file's genes.
/// logit_c = bias_c + sum over measured genes j of W[j][c] (z_j - mean_j), z being the scores (rank-normal ones are over the measured
/// genes). Keeps scratch space, so that one belongs to one thread.
class LinearModel {
public:
    /// `embedding_head` is the head whose logits, before temperature, make the embedding.
    /// Throws Error(model) where sizes do not fit, Error(unsupported) where no gene is measured.
    LinearModel(const GeneMap& map, const LinearWeights& weights, std::vector<Head> heads, std::size_t embedding_head, ValueKind kind,
                Normalization normalization = Normalization::rank_normal, double target_sum = 1e4);

    /// Regressions on standardized log1p scores, summed in double precision; heads are without clusters. Attributions and embedding take
    /// the weights over their scales as floats.
    LinearModel(const GeneMap& map, const StandardizedWeights& weights, std::vector<Head> heads, std::size_t embedding_head, ValueKind kind,
                double target_sum, Normalization normalization = Normalization::log1p);

    /// `most`: classes kept per cell. `threshold`: classes above it are told for heads with a probability a class.
    LinearPredictions predict(const MatrixBlock& block, std::size_t most = kTopClasses, std::optional<double> threshold = {});

    /// The cluster of some of the block's cells in a head; none for a head without clusters.
    std::vector<std::int32_t> clusters(const MatrixBlock& block, std::span<const std::int32_t> cells, std::size_t head);

    /// Logits of a run of the block's cells, row-major cells x classes of all heads; NaN where a cell has nothing to rank.
    std::vector<float> logits(const MatrixBlock& block, std::size_t first, std::size_t count);

    /// The same in double precision; of models with standardized weights no digit is lost.
    std::vector<double> decisions(const MatrixBlock& block, std::size_t first, std::size_t count);

    /// Measured genes, in the file's order, as vocabulary indices: what scores and attributions are over.
    std::span<const std::int32_t> genes() const { return scores_.genes(); }

    /// Scores of some of the block's cells, row-major cells x genes(); NaN where a cell has nothing to rank.
    /// `expressed`, where given, is one entry per gene: those above zero are counted up.
    std::vector<float> scores(const MatrixBlock& block, std::span<const std::int32_t> cells, std::vector<float>* expressed = nullptr);

    /// Scores of some of the block's cells for some genes (places in genes()), row-major cells x these; NaN where a cell has nothing to
    /// rank.
    std::vector<float> scores_of(const MatrixBlock& block, std::span<const std::int32_t> cells, std::span<const std::int32_t> wanted);

    /// Weights of a class of a head, one per gene of genes(); minus those of `against` where that is not -1. Of one of its clusters, where
    /// it has them.
    std::vector<float> weights_of(std::size_t head, std::int32_t code, std::int32_t against, std::size_t cluster = 0) const;

    /// The same difference of logits at scores of zero.
    double offset_of(std::size_t head, std::int32_t code, std::int32_t against, std::size_t cluster = 0) const;

    std::size_t dims() const { return dims_; }
    std::span<const Head> heads() const { return heads_; }

private:
    /// Of weights (genes x `stride`), the directions that an embedding of many classes is put on.
    void set_up_embedding(std::span<const float> weights, std::size_t stride);
    std::size_t column_of(std::size_t head, std::int32_t code, std::size_t cluster) const;
    std::vector<float> sums_of(const MatrixBlock& block, std::span<const std::int32_t> cells, float* mean_cosine = nullptr);
    std::vector<float> logits_of(const MatrixBlock& block, std::size_t first, std::size_t count, float* mean_cosine);
    float cosine_to_mean(const ScoredCell& cell) const;
    void embed(std::span<const float> logits, float* out) const;
    void score(std::span<const double> decisions, std::span<const float> logits, std::size_t cell, std::optional<double> threshold,
               LinearPredictions& out) const;

    std::vector<Head> heads_;
    Head embedding_head_;
    std::size_t classes_, columns_;
    WeightRows weights_;
    /// Per column: bias minus what the measured genes' means add, and the sum of the measured genes' weights.
    std::vector<double> offset_;
    std::vector<double> slope_;
    std::size_t dims_ = 0;
    /// Row-major classes x dims of the embedding head; empty where the logits themselves are taken.
    std::vector<float> directions_;
    CellScores scores_;
    /// Mean score per measured gene, their sum and their square's; empty for standardized weights.
    std::vector<float> mean_;
    double mean_sum_ = 0, mean_squares_ = 0;
    std::vector<float> sums_;
    std::optional<ExactSums> exact_;
};

}  // namespace phenolens
