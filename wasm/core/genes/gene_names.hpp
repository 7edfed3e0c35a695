#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phenolens {

/// The names a file gives to its genes: one column of ids and any number of others (symbols, Ensembl ids), each with a name per gene; a
/// name may be empty.
struct GeneNames {
    std::vector<std::vector<std::string>> columns;

    std::size_t genes() const { return columns.empty() ? 0 : columns[0].size(); }
};

/// Reads columns of newline-separated names. Throws Error(bad_input) where their lengths differ.
GeneNames read_gene_names(std::string_view ids, const std::vector<std::string>& alternatives);

/// The Ensembl gene id in a name, without its version or `_PAR_Y`; empty where the name is none.
std::string_view ensembl_id(std::string_view name);

/// A name without the genome that multi-species references put before it: `GRCh38_ACTB` -> `ACTB`, `mm10---Actb` -> `Actb`.
std::string_view without_genome(std::string_view name);

/// For each gene, whether any of its names is mitochondrial: `MT-ND1` in any case, with a point, underscore or colon for the hyphen (R's
/// `MT.ND1`, fly's `mt:ND1`); the bare names of RefSeq (`ND1`, `CYTB`) where five or more are there; the Ensembl id of a human or mouse
/// one.
std::vector<bool> mitochondrial_genes(const GeneNames& names);

/// For each gene, whether any of its names begins as those of ribosomal proteins do (RPS, RPL, in any case), as in scanpy's tutorials, or
/// is the Ensembl id of such a human or mouse gene.
std::vector<bool> ribosomal_genes(const GeneNames& names);

}  // namespace phenolens
