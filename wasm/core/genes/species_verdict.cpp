#include "genes/species_verdict.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/text.hpp"
#include "genes/genome.hpp"
#include "genes/name_evidence.hpp"
#include "genes/telling_names.hpp"

namespace phenolens {
namespace {

/// Fewer names than this are not judged by how they are written.
constexpr std::size_t kEnough = 20;
/// Genes of a second species that make a file mixed: with its genome named, by ids, by how they are written.
constexpr std::size_t kMixedByGenome = 10, kMixedByIds = 20, kMixedByWriting = 50;
/// Names that only one species has, below which they are taken for chance.
constexpr std::size_t kTelling = 10;

/// Species with at least so many genes, most first.
std::vector<Species> those_above(const PerSpecies& counts, std::size_t least) {
    std::vector<Species> found;
    for (std::size_t one = 0; one < index_of(Species::mixed); ++one)
        if (counts[one] >= std::max<std::size_t>(least, 1)) found.push_back(static_cast<Species>(one));
    std::stable_sort(found.begin(), found.end(), [&](Species a, Species b) { return counts[index_of(a)] > counts[index_of(b)]; });
    return found;
}

std::string listed(const std::vector<Species>& species, const PerSpecies& counts, std::string_view kind) {
    std::string text;
    for (std::size_t i = 0; i < species.size(); ++i) {
        if (i > 0) text += i + 1 == species.size() ? " and " : ", ";
        text += sentence(counts[index_of(species[i])], " ", name_of(species[i]));
    }
    return sentence(text, " ", kind);
}

/// What each gene of a mixed file is, by the strongest evidence it has.
SpeciesVerdict mixed_verdict(const std::vector<GeneEvidence>& genes, std::vector<Species> species, bool by_writing,
                             const std::string& why) {
    std::sort(species.begin(), species.end());
    SpeciesVerdict verdict{Species::mixed, why, std::move(species)};
    verdict.genes_of.assign(verdict.genomes.size(), 0);
    verdict.genome_of.assign(genes.size(), -1);
    for (std::size_t gene = 0; gene < genes.size(); ++gene) {
        const auto& [genome, has_id, id, symbol] = genes[gene];
        Species of = genome != Species::unknown ? genome : id;
        if (of == Species::unknown && by_writing && !is_clone(symbol)) {
            const Writing writing = writing_of(symbol);
            const Species telling = telling_species(symbol);
            // H2-K1 is written as a human gene is, C1orf159 as a mouse gene.
            const bool is_mouse =
                writing == Writing::title || symbol.starts_with("mt-") || (telling == Species::mouse && symbol.starts_with("H2-"));
            if (telling == Species::human || (writing != Writing::capitals && !is_mouse))
                of = telling;
            else
                of = is_mouse ? Species::mouse : Species::human;
        }
        const auto place = std::find(verdict.genomes.begin(), verdict.genomes.end(), of);
        if (place == verdict.genomes.end()) continue;
        verdict.genome_of[gene] = static_cast<std::int8_t>(place - verdict.genomes.begin());
        ++verdict.genes_of[static_cast<std::size_t>(place - verdict.genomes.begin())];
    }
    return verdict;
}

/// A verdict where genes say of which genome they are, or where ids do; unknown with no words where neither does.
SpeciesVerdict by_genome_or_id(const std::vector<GeneEvidence>& genes, const EvidenceCounts& counts) {
    const std::size_t all = genes.size();
    const auto genomes = those_above(counts.by_genome, kMixedByGenome);
    if (genomes.size() > 1)
        return mixed_verdict(
            genes, genomes, false,
            sentence("Names say of which genome they are: ", listed(genomes, counts.by_genome, "genes"), ". The file mixes species."));
    const auto ids = those_above(counts.by_id, std::max(kMixedByIds, counts.ids / 50));
    if (ids.size() > 1 && counts.ids * 10 >= all)
        return mixed_verdict(
            genes, ids, false,
            sentence("Of ", all, " genes ", listed(ids, counts.by_id, "ones"), " by their Ensembl ids: the file mixes species."));
    if (genomes.size() == 1 && counts.by_genome[index_of(genomes[0])] * 2 > all)
        return {genomes[0], sentence(counts.by_genome[index_of(genomes[0])], " of ", all, " gene names begin with the name of a ",
                                     name_of(genomes[0]), " genome.")};
    // A few ids among symbols (genes that have none) do not decide; how the symbols are written does.
    const bool enough_ids = counts.ids > 0 && (counts.ids * 2 >= all || (counts.ids >= kEnough && counts.ids * 10 >= all));
    if (!enough_ids) return {};
    for (std::size_t one = 0; one < index_of(Species::mixed); ++one) {
        if (counts.by_id[one] * 2 <= counts.ids) continue;
        const auto species = static_cast<Species>(one);
        return {species, sentence(counts.by_id[one], " of ", all, " genes have ", name_of(species), " ",
                                  one < index_of(Species::fly) ? "Ensembl " : "", "ids (", id_prefix_of(species), ").")};
    }
    return {Species::unknown,
            sentence(counts.by_id[index_of(Species::unknown)], " of ", all, " genes have Ensembl ids of a species not known here.")};
}

/// Capitals are human, unless names say otherwise.
SpeciesVerdict of_capitals(const EvidenceCounts& counts, std::size_t genes, const std::string& mitochondrial) {
    const std::size_t human = counts.telling[index_of(Species::human)];
    for (const Species other :
         {Species::rat, Species::pig, Species::macaque, Species::crab_eating_macaque, Species::chimpanzee, Species::cow, Species::dog}) {
        const std::size_t found = counts.telling[index_of(other)];
        if (found >= 2 && found * 2 > human)
            return {other, sentence(found, " of ", genes, " gene names are of ", name_of(other), " alone; the others are in capitals.")};
    }
    if (counts.other_mammals >= 3 && counts.other_mammals > human)
        return {Species::unknown, sentence(counts.other_mammals, " of ", genes,
                                           " gene names are as Ensembl names those of mammals other than human and mouse (C10H15orf48).")};
    const std::size_t mouse = counts.telling[index_of(Species::mouse)];
    if (mouse >= kTelling && mouse > 2 * human)
        return {Species::mouse, sentence("The gene names are in capitals, but ", mouse, " of ", genes,
                                         " are of mouse alone (such as GM10000 or 0610007P14RIK): mouse genes in capitals.")};
    return {Species::human,
            sentence(counts.capitals, " of ", genes, " gene names are written as human genes are (ACTB), ", mitochondrial, ".")};
}

/// One capital is mouse, unless names say otherwise.
SpeciesVerdict of_title(const EvidenceCounts& counts, std::size_t genes, const std::string& mitochondrial) {
    const std::size_t rat = counts.telling[index_of(Species::rat)];
    if (counts.rat_mitochondrial > 0 || (rat >= 2 && counts.mouse_mitochondrial == 0))
        return {Species::rat, sentence(counts.title, " of ", genes, " gene names are written as rat genes are (Actb), ",
                                       counts.rat_mitochondrial, " begin with Mt- and ", rat, " with RT1- or RGD.")};
    return {Species::mouse,
            sentence(counts.title, " of ", genes, " gene names are written as mouse genes are (Actb), ", mitochondrial, ".")};
}

/// Small letters are zebrafish, unless names say otherwise.
SpeciesVerdict of_small(const EvidenceCounts& counts, std::size_t genes) {
    const std::size_t human = counts.telling[index_of(Species::human)], fish = counts.telling[index_of(Species::zebrafish)];
    if (human >= kTelling && human > fish)
        return {Species::human,
                sentence(human, " of ", genes, " gene names are of human alone (such as HLA-A), written in small letters.")};
    return {Species::zebrafish, sentence(counts.small, " of ", genes, " gene names are written as zebrafish genes are (actb1), ", fish,
                                         " of them as only zebrafish's are (si:, zgc:).")};
}

std::size_t vocabulary_hits(const GeneNames& names, std::span<const VocabularyGene> vocabulary) {
    std::unordered_set<std::string_view> symbols;
    for (const auto& gene : vocabulary) symbols.insert(gene.symbol);
    std::size_t hits = 0;
    for (std::size_t gene = 0; gene < names.genes(); ++gene) {
        hits += std::any_of(names.columns.begin(), names.columns.end(),
                            [&](const auto& column) { return symbols.contains(without_genome(column[gene])); });
    }
    return hits;
}

}  // namespace

Species species_of(std::span<const VocabularyGene> vocabulary) {
    // Ids of one species for most genes are what the names would be judged by.
    PerSpecies ids{};
    for (const auto& gene : vocabulary)
        if (!gene.ensembl_id.empty()) ++ids[index_of(species_of_id(gene.ensembl_id))];
    for (std::size_t one = 0; one < index_of(Species::mixed); ++one) {
        const bool is_alone = ids[one] == std::accumulate(ids.begin(), ids.end(), std::size_t{0});
        if (is_alone && ids[one] * 2 > vocabulary.size()) return static_cast<Species>(one);
    }
    GeneNames names;
    names.columns.resize(2);
    for (const auto& gene : vocabulary) {
        names.columns[0].push_back(gene.symbol);
        names.columns[1].push_back(gene.ensembl_id);
    }
    return judge_species(names).species;
}

SpeciesVerdict judge_species(const GeneNames& names, std::span<const VocabularyGene> vocabulary) {
    const std::size_t genes = names.genes();
    const std::vector<GeneEvidence> evidence = evidence_of(names);
    const EvidenceCounts counts = count_evidence(evidence);
    if (SpeciesVerdict found = by_genome_or_id(evidence, counts); !found.why.empty()) return found;

    const std::size_t written = counts.written();
    const std::string mitochondrial =
        sentence(counts.human_mitochondrial, " names begin with MT- and ", counts.mouse_mitochondrial, " with mt-");
    if (written >= kEnough && counts.numbered * 2 > written) {
        return {Species::unknown, sentence("Of ", genes, " gene names ", counts.numbered,
                                           " are numbers behind the same letters, which are no gene symbols.")};
    }
    if (counts.telling[index_of(Species::fly)] >= std::max(kTelling, genes / 100))
        return {Species::fly,
                sentence(counts.telling[index_of(Species::fly)], " of ", genes, " gene names are as only fly's are (CG1234, mt:ND1).")};
    if (std::min(counts.capitals, counts.title) >= std::max(kMixedByWriting, written / 10)) {
        return mixed_verdict(evidence, {Species::human, Species::mouse}, true,
                             sentence("Of ", genes, " gene names ", counts.capitals, " are written as human genes are (ACTB) and ",
                                      counts.title, " as mouse genes are (Actb), ", mitochondrial, ": the file mixes species."));
    }
    if (written >= kEnough && counts.title * 4 > written * 3 && counts.human_mitochondrial == 0)
        return of_title(counts, genes, mitochondrial);
    if (written >= kEnough && counts.capitals * 4 > written * 3 && counts.mouse_mitochondrial == 0)
        return of_capitals(counts, genes, mitochondrial);
    if (written >= kEnough && counts.small * 4 > written * 3) return of_small(counts, genes);
    const std::size_t hits = vocabulary.empty() ? 0 : vocabulary_hits(names, vocabulary);
    if (hits > 0 && hits * 10 >= genes * 3 && counts.title * 2 < std::max<std::size_t>(written, 1)) {
        const Species of = species_of(vocabulary);
        const Species species = of == Species::unknown ? Species::human : of;
        return {species, sentence(hits, " of ", genes, " gene names are ", name_of(species), " symbols of the model's vocabulary.")};
    }
    return {Species::unknown, sentence("Of ", genes, " gene names ", counts.capitals, " are written as human genes are (ACTB) and ",
                                       counts.title, " as mouse genes are (Actb); ", counts.ids, " are Ensembl ids.")};
}

}  // namespace phenolens
