#include "genes/species.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"

namespace phenolens {
namespace {

/// Fewer names than this are not judged by how they are written.
constexpr std::size_t kEnough = 20;

/// Genes counted once each, whatever the number of columns.
struct Counts {
    std::size_t human_ids = 0;
    std::size_t mouse_ids = 0;
    std::size_t other_ids = 0;
    /// Symbols such as ACTB: two capitals or more, at most `orf` in lower case.
    std::size_t capitals = 0;
    /// Symbols such as Actb: one capital, then lower case.
    std::size_t title = 0;
    std::size_t human_mitochondrial = 0;
    std::size_t mouse_mitochondrial = 0;
    std::size_t rat_mitochondrial = 0;
    /// Symbols beginning with the same letters before a digit (Gene1, Gene2): the most of one kind.
    std::size_t numbered = 0;
};

enum class Writing { capitals, title, neither };

Writing writing_of(std::string_view name) {
    std::size_t upper_letters = 0, lower_letters = 0;
    for (const char letter : name) {
        upper_letters += letter >= 'A' && letter <= 'Z';
        lower_letters += letter >= 'a' && letter <= 'z';
    }
    const bool starts_upper = name[0] >= 'A' && name[0] <= 'Z';
    if (starts_upper && upper_letters >= 2 && lower_letters == 0) return Writing::capitals;
    if (starts_upper && upper_letters == 1 && lower_letters >= 2) return Writing::title;
    return Writing::neither;
}

Counts count_names(const GeneNames& names) {
    Counts counts;
    std::unordered_map<std::string_view, std::size_t> stems;
    for (std::size_t gene = 0; gene < names.genes(); ++gene) {
        std::string_view id, symbol;
        for (const auto& column : names.columns) {
            const std::string_view name = without_genome(column[gene]);
            const std::string_view found = ensembl_id(name);
            if (!found.empty())
                id = id.empty() ? found : id;
            else if (symbol.empty())
                symbol = name;
        }
        if (id.starts_with("ENSG"))
            ++counts.human_ids;
        else if (id.starts_with("ENSMUSG"))
            ++counts.mouse_ids;
        else if (!id.empty())
            ++counts.other_ids;
        if (symbol.empty()) continue;
        counts.human_mitochondrial += symbol.starts_with("MT-");
        counts.mouse_mitochondrial += symbol.starts_with("mt-");
        counts.rat_mitochondrial += symbol.starts_with("Mt-");
        const Writing writing = writing_of(symbol);
        counts.capitals += writing == Writing::capitals;
        counts.title += writing == Writing::title;
        const std::size_t digit = symbol.find_first_of("0123456789");
        if (writing != Writing::neither && digit != std::string_view::npos)
            counts.numbered = std::max(counts.numbered, ++stems[symbol.substr(0, digit)]);
    }
    return counts;
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

const char* name_of(Species species) {
    switch (species) {
    case Species::human: return "human";
    case Species::mouse: return "mouse";
    case Species::unknown: return "unknown";
    }
    return "unknown";
}

SpeciesVerdict judge_species(const GeneNames& names, std::span<const VocabularyGene> vocabulary) {
    const Counts counts = count_names(names);
    const std::size_t genes = names.genes();
    const std::size_t ids = counts.human_ids + counts.mouse_ids + counts.other_ids;
    // A few ids among symbols (genes that have none) do not decide; how the symbols are written does.
    const bool enough_ids = ids > 0 && (ids * 2 >= genes || (ids >= kEnough && ids * 10 >= genes));
    if (enough_ids && counts.human_ids > 0 && counts.mouse_ids > 0 && std::min(counts.human_ids, counts.mouse_ids) * 10 > ids) {
        return {Species::unknown, sentence(counts.human_ids, " of ", genes, " genes have human Ensembl ids (ENSG) and ", counts.mouse_ids,
                                           " mouse ones (ENSMUSG): the file mixes two species.")};
    }
    if (enough_ids && counts.human_ids * 2 > ids)
        return {Species::human, sentence(counts.human_ids, " of ", genes, " genes have human Ensembl ids (ENSG).")};
    if (enough_ids && counts.mouse_ids * 2 > ids)
        return {Species::mouse, sentence(counts.mouse_ids, " of ", genes, " genes have mouse Ensembl ids (ENSMUSG).")};
    if (enough_ids)
        return {Species::unknown, sentence(counts.other_ids, " of ", genes, " genes have Ensembl ids of neither human nor mouse.")};

    const std::size_t written = counts.capitals + counts.title;
    const std::string mitochondrial =
        sentence(counts.human_mitochondrial, " names begin with MT- and ", counts.mouse_mitochondrial, " with mt-");
    if (written >= kEnough && counts.numbered * 2 > written) {
        return {Species::unknown, sentence("Of ", genes, " gene names ", counts.numbered,
                                           " are numbers behind the same letters, which are no gene symbols.")};
    }
    if (written >= kEnough && counts.title * 4 > written * 3 && counts.human_mitochondrial == 0 && counts.rat_mitochondrial == 0) {
        return {Species::mouse,
                sentence(counts.title, " of ", genes, " gene names are written as mouse genes are (Actb), ", mitochondrial, ".")};
    }
    if (written >= kEnough && counts.capitals * 4 > written * 3 && counts.mouse_mitochondrial == 0) {
        return {Species::human,
                sentence(counts.capitals, " of ", genes, " gene names are written as human genes are (ACTB), ", mitochondrial, ".")};
    }
    const std::size_t hits = vocabulary.empty() ? 0 : vocabulary_hits(names, vocabulary);
    if (hits > 0 && hits * 10 >= genes * 3 && counts.title * 2 < std::max<std::size_t>(written, 1)) {
        return {Species::human, sentence(hits, " of ", genes, " gene names are human symbols of the model's vocabulary.")};
    }
    return {Species::unknown, sentence("Of ", genes, " gene names ", counts.capitals, " are written as human genes are (ACTB) and ",
                                       counts.title, " as mouse genes are (Actb); ", ids, " are Ensembl ids.")};
}

}  // namespace phenolens
