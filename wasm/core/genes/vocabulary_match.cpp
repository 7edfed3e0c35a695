#include "genes/vocabulary_match.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace phenolens {

VocabularyMatch match_vocabulary(const GeneNames& names, const SpeciesVerdict& judged, std::span<const VocabularyGene> vocabulary,
                                 bool as_written) {
    if (names.genes() == 0) throw Error(ErrorCode::internal, "A vocabulary was looked for before the file's genes were set.");
    SpeciesVerdict species = judged.species == Species::unknown ? judge_species(names, vocabulary) : judged;
    const Species model = species_of(vocabulary);
    const bool fold_case =
        species.species == model || species.species == Species::mixed || species.species == Species::unknown || model == Species::unknown;
    std::vector<std::uint8_t> may_match;
    if (const auto place = std::find(species.genomes.begin(), species.genomes.end(), model); place != species.genomes.end()) {
        for (const std::int8_t genome : species.genome_of) may_match.push_back(genome < 0 || genome == place - species.genomes.begin());
    }
    return {map_genes(names, vocabulary, fold_case, as_written, may_match), species};
}

std::vector<std::uint8_t> known_columns(const GeneNames& names, std::string_view genes_tsv, bool as_written) {
    std::vector<std::uint8_t> known;
    for (const std::int32_t gene : match_vocabulary(names, judge_species(names), read_vocabulary(genes_tsv), as_written).map.vocabulary_of)
        known.push_back(gene >= 0);
    return known;
}

}  // namespace phenolens
