#include "genes/gene_names.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

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

/// The number of an id behind its species' prefix; -1 for another's.
int number_behind(std::string_view id, std::string_view prefix) {
    return id.starts_with(prefix) ? std::atoi(std::string(id.substr(prefix.size())).c_str()) : -1;
}

/// Genes of the mitochondrial genome without a prefix, as RefSeq names them, in capitals, sorted.
constexpr std::array<std::string_view, 18> kMitochondrial = {"ATP6", "ATP8", "CO1",  "CO2", "CO3", "COI", "COII", "COX1", "COX2",
                                                             "COX3", "CYB",  "CYTB", "ND1", "ND2", "ND3", "ND4",  "ND4L", "ND5"};

/// How many of those a file has whose genes are so named; fewer are other genes' aliases (COX1 is PTGS1's).
constexpr std::size_t kBareMitochondrial = 5;

/// MT-ND1, mt-Nd1, Mt-nd1, MT.ND1, MT_ND1, mt:ND1.
bool has_mitochondrial_prefix(std::string_view name) {
    if (name.size() < 5 || upper(name.substr(0, 2)) != "MT") return false;
    const char separator = name[2];
    if (separator == '-' || separator == ':') return true;
    if (separator != '.' && separator != '_') return false;
    const std::string rest = upper(name.substr(3));
    return rest.starts_with("ND") || rest.starts_with("CO") || rest.starts_with("CY") || rest.starts_with("ATP") ||
           rest.starts_with("RNR") || rest.starts_with("TR") || (rest[0] == 'T' && rest.size() <= 3);
}

/// Marks a column's genes named ND1, CYTB and so on, where there are enough of them.
void mark_bare_mitochondrial(const std::vector<std::string>& column, std::vector<bool>& found) {
    std::vector<std::size_t> bare;
    for (std::size_t gene = 0; gene < column.size(); ++gene) {
        const std::string_view name = without_genome(column[gene]);
        if (name.size() < 3 || name.size() > 4) continue;
        const std::string known = upper(name);
        if (known == "ND6" || std::binary_search(kMitochondrial.begin(), kMitochondrial.end(), known)) bare.push_back(gene);
    }
    if (bare.size() < kBareMitochondrial) return;
    for (const std::size_t gene : bare) found[gene] = true;
}

/// Numbers of Ensembl ids of genes of ribosomal proteins, sorted.
constexpr auto kHumanRibosomal = std::to_array<int>({
#include "genes/tables/human_ribosomal_ids.inc"
});
constexpr auto kMouseRibosomal = std::to_array<int>({
#include "genes/tables/mouse_ribosomal_ids.inc"
});

bool is_ribosomal_id(std::string_view id) {
    if (const int human = number_behind(id, "ENSG"); human >= 0)
        return std::binary_search(kHumanRibosomal.begin(), kHumanRibosomal.end(), human);
    const int mouse = number_behind(id, "ENSMUSG");
    return mouse >= 0 && std::binary_search(kMouseRibosomal.begin(), kMouseRibosomal.end(), mouse);
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

std::vector<bool> mitochondrial_genes(const GeneNames& names) {
    std::vector<bool> found(names.genes(), false);
    for (const auto& column : names.columns) {
        for (std::size_t gene = 0; gene < column.size(); ++gene) {
            const std::string_view name = without_genome(column[gene]);
            if (has_mitochondrial_prefix(name) || is_mitochondrial_id(ensembl_id(name))) found[gene] = true;
        }
        mark_bare_mitochondrial(column, found);
    }
    return found;
}

std::vector<bool> ribosomal_genes(const GeneNames& names) {
    std::vector<bool> found(names.genes(), false);
    for (const auto& column : names.columns) {
        for (std::size_t gene = 0; gene < column.size(); ++gene) {
            const std::string_view name = without_genome(column[gene]);
            const std::string start = upper(name.substr(0, 3));
            if (start == "RPS" || start == "RPL" || is_ribosomal_id(ensembl_id(name))) found[gene] = true;
        }
    }
    return found;
}

}  // namespace phenolens
