#pragma once

#include <cstdint>
#include <string_view>

namespace phenolens {

/// Species that names of genes can tell. `mixed`: genes of two or more species in one file.
enum class Species : std::uint8_t {
    human,
    mouse,
    rat,
    zebrafish,
    pig,
    macaque,
    crab_eating_macaque,
    chimpanzee,
    gorilla,
    orangutan,
    marmoset,
    mouse_lemur,
    cow,
    sheep,
    horse,
    dog,
    cat,
    rabbit,
    opossum,
    platypus,
    chicken,
    frog,
    fly,
    worm,
    mixed,
    unknown,
};

/// In lower-case words: `human`, `crab-eating macaque`, `mixed`, `unknown`.
const char* name_of(Species species);

/// The species of a database id (Ensembl's ENSG, FlyBase's FBgn, WormBase's WBGene), unknown for any other name.
Species species_of_id(std::string_view name);

/// What a species' ids begin with (ENSMUSG), as sentences show it; empty for mixed and unknown.
std::string_view id_prefix_of(Species species);

}  // namespace phenolens
