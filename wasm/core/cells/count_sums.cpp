#include "cells/count_sums.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "cells/normalize.hpp"

namespace phenolens {

void CountSums::add(const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask) {
    if (block.genes != genes()) throw Error(ErrorCode::internal, "A block over other genes was added to the sums of counts.");
    if (!mask.empty() && mask.size() != block.cells) throw Error(ErrorCode::internal, "A mask is not of one byte per cell of its block.");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (!lets_through(mask, cell)) continue;
        add_cell(block.genes_of(cell), block.values_of(cell), kind);
    }
}

void CountSums::add_cell(std::span<const std::int32_t> genes, std::span<const float> values, ValueKind kind) {
    ++cells_;
    const double total = cell_total(values, kind);
    if (!(total > 0)) return;
    // log1p values stand for normalized counts already.
    const double scale = kind == ValueKind::log1p ? 1 : kTargetSum / total;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double count = kind == ValueKind::log1p ? std::expm1(static_cast<double>(values[i])) : static_cast<double>(values[i]);
        const double normalized = count * scale;
        Sums& sums = of_gene_[static_cast<std::size_t>(genes[i])];
        sums.count += count;
        sums.count_squares += count * count;
        sums.normalized += normalized;
        sums.normalized_squares += normalized * normalized;
    }
}

void CountSums::merge(const CountSums& other) {
    if (other.genes() != genes()) throw Error(ErrorCode::internal, "Sums of different genes cannot be merged.");
    cells_ += other.cells_;
    for (std::size_t gene = 0; gene < genes(); ++gene) {
        of_gene_[gene].count += other.of_gene_[gene].count;
        of_gene_[gene].count_squares += other.of_gene_[gene].count_squares;
        of_gene_[gene].normalized += other.of_gene_[gene].normalized;
        of_gene_[gene].normalized_squares += other.of_gene_[gene].normalized_squares;
    }
}

std::vector<double> CountSums::means(double Sums::*sum) const {
    std::vector<double> out(genes());
    for (std::size_t gene = 0; gene < genes(); ++gene)
        out[gene] = cells_ > 0 ? of_gene_[gene].*sum / cells_ : std::numeric_limits<double>::quiet_NaN();
    return out;
}

std::vector<double> CountSums::variances(double Sums::*sum, double Sums::*squares) const {
    std::vector<double> out(genes(), std::numeric_limits<double>::quiet_NaN());
    if (cells_ < 2) return out;
    for (std::size_t gene = 0; gene < genes(); ++gene) {
        const double all = of_gene_[gene].*sum;
        out[gene] = std::max(0.0, of_gene_[gene].*squares - all * all / cells_) / (cells_ - 1);
    }
    return out;
}

void CountSums::write(ByteWriter& writer) const {
    writer.put(cells_);
    writer.put_count(genes());
    for (const Sums& sums : of_gene_) {
        for (const double value : {sums.count, sums.count_squares, sums.normalized, sums.normalized_squares}) writer.put(value);
    }
}

CountSums CountSums::read(ByteReader& reader) {
    CountSums read;
    read.cells_ = reader.take<double>();
    const std::size_t genes = reader.take_count();
    if (genes > (std::size_t{1} << 24)) reader.fail();
    read.of_gene_.resize(genes);
    for (Sums& sums : read.of_gene_) {
        for (double Sums::*value : {&Sums::count, &Sums::count_squares, &Sums::normalized, &Sums::normalized_squares})
            sums.*value = reader.take<double>();
    }
    return read;
}

}  // namespace phenolens
