#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/tensors.hpp"
#include "cells/encode.hpp"
#include "explain/aucell.hpp"
#include "explain/linear_attribution.hpp"
#include "explain/pruning.hpp"
#include "genes/gene_map.hpp"
#include "genes/species.hpp"
#include "genes/vocabulary.hpp"
#include "predict/linear.hpp"
#include "read/matrix_block.hpp"
#include "stats/pca.hpp"
#include "survey/moments.hpp"
#include "survey/survey.hpp"
#include "train/training_sample.hpp"

namespace phenolens {

/// What the file's genes look like.
struct GenesVerdict {
    SpeciesVerdict species;
    std::size_t genes = 0;
    std::size_t mitochondrial = 0, ribosomal = 0;
};

/// What a model's vocabulary finds in the file; `species` is judged again with the vocabulary to compare with.
struct Matched {
    std::size_t handle = 0;
    GeneMap map;
    SpeciesVerdict species;
};

struct LinearSpec {
    std::string_view genes_tsv;
    std::span<const std::uint8_t> weights;
    std::vector<TensorInfo> tensors;
    std::vector<double> heads;
    std::vector<double> temperatures;
    /// The head whose logits make the embedding: the first, where manifests put the cell type.
    std::size_t embedding_head = 0;
    Normalization normalization = Normalization::rank_normal;
    /// Of log1p.
    double target_sum = 1e4;
    /// Clusters of each head (Head), 0 for none; empty where no head has any.
    std::vector<double> clusters = {};
};

struct EncoderSpec {
    std::string_view genes_tsv;
    EncodingSpec encoding;
    /// None for a model that only embeds.
    std::vector<double> heads;
    std::vector<double> temperatures;
};

/// The composition: the file's genes, the models, the block at hand, and the mergeable sums of all blocks so far.
/// One per lane; the order of calls is set_genes, add models, then load and survey, predict or encode for each block, then state or report.
class Analysis {
public:
    /// Starts afresh with a file's genes: drops models, block and sums.
    GenesVerdict set_genes(std::string_view ids, const std::vector<std::string>& alternatives, ValueKind kind);

    Matched add_linear(const LinearSpec& spec);
    Matched add_encoder(const EncoderSpec& spec);

    /// 1 for every column of the file that holds a gene of the vocabulary.
    std::vector<std::uint8_t> known_columns(std::string_view genes_tsv) const;

    void load(CsrInput input);
    void load_dense(std::int64_t first, std::size_t cells, std::size_t genes, std::span<const float> values);

    /// Measures the block's cells and adds them to the survey, and to the gene moments where asked. Of a file of several species the counts
    /// of each are told too.
    CellQuality survey(bool genes);

    /// Linear predictions of the block; their embedding is added to the model's covariance.
    LinearPredictions predict(std::size_t handle);

    std::vector<std::int32_t> token_counts(std::size_t handle);
    EncodedCells encode(std::size_t handle, std::span<const std::int32_t> cells);
    Scores score(std::size_t handle, std::size_t head, std::span<const float> logits, std::span<const std::uint8_t> empty) const;

    /// Adds embeddings made elsewhere, row-major rows x dims, to a model's covariance.
    void add_embedding(std::size_t handle, std::span<const float> values, std::size_t dims);
    Components components(std::size_t handle, std::size_t count) const;

    /// Starts sums of attributions of one model over all cells to come. `baselines`: for a linear model, rows of scores over its genes;
    /// none: no expression. Gives the vocabulary index of every gene the sums are over: the measured ones of a linear model, all of
    /// another.
    std::vector<std::int32_t> start_attribution(std::size_t handle, std::size_t head, std::size_t groups, std::size_t parts,
                                                std::vector<float> baselines);
    /// Rank-normal scores of some cells under a linear model, row-major cells x its measured genes.
    std::vector<float> linear_scores(std::size_t handle, std::span<const std::int32_t> cells);
    ExplainedLogits attribute_linear(const AttributionCells& of);
    std::vector<float> attribution_rows(const AttributionCells& of);
    std::vector<float> attribution_rows(const AttributionCells& of, std::span<const std::int32_t> genes);
    /// Of the model whose attribution was started, with its baselines.
    PrunedCells prune_linear(const AttributionCells& of, const PruningPlan& plan);
    AttributionSums& attributions() { return attributions_; }

    /// Starts scoring cells by sets of the file's genes (AUCell); gives the number of sets.
    std::size_t start_sets(std::size_t top, const GeneSets& sets);
    /// Scores of the block's cells, row-major cells x sets.
    std::vector<float> score_sets();

    /// genes.tsv of a model trained on this file.
    std::string training_vocabulary() const { return write_vocabulary(names_); }

    /// Starts scoring cells to train on, over such a vocabulary. Gives the vocabulary index of each gene of the sample. Throws
    /// Error(unsupported) for scaled values.
    std::vector<std::int32_t> start_training(std::string_view genes_tsv, Normalization normalization, double target_sum);

    /// Scores of some of the block's cells, as bytes that TrainingSample::add takes.
    std::vector<std::uint8_t> training_part(std::span<const std::int32_t> cells, std::size_t first_row);

    std::vector<std::uint8_t> state() const;

    /// Adds another lane's sums; nothing is changed where they do not fit.
    void merge(std::span<const std::uint8_t> state);

    SurveyReport report() const;
    const GeneMoments& gene_moments() const { return moments_; }
    /// What was loaded last, for sums kept elsewhere.
    const MatrixBlock& block() const { return block_; }
    ValueKind kind() const { return kind_; }
    const GeneNames& names() const { return names_; }
    const std::vector<std::uint8_t>& mitochondrial() const { return mitochondrial_; }
    const std::vector<std::uint8_t>& ribosomal() const { return ribosomal_; }
    std::size_t genes() const { return names_.genes(); }
    std::size_t mitochondrial_genes() const { return mitochondrial_count_; }

private:
    struct Model {
        std::vector<Head> heads;
        std::size_t vocabulary = 0;
        std::optional<LinearModel> linear;
        std::optional<TokenEncoder> encoder;
        /// Why the model cannot run on this file; empty where it can.
        std::string refusal;
        Covariance embeddings;
    };

    Matched match(const std::vector<VocabularyGene>& vocabulary) const;
    Model make_model(const Matched& matched, std::vector<Head> heads) const;
    const Model& model(std::size_t handle) const;
    Model& model(std::size_t handle);
    TokenEncoder& encoder(std::size_t handle);
    LinearModel& linear(std::size_t handle);
    LinearAttribution& linear_attribution();
    void check_genes(std::size_t genes) const;

    GeneNames names_;
    SpeciesVerdict species_{Species::unknown, ""};
    ValueKind kind_ = ValueKind::counts;
    std::vector<std::uint8_t> mitochondrial_, ribosomal_;
    std::size_t mitochondrial_count_ = 0;
    std::vector<Model> models_;
    MatrixBlock block_;
    Survey survey_;
    GeneMoments moments_;
    /// The model explained, where it is linear, and the sums over the cells so far.
    std::size_t explained_ = 0;
    std::optional<LinearAttribution> linear_attribution_;
    AttributionSums attributions_;
    std::optional<CellScores> training_;
    std::optional<AucellScorer> sets_;
};

}  // namespace phenolens
