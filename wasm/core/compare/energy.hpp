#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

struct EnergyOptions {
    /// Exchanges of groups drawn, where there are more than these.
    std::size_t permutations = 2000;
    /// Cells of a sample that take part at most.
    std::size_t most_cells = 100;
    std::uint64_t seed = 0;
};

struct EnergyTest {
    /// Energy distance between the groups (0: the same), and its mean over exchanged groups: what samples differ by anyway.
    double distance = 0, expected = 0;
    double p = 1;
    /// The smallest p that these samples can give.
    double least_p = 1;
    double permutations = 0;
    bool is_exact = false;
    /// Cells of each sample that took part.
    std::vector<std::int32_t> cells;
    /// Mean Euclidean distance between cells of two samples, row-major samples x samples; NaN within a sample of one cell.
    std::vector<double> between;
};

/// Energy distance (Szekely and Rizzo 2013) between cells of two groups of samples, every sample counting the same, tested by exchanging
/// the groups of whole samples. `values` are row-major cells x dims; `sample` is each cell's (-1: left out), `group` (0 or 1) and `block`
/// each sample's: groups are exchanged within a block alone (a donor that is in both groups). All exchanges are made where there are no
/// more than `permutations`, else that many are drawn, p = (1 + as far) / (1 + drawn). Throws Error(bad_input) for arrays that do not fit,
/// values that are not finite, a group without samples, a sample without cells.
EnergyTest energy_distance(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> sample,
                           std::span<const std::int32_t> group, std::span<const std::int32_t> block, const EnergyOptions& options);

}  // namespace phenolens
