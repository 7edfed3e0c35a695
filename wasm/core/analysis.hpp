#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/tensors.hpp"
#include "cells/encode.hpp"
#include "cells/thinning.hpp"
#include "genes/vocabulary_match.hpp"
#include "predict/heads.hpp"
#include "predict/linear.hpp"
#include "predict/reference.hpp"
#include "read/matrix_block.hpp"
#include "stats/pca.hpp"
#include "survey/moments.hpp"
#include "survey/survey.hpp"

namespace phenolens {

/// What the file's genes look like.
struct GenesVerdict {
    SpeciesVerdict species;
    std::size_t genes = 0;
    std::size_t mitochondrial = 0, ribosomal = 0;
};

/// A model and what its vocabulary finds in the file.
struct Matched : VocabularyMatch {
    std::size_t handle = 0;
    /// Whether a linear model was fitted to the file's panel of genes (panel_weights.hpp).
    bool is_fitted = false;
    /// Of each head of a linear model, how much of it the measured genes carry: of a fitted one the share of its logits' variance that they
    /// give (PanelFit), else the share of its weight (measured_share.hpp). Empty for models that are not linear.
    std::vector<double> carried = {};
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
    /// Link of each head, `softmax` or `logistic`; empty where all share their probability out.
    std::vector<std::string> links = {};
    /// Standardized scores are cut above it; 0 where none is. Read of models with a tensor `scale`.
    double ceiling = 0;
    /// Genes are found as written alone (map_genes).
    bool as_written = false;
    /// The model's panel cells (panel_cells.hpp); empty where it has none.
    std::span<const std::uint8_t> panel = {};
};

struct EncoderSpec {
    std::string_view genes_tsv;
    EncodingSpec encoding;
    /// None for a model that only embeds.
    std::vector<double> heads;
    std::vector<double> temperatures;
    /// As in LinearSpec.
    bool as_written = false;
};

struct ReferenceSpec {
    std::string_view genes_tsv;
    /// Holds a tensor `profiles`, genes x profiles, and one `markers`, labels x labels x so many vocabulary indices (-1: no more), where
    /// markers were found in cells.
    std::span<const std::uint8_t> weights;
    std::vector<TensorInfo> tensors;
    /// The label of each profile, 0 up to `classes` - 1.
    std::vector<std::int32_t> labels;
    std::size_t classes = 0;
    /// Scores over it are the logits that shares come of.
    double temperature = 0.05;
    ProfileScale scale = ProfileScale::logarithms;
    ReferenceOptions options = {};
    /// As in LinearSpec.
    bool as_written = false;
};

/// The composition: the file's genes, the models, the block at hand, and the mergeable sums of all blocks so far.
/// One per lane; the order of calls is set_genes, add models, then load and survey, predict or encode for each block, then state or report.
/// What else is done with blocks (sums, attributions, training, scores of sets) are objects of their own that read block() and kind(), and
/// the models by linear().
class Analysis {
public:
    /// Starts afresh with a file's genes: drops models, block and sums.
    GenesVerdict set_genes(std::string_view ids, const std::vector<std::string>& alternatives, ValueKind kind);

    Matched add_linear(const LinearSpec& spec);
    Matched add_encoder(const EncoderSpec& spec);
    Matched add_reference(const ReferenceSpec& spec);

    void load(CsrInput input);
    void load_dense(std::int64_t first, std::size_t cells, std::size_t genes, std::span<const float> values);

    /// Keeps one half of every count of the block: thin() of cells/thinning.hpp. Throws Error(bad_input) for values that are no counts.
    void thin(std::span<const double> sizes, std::uint64_t seed, CountHalf half);

    /// Measures the block's cells and adds them to the survey, and to the gene moments where asked. Of a file of several species the counts
    /// of each are told too.
    CellQuality survey(bool genes);

    /// Predictions of the block by a linear model or a reference; their embedding is added to the model's covariance.
    LinearPredictions predict(std::size_t handle, std::optional<double> threshold = {});

    /// Throws Error(internal) for a model that is no reference.
    ReferenceModel& reference(std::size_t handle);

    /// Logits of the block in double precision by a linear model, or scores by a reference: row-major cells x classes of all heads; NaN
    /// where a cell has none.
    std::vector<double> decisions(std::size_t handle);

    std::vector<std::int32_t> token_counts(std::size_t handle);
    EncodedCells encode(std::size_t handle, std::span<const std::int32_t> cells);
    Scores score(std::size_t handle, std::size_t head, std::span<const float> logits, std::span<const std::uint8_t> empty) const;

    /// Adds embeddings made elsewhere, row-major rows x dims, to a model's covariance.
    void add_embedding(std::size_t handle, std::span<const float> values, std::size_t dims);
    Components components(std::size_t handle, std::size_t count) const;

    std::vector<std::uint8_t> state() const;

    /// Adds another lane's sums; nothing is changed where they do not fit.
    void merge(std::span<const std::uint8_t> state);

    SurveyReport report() const;
    const GeneMoments& gene_moments() const { return moments_; }

    // For objects that read what is loaded here.

    /// What was loaded last.
    const MatrixBlock& block() const { return block_; }
    ValueKind kind() const { return kind_; }
    const GeneNames& names() const { return names_; }
    const std::vector<std::uint8_t>& mitochondrial() const { return mitochondrial_; }
    const std::vector<std::uint8_t>& ribosomal() const { return ribosomal_; }
    std::size_t mitochondrial_genes() const { return mitochondrial_count_; }
    /// Whether a model is linear. Throws Error(unsupported) where it cannot run on this file, as the two below.
    bool is_linear(std::size_t handle) const { return usable(handle).linear.has_value(); }
    /// Throws Error(internal) where the model is not linear.
    LinearModel& linear(std::size_t handle);
    /// Genes of a model's vocabulary.
    std::size_t vocabulary(std::size_t handle) const { return usable(handle).vocabulary; }
    /// Those of them that the file measures, rising.
    const std::vector<std::int32_t>& measured(std::size_t handle) const { return usable(handle).measured; }

private:
    struct Model {
        std::vector<Head> heads;
        std::size_t vocabulary = 0;
        std::vector<std::int32_t> measured;
        std::optional<LinearModel> linear;
        std::optional<ReferenceModel> reference;
        std::optional<TokenEncoder> encoder;
        /// Why the model cannot run on this file; empty where it can.
        std::string refusal;
        Covariance embeddings;
    };

    Matched match(const std::vector<VocabularyGene>& vocabulary, bool as_written = false) const;
    /// A model that can run on this file.
    const Model& usable(std::size_t handle) const;
    Model make_model(const Matched& matched, std::vector<Head> heads) const;
    const Model& model(std::size_t handle) const;
    Model& model(std::size_t handle);
    TokenEncoder& encoder(std::size_t handle);
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
};

}  // namespace phenolens
