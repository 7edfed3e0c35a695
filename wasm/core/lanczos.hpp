#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Largest eigenvalues of a symmetric matrix, falling, and their vectors (row-major count x dims, of length 1).
struct EigenPairs {
    std::vector<double> values, vectors;
    /// Every residual |A v - value v| is within 1e-11 of the largest value.
    bool converged = false;
};

/// By block Lanczos with full reorthogonalization from a seeded random start: 16 vectors at a time make products with the matrix as quick as the processor, not the memory, allows.
/// `matrix` is row-major dims x dims. Not converged where the space of a third of all dims does not hold them: use a dense solver then.
EigenPairs leading_eigenpairs(std::span<const double> matrix, std::size_t dims, std::size_t count, std::uint64_t seed);

}  // namespace phenolens
