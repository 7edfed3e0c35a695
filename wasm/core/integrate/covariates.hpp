#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Categories of cells under several covariates (batch, donor), and the combinations of them that occur. Levels are numbered through: those
/// of the second covariate follow those of the first.
class Covariates {
public:
    Covariates() = default;
    /// `codes` are row-major covariates x cells; cells of which one is below 0 take no part. Throws Error(internal) for codes that do not
    /// fit, Error(bad_input) where no covariate has cells in two categories.
    Covariates(std::span<const std::int32_t> codes, std::vector<std::size_t> levels);

    std::size_t covariates() const { return first_.size(); }
    std::size_t levels() const { return cells_.size(); }
    /// Of a level: its covariate.
    std::size_t covariate_of(std::size_t level) const { return covariate_[level]; }
    /// Cells of each level.
    const std::vector<double>& cells() const { return cells_; }

    std::size_t combinations() const { return covariates() == 0 ? 0 : levels_.size() / covariates(); }
    /// A level per covariate.
    std::span<const std::uint32_t> levels_of(std::size_t combination) const {
        return std::span(levels_).subspan(combination * covariates(), covariates());
    }
    /// The combination of each cell; -1: none.
    const std::vector<std::int32_t>& combination() const { return combination_; }

private:
    std::vector<std::size_t> first_, covariate_;
    std::vector<double> cells_;
    std::vector<std::uint32_t> levels_;
    std::vector<std::int32_t> combination_;
};

}  // namespace phenolens
