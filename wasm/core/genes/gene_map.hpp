#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "genes/gene_names.hpp"
#include "genes/vocabulary.hpp"
#include "read/values.hpp"

namespace phenolens {

/// The file's genes in a model's vocabulary.
struct GeneMap {
    /// Vocabulary index per column of the file, -1 where there is none.
    std::vector<std::int32_t> vocabulary_of;
    /// Per vocabulary gene, how many columns of the file hold it.
    std::vector<std::uint16_t> columns_of;
    std::size_t found = 0;
    /// How the found ones were found; these sum to `found`.
    std::size_t by_ensembl = 0, by_symbol = 0, by_folded = 0, by_alias = 0;
    /// Columns beyond the first of a gene.
    std::size_t duplicates = 0;

    std::size_t vocabulary() const { return columns_of.size(); }
};

/// Finds the file's genes in a vocabulary: by Ensembl id (version stripped), else by symbol as written, else by symbol in another case,
/// else by alias. A column found by weaker evidence is left out where another column holds the same gene by stronger; columns of equal
/// evidence are duplicates, to be summed. `fold_case` is to be off for files of another species than the vocabulary's, where Actb would
/// pass for ACTB. With `as_written` a gene is found by its id or its symbol as written alone, in the first column that holds it, as
/// CellTypist does. `may_match` is 0 for genes of another species in a file of several; empty where every gene may.
GeneMap map_genes(const GeneNames& names, std::span<const VocabularyGene> vocabulary, bool fold_case, bool as_written = false,
                  std::span<const std::uint8_t> may_match = {});

/// The non-zero values of one cell on a vocabulary's genes: parallel arrays in the file's order, each gene once.
struct MeasuredValues {
    std::vector<std::int32_t> genes;
    std::vector<float> values;
};

/// Takes cells to a vocabulary; keeps scratch space, so that one belongs to one thread.
class GeneGatherer {
public:
    /// `kind` says how duplicate columns are summed: log1p values as the counts they stand for.
    GeneGatherer(const GeneMap& map, ValueKind kind);

    /// Values of a cell (file gene indices, values at or above zero) on the vocabulary.
    void gather(std::span<const std::int32_t> indices, std::span<const float> values, MeasuredValues& out);

    /// How many vocabulary genes a cell has above zero.
    std::size_t count(std::span<const std::int32_t> indices, std::span<const float> values);

private:
    std::vector<std::int32_t> vocabulary_of_;
    /// Where a gene of several columns stands in the output of the current cell; empty where no gene has several.
    std::vector<std::int32_t> slots_;
    std::vector<bool> shared_;
    MeasuredValues counted_;
    bool logarithms_;
};

}  // namespace phenolens
