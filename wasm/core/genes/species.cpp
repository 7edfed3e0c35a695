#include "genes/species.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.hpp"
#include "genes/genome.hpp"
#include "genes/telling_names.hpp"

namespace phenolens {
namespace {

/// Fewer names than this are not judged by how they are written.
constexpr std::size_t kEnough = 20;
/// Genes of a second species that make a file mixed: with its genome named, by ids, by how they are written.
constexpr std::size_t kMixedByGenome = 10, kMixedByIds = 20, kMixedByWriting = 50;
/// Names that only one species has, below which they are taken for chance.
constexpr std::size_t kTelling = 10;

constexpr std::array<std::pair<std::string_view, Species>, 22> kEnsembl = {{
    {"ENSG", Species::human},
    {"ENSMUSG", Species::mouse},
    {"ENSRNOG", Species::rat},
    {"ENSDARG", Species::zebrafish},
    {"ENSSSCG", Species::pig},
    {"ENSMMUG", Species::macaque},
    {"ENSMFAG", Species::crab_eating_macaque},
    {"ENSPTRG", Species::chimpanzee},
    {"ENSGGOG", Species::gorilla},
    {"ENSPPYG", Species::orangutan},
    {"ENSCJAG", Species::marmoset},
    {"ENSMICG", Species::mouse_lemur},
    {"ENSBTAG", Species::cow},
    {"ENSOARG", Species::sheep},
    {"ENSECAG", Species::horse},
    {"ENSFCAG", Species::cat},
    {"ENSOCUG", Species::rabbit},
    {"ENSMODG", Species::opossum},
    {"ENSOANG", Species::platypus},
    {"ENSGALG", Species::chicken},
    {"ENSXETG", Species::frog},
    {"ENSCAFG", Species::dog},
}};

constexpr std::array<const char*, 26> kNames = {
    "human",      "mouse",   "rat",       "zebrafish", "pig",         "macaque",  "crab-eating macaque",
    "chimpanzee", "gorilla", "orangutan", "marmoset",  "mouse lemur", "cow",      "sheep",
    "horse",      "dog",     "cat",       "rabbit",    "opossum",     "platypus", "chicken",
    "frog",       "fly",     "worm",      "mixed",     "unknown"};

constexpr std::size_t kSpecies = static_cast<std::size_t>(Species::unknown) + 1;
using PerSpecies = std::array<std::size_t, kSpecies>;

constexpr std::size_t index_of(Species species) { return static_cast<std::size_t>(species); }

/// Prefix of a species' ids, as sentences show it.
std::string_view prefix_of(Species species) {
    if (species == Species::fly) return "FBgn";
    if (species == Species::worm) return "WBGene";
    for (const auto& [prefix, of] : kEnsembl)
        if (of == species) return prefix;
    return "";
}

/// Digits behind a prefix, and nothing else but a version.
bool is_numbered_id(std::string_view name, std::string_view prefix, std::size_t digits) {
    if (!name.starts_with(prefix) || name.size() < prefix.size() + digits) return false;
    return std::all_of(name.begin() + static_cast<std::ptrdiff_t>(prefix.size()),
                       name.begin() + static_cast<std::ptrdiff_t>(prefix.size() + digits),
                       [](char one) { return one >= '0' && one <= '9'; });
}

bool is_database_id(std::string_view name) {
    return !ensembl_id(name).empty() || species_of_id(name) == Species::fly || species_of_id(name) == Species::worm;
}

/// What the names of one gene say.
struct GeneEvidence {
    Species genome = Species::unknown;
    bool has_id = false;
    Species id = Species::unknown;
    std::string_view symbol;
};

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

/// Genes counted once each, whatever the number of columns.
struct Counts {
    PerSpecies by_genome{}, by_id{}, telling{};
    std::size_t ids = 0;
    std::size_t capitals = 0, title = 0, small = 0;
    std::size_t other_mammals = 0;
    std::size_t human_mitochondrial = 0, mouse_mitochondrial = 0, rat_mitochondrial = 0;
    /// Symbols beginning with the same letters before a digit (Gene1, Gene2): the most of one kind.
    std::size_t numbered = 0;

    std::size_t written() const { return capitals + title + small; }
};

Counts count_names(const std::vector<GeneEvidence>& genes) {
    Counts counts;
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
SpeciesVerdict by_genome_or_id(const std::vector<GeneEvidence>& genes, const Counts& counts) {
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
                                  one < index_of(Species::fly) ? "Ensembl " : "", "ids (", prefix_of(species), ").")};
    }
    return {Species::unknown,
            sentence(counts.by_id[index_of(Species::unknown)], " of ", all, " genes have Ensembl ids of a species not known here.")};
}

/// Capitals are human, unless names say otherwise.
SpeciesVerdict of_capitals(const Counts& counts, std::size_t genes, const std::string& mitochondrial) {
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
SpeciesVerdict of_title(const Counts& counts, std::size_t genes, const std::string& mitochondrial) {
    const std::size_t rat = counts.telling[index_of(Species::rat)];
    if (counts.rat_mitochondrial > 0 || (rat >= 2 && counts.mouse_mitochondrial == 0))
        return {Species::rat, sentence(counts.title, " of ", genes, " gene names are written as rat genes are (Actb), ",
                                       counts.rat_mitochondrial, " begin with Mt- and ", rat, " with RT1- or RGD.")};
    return {Species::mouse,
            sentence(counts.title, " of ", genes, " gene names are written as mouse genes are (Actb), ", mitochondrial, ".")};
}

/// Small letters are zebrafish, unless names say otherwise.
SpeciesVerdict of_small(const Counts& counts, std::size_t genes) {
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

const char* name_of(Species species) { return kNames[index_of(species)]; }

Species species_of_id(std::string_view name) {
    if (is_numbered_id(name, "FBgn", 7)) return Species::fly;
    if (is_numbered_id(name, "WBGene", 8)) return Species::worm;
    const std::string_view id = ensembl_id(name);
    if (id.empty()) return Species::unknown;
    const std::string_view prefix = id.substr(0, id.size() - 11);
    for (const auto& [known, species] : kEnsembl)
        if (prefix == known) return species;
    // Breeds and strains have prefixes of their own behind their species': ENSCAFG, ENSSSCG.
    if (prefix.starts_with("ENSCAF")) return Species::dog;
    if (prefix.starts_with("ENSOAR")) return Species::sheep;
    if (prefix.starts_with("ENSGAL")) return Species::chicken;
    return prefix.starts_with("ENSSSC") ? Species::pig : Species::unknown;
}

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
    std::vector<GeneEvidence> evidence(genes);
    for (std::size_t gene = 0; gene < genes; ++gene) evidence[gene] = evidence_of(names, gene);
    const Counts counts = count_names(evidence);
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
