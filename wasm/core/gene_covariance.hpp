#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cell_scores.hpp"
#include "kept_scores.hpp"
#include "matrix_block.hpp"
#include "pca.hpp"
#include "rank_normal.hpp"

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Scores of some of a file's genes, cell by cell: log1p(CP10K), or rank-normal over all of the file's genes.
/// Keeps scratch space, so that one belongs to one thread.
class ChosenScores {
public:
    ChosenScores() = default;
    /// `chosen` are places among the file's genes, rising. Throws Error(bad_input) where they do not.
    ChosenScores(std::size_t genes, std::vector<std::int32_t> chosen, Normalization scale);

    std::size_t genes() const { return place_.size(); }
    std::span<const std::int32_t> chosen() const { return chosen_; }

    /// The cell's chosen genes (as places among the chosen, rising) that differ from `zero`, and by how much; false where there is nothing to score.
    bool score(const MatrixBlock& block, ValueKind kind, std::size_t cell);
    float zero() const { return zero_; }
    std::span<const std::int32_t> places() const { return places_; }
    std::span<const float> differences() const { return differences_; }

private:
    std::vector<std::int32_t> chosen_, place_;
    std::optional<RankNormal> rank_;
    RankNormalCell ranked_;
    float zero_ = 0;
    std::vector<std::int32_t> places_, kept_;
    std::vector<float> differences_, logs_, positive_;
};

/// Covariance of chosen genes, gathered from sparse cells block by block and merged by addition; memory genes^2 x 4 bytes, whatever the cells.
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

    double cells() const { return cells_; }
    const KeptScores& kept() const { return kept_; }

    /// The exact leading components; dims are the chosen genes.
    Components components(std::size_t count) const;

    void write(ByteWriter& writer) const;
    static GeneCovariance read(ByteReader& reader);

private:
    std::size_t width() const { return sum_.size(); }

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

/// Row-major cells x components: the block's cells on components of the chosen genes; NaN for those masked or with nothing to score.
std::vector<float> project_cells(ChosenScores& scores, const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask, std::span<const float> mean, std::span<const float> rotation);

/// The same of a block whose scores were kept.
std::vector<float> project_kept(const KeptScores::Block& block, std::span<const float> mean, std::span<const float> rotation);

}  // namespace phenolens
