#pragma once

#include <cstddef>
#include <string_view>

#include "genes/species.hpp"

namespace phenolens {

/// How the letters of a symbol are written.
enum class Writing : std::uint8_t {
    /// ACTB: two capitals or more and no small letter.
    capitals,
    /// Actb: one capital, then small letters.
    title,
    /// actb: no capital.
    small,
    neither,
};

Writing writing_of(std::string_view symbol);

/// A clone or sequence by its number (AC012345.1, RP11-34P13.7, LOC100911379): every species has them in capitals.
bool is_clone(std::string_view symbol);

/// The species that alone has a symbol, whatever its case: human HLA-A, LINC00115 and C1orf159, mouse Gm10000, 0610007P14Rik, H2-K1 and
/// Zfp36, rat RT1-A2, zebrafish si:ch211-1a2.3, pig SLA-1, macaque MAMU-DRA, fly CG1234 and mt:ND1; unknown for any other.
Species telling_species(std::string_view symbol);

/// Whether it is named as Ensembl names open reading frames of mammals after their human ones: C10H15orf48.
bool is_other_mammals(std::string_view symbol);

}  // namespace phenolens
