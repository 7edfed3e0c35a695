#include "genes/species.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "genes/gene_names.hpp"

namespace phenolens {
namespace {

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

/// Digits behind a prefix, and nothing else but a version.
bool is_numbered_id(std::string_view name, std::string_view prefix, std::size_t digits) {
    if (!name.starts_with(prefix) || name.size() < prefix.size() + digits) return false;
    return std::all_of(name.begin() + static_cast<std::ptrdiff_t>(prefix.size()),
                       name.begin() + static_cast<std::ptrdiff_t>(prefix.size() + digits),
                       [](char one) { return one >= '0' && one <= '9'; });
}

}  // namespace

const char* name_of(Species species) { return kNames[static_cast<std::size_t>(species)]; }

std::string_view id_prefix_of(Species species) {
    if (species == Species::fly) return "FBgn";
    if (species == Species::worm) return "WBGene";
    for (const auto& [prefix, of] : kEnsembl)
        if (of == species) return prefix;
    return "";
}

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

}  // namespace phenolens
