#include "genes/vocabulary_match.hpp"

#include "base/error.hpp"

namespace phenolens {

VocabularyMatch match_vocabulary(const GeneNames& names, std::span<const VocabularyGene> vocabulary, bool as_written) {
    if (names.genes() == 0) throw Error(ErrorCode::internal, "A vocabulary was looked for before the file's genes were set.");
    SpeciesVerdict species = judge_species(names, vocabulary);
    return {map_genes(names, vocabulary, species.species != Species::mouse, as_written), species};
}

std::vector<std::uint8_t> known_columns(const GeneNames& names, std::string_view genes_tsv, bool as_written) {
    std::vector<std::uint8_t> known;
    for (const std::int32_t gene : match_vocabulary(names, read_vocabulary(genes_tsv), as_written).map.vocabulary_of)
        known.push_back(gene >= 0);
    return known;
}

}  // namespace phenolens
