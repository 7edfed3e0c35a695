#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "genes/gene_names.hpp"
#include "genes/species.hpp"

namespace phenolens {

constexpr std::size_t kSpecies = static_cast<std::size_t>(Species::unknown) + 1;
/// One number for each species.
using PerSpecies = std::array<std::size_t, kSpecies>;

constexpr std::size_t index_of(Species species) { return static_cast<std::size_t>(species); }

/// What the names of one gene say.
struct GeneEvidence {
    Species genome = Species::unknown;
    bool has_id = false;
    Species id = Species::unknown;
    std::string_view symbol;
};

/// What the names of each gene say.
std::vector<GeneEvidence> evidence_of(const GeneNames& names);

/// Genes counted once each, whatever the number of columns.
struct EvidenceCounts {
    PerSpecies by_genome{}, by_id{}, telling{};
    std::size_t ids = 0;
    std::size_t capitals = 0, title = 0, small = 0;
    std::size_t other_mammals = 0;
    std::size_t human_mitochondrial = 0, mouse_mitochondrial = 0, rat_mitochondrial = 0;
    /// Symbols beginning with the same letters before a digit (Gene1, Gene2): the most of one kind.
    std::size_t numbered = 0;

    std::size_t written() const { return capitals + title + small; }
};

EvidenceCounts count_evidence(const std::vector<GeneEvidence>& genes);

}  // namespace phenolens
