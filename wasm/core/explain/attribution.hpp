#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

class ByteReader;
class ByteWriter;

/// How alike the attributions of two halves of a group's cells are: of donors, where they are known.
struct SplitHalf {
    /// Spearman's correlation of the halves' means, over genes read in any cell; NaN where a half is empty.
    double spearman = 0;
    /// Jaccard index of the halves' 50 genes of largest absolute mean.
    double jaccard50 = 0;
};

/// Attributions of one group of cells, one value per gene.
struct GroupAttribution {
    double cells = 0;
    /// Parts with cells: donors, where parts are donors.
    double parts = 0;
    std::vector<float> mean, mean_abs;
    /// Standard error of the mean, over cells or over donors' means; NaN for fewer than two.
    std::vector<float> se;
    /// Standard errors that a 95% interval reaches to either side (Student's t); NaN for fewer than two units.
    double reach = 0;
    /// Shares of the cells where the attribution is above and below zero.
    std::vector<float> positive_share, negative_share;
    /// Share of the cells that express the gene; for tokens, that read it.
    std::vector<float> expressed_share;
    /// One-sample two-sided t test of a mean of zero over the same units, its p value, and that adjusted over the genes read
    /// (Benjamini-Hochberg).
    std::vector<float> t;
    std::vector<double> p, q;
    SplitHalf split_half;
};

/// Mergeable sums of attributions, groups x genes. A gene that a cell does not give has attribution zero in it.
/// Cells of a group are in parts, for comparing halves: donors where they are known, else two halves by chance.
class AttributionSums {
public:
    AttributionSums() = default;

    /// Throws Error(memory) with the numbers where the sums would take more than 256 MB.
    AttributionSums(std::size_t groups, std::size_t parts, std::size_t genes);

    std::size_t groups() const { return groups_; }
    std::size_t parts() const { return parts_; }
    std::size_t genes() const { return genes_; }

    /// Adds cells of one group and part: attribution = weight x (score - baseline), scores row-major cells x genes, a baseline row per
    /// cell. `expressed` has one entry per gene: how many of these cells express it.
    void add_linear(std::size_t group, std::size_t part, std::span<const float> scores, std::span<const float* const> baselines,
                    std::span<const float> weights, std::span<const float> expressed);

    /// Adds one cell's attributions of some genes, each at most once.
    void add(std::size_t group, std::size_t part, std::span<const std::int32_t> genes, std::span<const float> values);

    /// Throws Error(internal) where the other is of other groups, parts or genes.
    void merge(const AttributionSums& other);

    /// `by_part`: the units of standard error and test are the parts' means (donors), not the cells.
    GroupAttribution report(std::size_t group, bool by_part) const;

    void write(ByteWriter& writer) const;
    static AttributionSums read(ByteReader& reader);

private:
    struct Sums {
        std::vector<double> sum, squares, absolute, positive, negative, expressed;

        std::array<std::vector<double>*, 6> all() { return {&sum, &squares, &absolute, &positive, &negative, &expressed}; }
        std::array<const std::vector<double>*, 6> all() const { return {&sum, &squares, &absolute, &positive, &negative, &expressed}; }
    };

    void check(std::size_t group, std::size_t part) const;
    double part_cells(std::size_t group, std::size_t part) const { return cells_[group * parts_ + part]; }
    std::span<const double> part_sum(std::size_t group, std::size_t part) const {
        return {part_sums_.data() + (group * parts_ + part) * genes_, genes_};
    }
    /// Mean attribution of every other part with cells, from the first or the second.
    std::vector<double> half(std::size_t group, bool second) const;
    void test(std::size_t group, bool by_part, GroupAttribution& out) const;

    std::size_t groups_ = 0, parts_ = 0, genes_ = 0;
    /// Cells per group and part.
    std::vector<double> cells_;
    /// Sums of attributions, groups x parts x genes.
    std::vector<double> part_sums_;
    std::vector<Sums> of_group_;
};

}  // namespace phenolens
