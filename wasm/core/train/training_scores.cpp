#include "train/training_scores.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "train/training_sample.hpp"

namespace phenolens {
namespace {

GeneMap measured(const GeneNames& names, ValueKind kind, std::string_view genes_tsv) {
    if (kind == ValueKind::scaled)
        throw Error(ErrorCode::unsupported, "The matrix holds centred or scaled values, which cannot be trained on; choose the matrix that "
                                            "holds raw counts or log-normalized values.");
    GeneMap map = match_vocabulary(names, judge_species(names), read_vocabulary(genes_tsv)).map;
    if (map.found == 0) throw Error(ErrorCode::unsupported, "The file measures no gene of the vocabulary.");
    return map;
}

}  // namespace

TrainingScores::TrainingScores(const GeneNames& names, ValueKind kind, std::string_view genes_tsv, Normalization normalization,
                               double target_sum)
    : columns_(names.genes()), kind_(kind), scores_(measured(names, kind, genes_tsv), kind, normalization, target_sum) {}

std::vector<std::uint8_t> TrainingScores::part(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> cells,
                                               std::size_t first_row) {
    if (block.genes != columns_ || kind != kind_)
        throw Error(ErrorCode::internal, sentence("The training was started on a matrix of ", columns_, " genes of ", name_of(kind_),
                                                  "; the block has ", block.genes, " of ", name_of(kind), "."));
    return sample_part(scores_, block, cells, first_row);
}

}  // namespace phenolens
