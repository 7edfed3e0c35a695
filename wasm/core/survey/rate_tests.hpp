#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/matrix_block.hpp"
#include "survey/group_tests.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Sums of counts in groups of cells, beside their cells' totals; merged by addition.
class RateSums {
public:
    RateSums() = default;
    RateSums(std::size_t genes, std::size_t groups)
        : groups_(groups), counts_(genes * groups), squares_(genes * groups), with_total_(genes * groups), cells_(groups), totals_(groups),
          total_squares_(groups) {}

    /// Adds the cells of a block, a group each (-1: left out). Throws Error(internal) for other genes, cells or groups.
    void add(const MatrixBlock& block, std::span<const std::int32_t> groups);
    void merge(const RateSums& other);

    std::size_t genes() const { return groups_ == 0 ? 0 : counts_.size() / groups_; }
    std::size_t groups() const { return groups_; }

    void write(ByteWriter& writer) const;
    static RateSums read(ByteReader& reader);

    /// Size of each gene, 1 / phi of a negative binomial with mean s mu and variance s mu + (s mu)^2 phi, s being the cell's total and mu
    /// the group's own: moments within groups. Infinite where counts vary as Poisson or less.
    std::vector<double> sizes() const;

    /// Whether each gene's share of the counts differs between a group and the rest: score test of a negative binomial with mean s mu,
    /// s being the cell's total, and variance s mu + (s mu)^2 phi; mu, and phi by moments but at least 0, are of all cells. Unlike tests
    /// of log-normalized values it stays valid where depth differs between the groups. z above 0: more in the group; 0 for a gene without
    /// counts. p is normal. Throws Error(internal) for a group that is none, Error(bad_input) for one without counts on a side.
    struct Tests : NormalTests {
        std::vector<double> z;
    };
    Tests tests(std::size_t group) const;

private:
    std::size_t groups_ = 0;
    /// Row-major genes x groups: sums of counts, of their squares, and of counts times their cell's total.
    std::vector<double> counts_, squares_, with_total_;
    /// Per group: cells, sums of totals and of their squares.
    std::vector<double> cells_, totals_, total_squares_;
};

}  // namespace phenolens
