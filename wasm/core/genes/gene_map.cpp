#include "genes/gene_map.hpp"

#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

#include "base/text.hpp"

namespace phenolens {
namespace {

/// Strength of evidence, strongest first.
enum Evidence : std::uint8_t { ensembl, symbol, folded, alias, none };

using Names = std::unordered_map<std::string, std::int32_t>;

constexpr std::int32_t kAmbiguous = -1;

/// The names of a vocabulary by evidence; a name of several genes stands for none.
struct Dictionary {
    std::array<Names, none> by;

    Dictionary(std::span<const VocabularyGene> vocabulary, bool fold_case, bool with_aliases) {
        for (std::size_t i = 0; i < vocabulary.size(); ++i) {
            const auto gene = static_cast<std::int32_t>(i);
            add(ensembl, std::string(ensembl_id(vocabulary[i].ensembl_id)), gene);
            add(symbol, vocabulary[i].symbol, gene);
            if (fold_case) add(folded, upper(vocabulary[i].symbol), gene);
            if (!with_aliases) continue;
            for (const auto& name : vocabulary[i].aliases) add(alias, fold_case ? upper(name) : name, gene);
        }
        fold_case_ = fold_case;
    }

    /// The gene of a name and the evidence for it.
    std::pair<std::int32_t, Evidence> find(std::string_view name) const {
        name = without_genome(name);
        if (name.empty()) return {-1, none};
        if (const auto id = ensembl_id(name); !id.empty()) return look_up(ensembl, std::string(id));
        if (const auto hit = look_up(symbol, std::string(name)); hit.first >= 0) return hit;
        const std::string other = fold_case_ ? upper(name) : std::string(name);
        if (const auto hit = look_up(folded, other); hit.first >= 0) return hit;
        return look_up(alias, other);
    }

private:
    void add(Evidence evidence, std::string name, std::int32_t gene) {
        if (name.empty()) return;
        const auto [at, fresh] = by[evidence].try_emplace(std::move(name), gene);
        if (!fresh && at->second != gene) at->second = kAmbiguous;
    }

    std::pair<std::int32_t, Evidence> look_up(Evidence evidence, const std::string& name) const {
        const auto at = by[evidence].find(name);
        if (at == by[evidence].end() || at->second == kAmbiguous) return {-1, none};
        return {at->second, evidence};
    }

    bool fold_case_ = true;
};

void count_evidence(GeneMap& map, const std::vector<Evidence>& best) {
    for (std::size_t gene = 0; gene < best.size(); ++gene) {
        if (map.columns_of[gene] == 0) continue;
        ++map.found;
        map.duplicates += map.columns_of[gene] - 1u;
        map.by_ensembl += best[gene] == ensembl;
        map.by_symbol += best[gene] == symbol;
        map.by_folded += best[gene] == folded;
        map.by_alias += best[gene] == alias;
    }
}

}  // namespace

GeneMap map_genes(const GeneNames& names, std::span<const VocabularyGene> vocabulary, bool fold_case, bool as_written,
                  std::span<const std::uint8_t> may_match) {
    const Dictionary dictionary(vocabulary, fold_case && !as_written, !as_written);
    const std::size_t genes = names.genes();
    GeneMap map;
    map.vocabulary_of.assign(genes, -1);
    map.columns_of.assign(vocabulary.size(), 0);
    std::vector<Evidence> evidence(genes, none);
    std::vector<Evidence> best(vocabulary.size(), none);
    for (std::size_t gene = 0; gene < genes; ++gene) {
        if (!may_match.empty() && may_match[gene] == 0) continue;
        for (const auto& column : names.columns) {
            const auto [index, found] = dictionary.find(column[gene]);
            if (found < evidence[gene]) {
                evidence[gene] = found;
                map.vocabulary_of[gene] = index;
            }
        }
        const std::int32_t index = map.vocabulary_of[gene];
        if (index >= 0 && evidence[gene] < best[index]) best[index] = evidence[gene];
    }
    for (std::size_t gene = 0; gene < genes; ++gene) {
        std::int32_t& index = map.vocabulary_of[gene];
        if (index < 0) continue;
        if (evidence[gene] > best[index] || (as_written && map.columns_of[index] > 0))
            index = -1;
        else if (map.columns_of[index] < 0xffff)
            ++map.columns_of[index];
    }
    count_evidence(map, best);
    return map;
}

GeneGatherer::GeneGatherer(const GeneMap& map, ValueKind kind) : vocabulary_of_(map.vocabulary_of), logarithms_(kind == ValueKind::log1p) {
    if (map.duplicates == 0) return;
    slots_.assign(map.vocabulary(), -1);
    shared_.resize(map.vocabulary());
    for (std::size_t gene = 0; gene < map.vocabulary(); ++gene) shared_[gene] = map.columns_of[gene] > 1;
}

void GeneGatherer::gather(std::span<const std::int32_t> indices, std::span<const float> values, MeasuredValues& out) {
    out.genes.resize(indices.size());
    out.values.resize(indices.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const std::int32_t gene = vocabulary_of_[indices[i]];
        // Written before it is known to be kept: most are, and the store is cheaper than a branch missed.
        out.genes[kept] = gene;
        out.values[kept] = values[i];
        if (slots_.empty()) {
            kept += gene >= 0 && values[i] > 0;
            continue;
        }
        if (gene < 0 || values[i] <= 0) continue;
        if (shared_[gene]) {
            if (slots_[gene] >= 0) {
                float& sum = out.values[slots_[gene]];
                sum = logarithms_ ? std::log1p(std::expm1(sum) + std::expm1(values[i])) : sum + values[i];
                continue;
            }
            slots_[gene] = static_cast<std::int32_t>(kept);
        }
        ++kept;
    }
    out.genes.resize(kept);
    out.values.resize(kept);
    if (slots_.empty()) return;
    for (const std::int32_t gene : out.genes) slots_[gene] = -1;
}

std::size_t GeneGatherer::count(std::span<const std::int32_t> indices, std::span<const float> values) {
    gather(indices, values, counted_);
    return counted_.genes.size();
}

}  // namespace phenolens
