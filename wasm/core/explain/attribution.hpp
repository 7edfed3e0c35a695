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
    std::vector<float> reach;
    /// Cells whose file measures the gene, of which all else is said; a gene that none measures has a mean of zero and no test.
    std::vector<float> measured;
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

/// Mergeable sums of attributions, groups x genes. A gene that a cell does not give has attribution zero in it; one that its file does not
/// measure is left out of its cells.
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

    /// Adds sums of cells that were read by other genes. `places`: of each gene of the other its place here, once each; -1: its cells do
    /// not measure it. Genes here that are in no place are measured by none of its cells. Throws Error(internal) where these do not fit.
    void merge_at(const AttributionSums& other, std::span<const std::int32_t> places);

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
    /// Those of them whose file measures a gene.
    double part_cells(std::size_t group, std::size_t part, std::size_t gene) const {
        return measured_.empty() ? part_cells(group, part) : measured_[(group * parts_ + part) * genes_ + gene];
    }
    /// From now on cells are counted gene by gene.
    void count_measured();
    std::span<const double> part_sum(std::size_t group, std::size_t part) const {
        return {part_sums_.data() + (group * parts_ + part) * genes_, genes_};
    }
    /// Mean attribution of every other part with cells, from the first or the second.
    std::vector<double> half(std::size_t group, bool second) const;
    void test(std::size_t group, bool by_part, GroupAttribution& out) const;

    std::size_t groups_ = 0, parts_ = 0, genes_ = 0;
    /// Cells per group and part.
    std::vector<double> cells_;
    /// Cells that measure each gene, groups x parts x genes; empty where all measure all.
    std::vector<double> measured_;
    /// Sums of attributions, groups x parts x genes.
    std::vector<double> part_sums_;
    std::vector<Sums> of_group_;
};

}  // namespace phenolens
