#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "genes/gene_map.hpp"
#include "predict/heads.hpp"
#include "predict/linear.hpp"
#include "predict/reference_profiles.hpp"
#include "read/matrix_block.hpp"

namespace phenolens {

/// How cells are compared with profiles, as SingleR's options are named.
struct ReferenceOptions {
    /// A label's score is this quantile of a cell's correlations with its profiles.
    double quantile = 0.8;
    /// Labels whose scores are this close to the best are compared again on the markers between them alone.
    double fine_tune = 0.05;
};

/// What SingleR says of some cells. Cells that express none of the markers have no label: -1, and NaN everywhere.
struct ReferenceLabels {
    /// One per cell, after fine tuning.
    std::vector<std::int32_t> best;
    /// Row-major cells x labels, before fine tuning: Spearman's correlations.
    std::vector<double> scores;
    /// The best score minus the next, in the last round of fine tuning.
    std::vector<double> delta;
};

/// Why cells have their labels, marker by marker; parallel arrays, one entry per cell.
struct ReferenceExplanation {
    /// The label compared with; -1 for a cell without label, which has no markers.
    std::vector<std::int32_t> rival;
    /// Score of the label explained less the rival's; NaN for a cell without label.
    std::vector<float> difference;
    /// Markers a cell, and one cell after another their vocabulary indices and what the difference loses without each.
    std::vector<std::int32_t> lengths, genes;
    std::vector<float> changes;
};

/// Labels by rank correlation with reference profiles: SingleR (Aran et al. 2019), by its own library singlepp. Set up for one file's
/// genes: markers are chosen among those that file and reference share. Keeps scratch space, so that one belongs to one thread.
class ReferenceModel {
public:
    /// `reference` holds logarithms. Throws Error(model) for fewer than two labels, a label without a profile, or sizes that do not fit the
    /// vocabulary; Error(unsupported) where too few genes are shared to tell labels apart.
    ReferenceModel(const GeneMap& map, ReferenceProfiles reference, const Head& head, const ReferenceOptions& options, ValueKind kind);

    /// SingleR's answer for a run of the block's cells.
    ReferenceLabels label(const MatrixBlock& block, std::size_t first, std::size_t count);

    /// The same as predictions: classes in SingleR's order, the label it chose first and the others by falling score; shares are softmax of
    /// the scores, in falling order, over the head's temperature; the embedding is the scores.
    LinearPredictions predict(const MatrixBlock& block, std::size_t most = kTopClasses);

    /// Leaves each marker out in turn (ReferenceRanks::explain) in some of the block's cells (offsets): `codes` are explained, against
    /// `against`, or SingleR's own alternative where that is -1. Throws Error(internal) for arrays that do not fit.
    ReferenceExplanation explain(const MatrixBlock& block, std::span<const std::int32_t> cells, std::span<const std::int32_t> codes,
                                 std::span<const std::int32_t> against);

    /// Genes compared, as vocabulary indices: the markers of all pairs of labels that the file measures.
    std::span<const std::int32_t> markers() const { return markers_; }

    std::size_t dims() const { return dims_; }

private:
    struct Trained;

    void set_up_embedding(const ReferenceProfiles& reference);

    /// Writes a cell's values of the markers; false where it expresses none.
    bool gather_markers(const MatrixBlock& block, std::size_t cell, std::span<double> to);

    Head head_;
    ReferenceOptions options_;
    /// Read alone, so that copies share it.
    std::shared_ptr<const Trained> trained_;
    std::vector<std::int32_t> markers_;
    /// Row of a vocabulary gene among the markers, -1 where it is none.
    std::vector<std::int32_t> row_of_;
    GeneGatherer gatherer_;
    MeasuredValues measured_;
    std::size_t dims_ = 0;
    /// Row-major labels x dims; empty where the scores themselves are the embedding.
    std::vector<float> directions_;
};

/// Which cells SingleR would leave unlabelled, 1 each (pruneScores of the R package, with its defaults): those whose score, less the median
/// of all labels' scores, is more than three scaled median absolute deviations below the median of the cells of their label. `label` is -1
/// for cells without one, which are not marked.
std::vector<std::uint8_t> prune_scores(std::span<const std::int32_t> label, std::span<const float> over_median);

}  // namespace phenolens
