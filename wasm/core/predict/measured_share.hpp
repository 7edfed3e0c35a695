#pragma once

#include <span>
#include <vector>

#include "genes/gene_map.hpp"
#include "predict/heads.hpp"

namespace phenolens {

/// Of each head, the share of its weight that lies on genes that a file measures: the sum of |weight - the gene's mean weight over the
/// head's columns|, which is what the gene can tell the classes apart by. 0 for a head without weights. `weights` are row-major genes x
/// columns.
template <typename Number>
std::vector<double> measured_share(std::span<const Number> weights, std::span<const Head> heads, const GeneMap& map);

}  // namespace phenolens
