#include "genes/genome.hpp"

#include <array>
#include <utility>

namespace phenolens {
namespace {

constexpr std::array<std::pair<std::string_view, Species>, 28> kGenomes = {{
    {"GRCh38", Species::human},
    {"GRCh37", Species::human},
    {"hg19", Species::human},
    {"hg38", Species::human},
    {"HUMAN", Species::human},
    {"human", Species::human},
    {"Human", Species::human},
    {"GRCm39", Species::mouse},
    {"GRCm38", Species::mouse},
    {"mm10", Species::mouse},
    {"mm39", Species::mouse},
    {"mm9", Species::mouse},
    {"MOUSE", Species::mouse},
    {"mouse", Species::mouse},
    {"Mouse", Species::mouse},
    {"mRatBN7.2", Species::rat},
    {"Rnor_6.0", Species::rat},
    {"rn6", Species::rat},
    {"rn7", Species::rat},
    {"RAT", Species::rat},
    {"GRCz11", Species::zebrafish},
    {"GRCz10", Species::zebrafish},
    {"danRer11", Species::zebrafish},
    {"Sscrofa11.1", Species::pig},
    {"Mmul_10", Species::macaque},
    {"rheMac10", Species::macaque},
    {"BDGP6", Species::fly},
    {"dm6", Species::fly},
}};

bool is_separator(char letter) { return letter == '_' || letter == '-' || letter == '.' || letter == ':' || letter == '|'; }

}  // namespace

GenomeName split_genome(std::string_view name) {
    for (const auto& [genome, species] : kGenomes) {
        if (!name.starts_with(genome)) continue;
        std::size_t at = genome.size();
        while (at < name.size() && is_separator(name[at])) ++at;
        if (at > genome.size() && at < name.size()) return {species, name.substr(at)};
    }
    return {Species::unknown, name};
}

std::string_view without_genome(std::string_view name) { return split_genome(name).name; }

}  // namespace phenolens
