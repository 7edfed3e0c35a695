#include "genes/telling_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"

namespace phenolens {
namespace {

/// Names of protein-coding genes of mouse that no human gene has or had, in capitals, sorted.
constexpr auto kMouseOnly = std::to_array<std::string_view>({
#include "genes/tables/mouse_only_names.inc"
});

/// How many letters from `at` on satisfy a test.
template <typename Test> std::size_t run(std::string_view text, std::size_t at, Test test) {
    std::size_t length = 0;
    while (at + length < text.size() && test(text[at + length])) ++length;
    return length;
}

/// Whether a name is a stem and at least `least` digits, with nothing behind.
bool is_numbered(std::string_view name, std::string_view stem, std::size_t least) {
    if (!name.starts_with(stem)) return false;
    const std::size_t digits = run(name, stem.size(), is_digit);
    return digits >= least && stem.size() + digits == name.size();
}

/// C1ORF159, CXORF40B: chromosome, ORF, number.
bool is_reading_frame(std::string_view name) {
    if (!name.starts_with('C')) return false;
    std::size_t at = 1 + run(name, 1, is_digit);
    if (at == 1 && name.size() > 1 && (name[1] == 'X' || name[1] == 'Y')) at = 2;
    return at > 1 && name.substr(at).starts_with("ORF") && at + 3 < name.size() && is_digit(name[at + 3]);
}

bool is_human_only(std::string_view name) { return name.starts_with("HLA-") || is_numbered(name, "LINC", 4) || is_reading_frame(name); }

bool is_mouse_only(std::string_view name) {
    // RIKEN's clones: 0610007P14RIK, A430005L14RIK.
    if (name.size() >= 11 && name.size() <= 14 && name.find("RIK") >= 10 && name.find("RIK") != std::string_view::npos && is_digit(name[1]))
        return true;
    if (is_numbered(name, "GM", 3) || is_numbered(name, "OLFR", 2) || is_numbered(name, "VMN1R", 1) || is_numbered(name, "VMN2R", 1))
        return true;
    // Human ZFP genes end below 100.
    if (is_numbered(name, "ZFP", 3)) return true;
    if (name.starts_with("H2-") && name.size() > 3 && std::string_view("ADEKMOQT").find(name[3]) != std::string_view::npos &&
        !name.starts_with("H2-ALPHA"))
        return true;
    return std::binary_search(kMouseOnly.begin(), kMouseOnly.end(), name);
}

bool is_fish_only(std::string_view name) {
    for (const std::string_view project : {"SI:", "ZGC:", "WU:", "IM:", "SB:"})
        if (name.starts_with(project)) return true;
    return false;
}

bool is_fly_only(std::string_view name) {
    for (const std::string_view kind : {"LNCRNA:", "ASRNA:", "SNORNA:", "TRNA:", "SNRNA:", "MT:"})
        if (name.starts_with(kind)) return true;
    return is_numbered(name, "CG", 3) || is_numbered(name, "CR", 4);
}

/// The histocompatibility complex and projects name their species.
constexpr std::array<std::pair<std::string_view, Species>, 8> kPrefixes = {{
    {"RT1-", Species::rat},
    {"RGD1", Species::rat},
    {"SLA-", Species::pig},
    {"MAMU-", Species::macaque},
    {"MAFA-", Species::crab_eating_macaque},
    {"PATR-", Species::chimpanzee},
    {"BOLA-", Species::cow},
    {"DLA-", Species::dog},
}};

}  // namespace

Writing writing_of(std::string_view symbol) {
    std::size_t upper_letters = 0, lower_letters = 0;
    for (const char letter : symbol) {
        upper_letters += is_upper(letter);
        lower_letters += letter >= 'a' && letter <= 'z';
    }
    const bool starts_upper = !symbol.empty() && is_upper(symbol[0]);
    if (starts_upper && upper_letters >= 2 && lower_letters == 0) return Writing::capitals;
    if (starts_upper && upper_letters == 1 && lower_letters >= 2) return Writing::title;
    if (upper_letters == 0 && lower_letters >= 2) return Writing::small;
    return Writing::neither;
}

bool is_clone(std::string_view symbol) {
    for (const std::string_view library :
         {"RP11-", "RP1-", "RP3-", "RP4-", "RP5-", "RP13-", "RP23-", "RP24-", "CTA-", "CTB-", "CTC-", "CTD-"})
        if (symbol.starts_with(library)) return true;
    const std::size_t letters = run(symbol, 0, is_upper);
    return letters >= 1 && letters <= 4 && run(symbol, letters, is_digit) >= 5;
}

Species telling_species(std::string_view symbol) {
    const std::string name = upper(symbol);
    for (const auto& [prefix, species] : kPrefixes)
        if (name.starts_with(prefix)) return species;
    if (is_human_only(name)) return Species::human;
    if (is_fish_only(name)) return Species::zebrafish;
    if (is_fly_only(name)) return Species::fly;
    return is_mouse_only(name) ? Species::mouse : Species::unknown;
}

bool is_other_mammals(std::string_view symbol) {
    if (!symbol.starts_with('C')) return false;
    std::size_t at = 1 + run(symbol, 1, is_digit);
    if (at == 1 || at >= symbol.size() || symbol[at] != 'H') return false;
    const std::size_t digits = run(symbol, at + 1, is_digit);
    return digits > 0 && symbol.substr(at + 1 + digits).starts_with("orf");
}

}  // namespace phenolens
