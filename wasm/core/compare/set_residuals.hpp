#pragma once

#include <span>
#include <vector>

#include <Eigen/Core>

#include "compare/voom.hpp"

namespace phenolens {

/// What a design leaves of every gene, standardized and in as many independent numbers as there are degrees of freedom: how much the genes
/// of a set go together (limma's camera).
class SetResiduals {
public:
    SetResiduals(const Voom& values, const Design& design, std::span<const double> contrast);

    /// How many times the variance of a set's mean is what it would be were its genes independent.
    double inflation(const std::vector<std::size_t>& set) const;

private:
    /// Degrees of freedom x genes.
    Eigen::MatrixXd residuals_;
};

}  // namespace phenolens
