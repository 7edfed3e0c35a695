#include "genes/name_evidence.hpp"

#include <algorithm>
#include <unordered_map>

#include "genes/genome.hpp"
#include "genes/telling_names.hpp"

namespace phenolens {
namespace {

bool is_database_id(std::string_view name) {
    return !ensembl_id(name).empty() || species_of_id(name) == Species::fly || species_of_id(name) == Species::worm;
}

GeneEvidence evidence_of(const GeneNames& names, std::size_t gene) {
    GeneEvidence found;
    for (const auto& column : names.columns) {
        const auto [genome, name] = split_genome(column[gene]);
        if (found.genome == Species::unknown) found.genome = genome;
        if (is_database_id(name)) {
            if (!found.has_id) found.id = species_of_id(name);
            found.has_id = true;
        } else if (found.symbol.empty()) {
            found.symbol = name;
        }
    }
    return found;
}

}  // namespace

std::vector<GeneEvidence> evidence_of(const GeneNames& names) {
    std::vector<GeneEvidence> genes(names.genes());
    for (std::size_t gene = 0; gene < genes.size(); ++gene) genes[gene] = evidence_of(names, gene);
    return genes;
}

EvidenceCounts count_evidence(const std::vector<GeneEvidence>& genes) {
    EvidenceCounts counts;
    std::unordered_map<std::string_view, std::size_t> stems;
    for (const auto& [genome, has_id, id, symbol] : genes) {
        ++counts.by_genome[index_of(genome)];
        if (has_id) {
            ++counts.ids;
            ++counts.by_id[index_of(id)];
        }
        if (symbol.empty()) continue;
        ++counts.telling[index_of(telling_species(symbol))];
        counts.other_mammals += is_other_mammals(symbol);
        counts.human_mitochondrial += symbol.starts_with("MT-");
        counts.mouse_mitochondrial += symbol.starts_with("mt-");
        counts.rat_mitochondrial += symbol.starts_with("Mt-");
        if (is_clone(symbol)) continue;
        const Writing writing = writing_of(symbol);
        counts.capitals += writing == Writing::capitals;
        counts.title += writing == Writing::title;
        counts.small += writing == Writing::small;
        const std::size_t digit = symbol.find_first_of("0123456789");
        if (writing != Writing::neither && digit != std::string_view::npos)
            counts.numbered = std::max(counts.numbered, ++stems[symbol.substr(0, digit)]);
    }
    return counts;
}

}  // namespace phenolens
