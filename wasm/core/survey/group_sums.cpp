#include "survey/group_sums.hpp"

#include <cmath>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "cells/normalize.hpp"

namespace phenolens {
namespace {

constexpr double kMostSumBytes = 640e6;

}  // namespace

void GroupSums::Sums::add_square(double square) {
    const double total = squares + square;
    const double added = total - squares;
    dropped += (squares - (total - added)) + (square - added);
    squares = total;
}

GroupSums::GroupSums(std::size_t genes, std::size_t groups) : genes_(genes), cells_(groups) {
    const double bytes = static_cast<double>(genes) * static_cast<double>(groups) * sizeof(Sums);
    if (bytes > kMostSumBytes)
        throw Error(ErrorCode::memory, sentence(groups, " groups of ", genes, " genes would take ", std::round(bytes / 1e6),
                                                " MB; choose a column with fewer groups."));
    of_.resize(genes * groups);
}

void GroupSums::add(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> group) {
    if (block.genes != genes_ || group.size() != block.cells)
        throw Error(ErrorCode::internal, "A block over other genes, or groups of other cells, was added to the groups' sums.");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (group[cell] < 0) continue;
        const auto own = static_cast<std::size_t>(group[cell]);
        if (own >= groups()) throw Error(ErrorCode::internal, "A cell is of a group that was not counted.");
        ++cells_[own];
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        logs_.resize(values.size());
        log1p_values(values, cell_total(values, kind), kTargetSum, kind, logs_);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double log = logs_[i];
            Sums& sums = of_[static_cast<std::size_t>(genes[i]) * groups() + own];
            sums.sum += log;
            sums.add_square(log * log);
            sums.expressing += values[i] > 0;
        }
    }
}

void GroupSums::merge(const GroupSums& other) {
    if (other.genes_ != genes_ || other.groups() != groups())
        throw Error(ErrorCode::internal, "Sums of different genes or groups cannot be merged.");
    for (std::size_t g = 0; g < cells_.size(); ++g) cells_[g] += other.cells_[g];
    for (std::size_t i = 0; i < of_.size(); ++i) {
        of_[i].sum += other.of_[i].sum;
        of_[i].add_square(other.of_[i].squares);
        of_[i].dropped += other.of_[i].dropped;
        of_[i].expressing += other.of_[i].expressing;
    }
}

void GroupSums::write(ByteWriter& writer) const {
    writer.put_count(genes_);
    writer.put_all<double>(cells_);
    static_assert(sizeof(Sums) == 4 * sizeof(double));
    // Plain numbers, four a field.
    writer.put_all<double>({reinterpret_cast<const double*>(of_.data()), of_.size() * 4});
}

GroupSums GroupSums::read(ByteReader& reader) {
    GroupSums read;
    read.genes_ = reader.take_count();
    read.cells_ = reader.take_all<double>();
    const auto numbers = reader.take_all<double>();
    if (numbers.size() != read.genes_ * read.cells_.size() * 4) reader.fail();
    read.of_.resize(numbers.size() / 4);
    for (std::size_t i = 0; i < read.of_.size(); ++i)
        read.of_[i] = {numbers[4 * i], numbers[4 * i + 1], numbers[4 * i + 2], numbers[4 * i + 3]};
    return read;
}

GroupAnova anova_of(const GroupSums& sums) {
    double cells = 0, groups = 0;
    for (const double own : sums.cells()) {
        cells += own;
        groups += own > 0;
    }
    GroupAnova out;
    for (std::size_t gene = 0; gene < sums.genes(); ++gene) {
        double sum = 0, squares = 0, between = 0;
        for (std::size_t g = 0; g < sums.groups(); ++g) {
            const double own = sums.cells()[g];
            if (own == 0) continue;
            sum += sums.sum(gene, g);
            squares += sums.squares(gene, g);
            between += sums.sum(gene, g) * sums.sum(gene, g) / own;
        }
        const double mean = sum / cells, total = squares - sum * mean;
        between -= sum * mean;
        const double within = squares - sum * mean - between;
        out.mean.push_back(cells > 0 ? mean : kNaN);
        out.variance.push_back(cells > 1 ? std::max(0.0, total) / (cells - 1) : kNaN);
        // What rounding leaves of a constant gene is no variance.
        const bool varies = groups > 1 && cells > groups && total > 1e-12 * squares;
        out.f.push_back(varies ? (between / (groups - 1)) / (std::max(within, 0.0) / (cells - groups)) : kNaN);
    }
    return out;
}

}  // namespace phenolens
