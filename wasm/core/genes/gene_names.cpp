#include "genes/gene_names.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

/// Digits of ENSG000002..., the human mitochondrial genes of Ensembl (GENCODE 44), sorted.
constexpr std::array<int, 37> kHuman = {198695, 198712, 198727, 198763, 198786, 198804, 198840, 198886, 198888, 198899,
                                        198938, 209082, 210049, 210077, 210082, 210100, 210107, 210112, 210117, 210127,
                                        210135, 210140, 210144, 210151, 210154, 210156, 210164, 210174, 210176, 210184,
                                        210191, 210194, 210195, 210196, 211459, 212907, 228253};

bool is_mitochondrial_id(std::string_view id) {
    const bool human = id.starts_with("ENSG000");
    const bool mouse = id.starts_with("ENSMUSG000");
    if (!human && !mouse) return false;
    const int number = std::atoi(std::string(id.substr(human ? 4 : 7)).c_str());
    if (human) return std::binary_search(kHuman.begin(), kHuman.end(), number);
    // The mouse ones are consecutive but for Nd4l and the gap it left.
    return (number >= 64336 && number <= 64372 && number != 64362) || number == 65947;
}

std::vector<std::string> read_column(std::string_view text) {
    std::vector<std::string> names;
    if (text.empty()) return names;
    for (std::string_view name : split(text, '\n')) {
        while (!name.empty() && (name.back() == '\r' || name.back() == ' ')) name.remove_suffix(1);
        while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
        names.emplace_back(name);
    }
    return names;
}

}  // namespace

GeneNames read_gene_names(std::string_view ids, const std::vector<std::string>& alternatives) {
    GeneNames names;
    names.columns.push_back(read_column(ids));
    for (const std::string& text : alternatives) {
        names.columns.push_back(read_column(text));
        if (names.columns.back().size() != names.genes()) {
            throw Error(ErrorCode::bad_input,
                        sentence("A column of gene names has ", names.columns.back().size(), " names for ", names.genes(), " genes."));
        }
    }
    if (names.genes() == 0) throw Error(ErrorCode::bad_input, "The file names no gene.");
    return names;
}

std::string_view ensembl_id(std::string_view name) {
    if (!name.starts_with("ENS")) return {};
    std::size_t at = 3;
    while (at < name.size() && is_upper(name[at])) ++at;
    if (at == 3 || name[at - 1] != 'G') return {};
    const std::size_t digits = at;
    while (at < name.size() && is_digit(name[at])) ++at;
    if (at - digits != 11) return {};
    if (at < name.size() && name[at] != '.' && name[at] != '_') return {};
    return name.substr(0, at);
}

std::string_view without_genome(std::string_view name) {
    for (const std::string_view genome : {"GRCh38", "GRCh37", "hg19", "hg38", "mm10", "GRCm39", "GRCm38"}) {
        if (!name.starts_with(genome)) continue;
        const std::size_t start = name.find_first_not_of('_', genome.size());
        if (start != std::string_view::npos && start > genome.size()) return name.substr(start);
    }
    return name;
}

std::vector<bool> mitochondrial_genes(const GeneNames& names) {
    std::vector<bool> found(names.genes(), false);
    for (const auto& column : names.columns) {
        for (std::size_t gene = 0; gene < column.size(); ++gene) {
            const std::string_view name = without_genome(column[gene]);
            const bool by_symbol = name.starts_with("MT-") || name.starts_with("mt-") || name.starts_with("Mt-");
            if (by_symbol || is_mitochondrial_id(ensembl_id(name))) found[gene] = true;
        }
    }
    return found;
}

std::vector<bool> ribosomal_genes(const GeneNames& names) {
    std::vector<bool> found(names.genes(), false);
    for (const auto& column : names.columns) {
        for (std::size_t gene = 0; gene < column.size(); ++gene) {
            const std::string_view name = without_genome(column[gene]);
            for (const std::string_view start : {"RPS", "RPL", "Rps", "Rpl"}) {
                if (name.starts_with(start)) found[gene] = true;
            }
        }
    }
    return found;
}

}  // namespace phenolens
