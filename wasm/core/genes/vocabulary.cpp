#include "genes/vocabulary.hpp"

#include <cmath>
#include <cstdlib>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

float read_scale(std::string_view text, std::size_t line) {
    const std::string copy(text);
    char* end = nullptr;
    const float scale = std::strtof(copy.c_str(), &end);
    if (copy.empty() || *end != '\0' || !std::isfinite(scale) || scale <= 0) {
        throw Error(ErrorCode::model,
                    sentence("Line ", line, " of the model's genes.tsv has scale '", text, "', which is not a positive number."));
    }
    return scale;
}

}  // namespace

std::vector<VocabularyGene> read_vocabulary(std::string_view genes_tsv) {
    std::vector<VocabularyGene> genes;
    std::size_t number = 0;
    for (std::string_view line : split(genes_tsv, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (number == 1) {
            if (line != "symbol\tensembl_id\taliases\tscale") {
                throw Error(ErrorCode::model, "The model's genes.tsv does not begin with the columns symbol, ensembl_id, aliases, scale.");
            }
            continue;
        }
        if (line.empty()) continue;
        const auto fields = split(line, '\t');
        if (fields.size() != 4) {
            throw Error(ErrorCode::model,
                        sentence("Line ", number, " of the model's genes.tsv has ", fields.size(), " columns instead of 4."));
        }
        VocabularyGene gene{std::string(fields[0]), std::string(fields[1]), {}, read_scale(fields[3], number)};
        if (!fields[2].empty()) {
            for (const auto alias : split(fields[2], '|')) gene.aliases.emplace_back(alias);
        }
        genes.push_back(std::move(gene));
    }
    if (genes.empty()) throw Error(ErrorCode::model, "The model's genes.tsv lists no gene.");
    return genes;
}

std::string write_vocabulary(const GeneNames& names) {
    std::string text = "symbol\tensembl_id\taliases\tscale\n";
    std::unordered_set<std::string> seen;
    for (std::size_t gene = 0; gene < names.genes(); ++gene) {
        std::string symbol, ensembl;
        for (const auto& column : names.columns) {
            const std::string_view name = without_genome(column[gene]);
            if (name.empty() || name.find_first_of("\t\n\r") != std::string_view::npos) continue;
            const auto id = ensembl_id(name);
            if (id.empty() && symbol.empty()) symbol = name;
            if (!id.empty() && ensembl.empty()) ensembl = id;
        }
        if (symbol.empty() && ensembl.empty()) continue;
        if (!seen.insert(ensembl.empty() ? symbol : ensembl).second) continue;
        text += symbol + "\t" + ensembl + "\t\t1\n";
    }
    if (seen.empty()) throw Error(ErrorCode::bad_input, "The file names no gene.");
    return text;
}

}  // namespace phenolens
