#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cells/chosen_scores.hpp"
#include "read/matrix_block.hpp"
#include "stats/pca.hpp"
#include "survey/kept_scores.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Covariance of chosen genes, gathered from sparse cells block by block and merged by addition; memory genes^2 x 4 bytes, whatever the
/// cells.
class GeneCovariance {
public:
    GeneCovariance() = default;
    /// Throws Error(bad_input) for fewer than one or more than 10,000 genes.
    explicit GeneCovariance(ChosenScores scores);
    /// The same, keeping the scores of its cells while they take no more than so many bytes.
    GeneCovariance(ChosenScores scores, std::size_t kept_bytes);

    /// Adds the cells of a block whose `mask` is not 0; those with nothing to score are left out.
    void add(const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask = {});
    void merge(const GeneCovariance& other);
    /// Sums start at nothing again; scores that are kept stay.
    void restart();

    double cells() const { return cells_; }
    const KeptScores& kept() const { return kept_; }

    /// The exact leading components; dims are the chosen genes.
    Components components(std::size_t count) const;

    /// The same of genes scaled to variance 1 (components of their correlations). Each rotation is over its gene's deviation, so that
    /// scores, less their mean, are put on it as they are; a gene that does not vary has zeros.
    Components standardized_components(std::size_t count) const;

    void write(ByteWriter& writer) const;
    static GeneCovariance read(ByteReader& reader);

private:
    std::size_t width() const { return sum_.size(); }
    std::vector<double> mean() const;
    /// Row-major genes x genes.
    std::vector<double> covariance(std::span<const double> mean) const;

    ChosenScores scores_;
    KeptScores kept_;
    double cells_ = 0;
    /// Sums over cells of their zeros and these' squares.
    double zeros_ = 0, zero_squares_ = 0;
    /// Per gene: sums of differences, and of differences times the cell's zero.
    std::vector<double> sum_, with_zero_;
    /// Sums of products of differences: the upper triangle, row after row.
    std::vector<double> products_;
};

}  // namespace phenolens
