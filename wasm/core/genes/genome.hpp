#pragma once

#include <string_view>

#include "genes/species.hpp"

namespace phenolens {

/// A name as references of several species write it: which genome's it is, and the name in it.
struct GenomeName {
    /// Unknown where no genome is named.
    Species species;
    std::string_view name;
};

/// Splits `GRCh38_ACTB`, `hg19_ACTB`, `mm10___Actb`, `GRCh38-ACTB`, `HUMAN_ACTB`; a name without a genome is left whole.
GenomeName split_genome(std::string_view name);

}  // namespace phenolens
