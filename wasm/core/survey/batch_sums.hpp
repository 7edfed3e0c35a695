#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "cells/count_sums.hpp"
#include "read/matrix_block.hpp"
#include "survey/clipped_sums.hpp"

namespace phenolens {

/// Sums of one kind for each batch of cells, gathered in one sweep; merged by addition.
template <typename Sums> class BatchSums {
public:
    BatchSums() = default;
    /// Empty ones, a batch each, of the same genes.
    explicit BatchSums(std::vector<Sums> batches) : of_(std::move(batches)) {}

    /// Adds the cells of a block to their batches; -1 leaves a cell out. Throws Error(internal) for a block over other genes or a batch
    /// that is none.
    void add(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> batch) {
        if (of_.empty() || block.genes != of_.front().genes() || batch.size() != block.cells)
            throw Error(ErrorCode::internal, "A block over other genes, or batches of other cells, was added to the batches' sums.");
        for (std::size_t cell = 0; cell < block.cells; ++cell) {
            if (batch[cell] < 0) continue;
            if (static_cast<std::size_t>(batch[cell]) >= of_.size())
                throw Error(ErrorCode::internal, "A cell is of a batch that was not counted.");
            Sums& own = of_[static_cast<std::size_t>(batch[cell])];
            if constexpr (requires { own.add_cell(block.genes_of(cell), block.values_of(cell), kind); })
                own.add_cell(block.genes_of(cell), block.values_of(cell), kind);
            else
                own.add_cell(block.genes_of(cell), block.values_of(cell));
        }
    }

    /// Adds those of as many batches, or of the first of them: what was gathered before another sample came.
    void merge(const BatchSums& other) {
        if (other.of_.size() > of_.size()) throw Error(ErrorCode::internal, "Sums of more batches cannot be merged into fewer.");
        for (std::size_t batch = 0; batch < other.of_.size(); ++batch) of_[batch].merge(other.of_[batch]);
    }

    std::size_t batches() const { return of_.size(); }
    const Sums& of(std::size_t batch) const { return of_[batch]; }

    void write(ByteWriter& writer) const {
        writer.put_count(of_.size());
        for (const Sums& sums : of_) sums.write(writer);
    }

    static BatchSums read(ByteReader& reader) {
        BatchSums read;
        const std::size_t batches = reader.take_count();
        for (std::size_t batch = 0; batch < batches; ++batch) read.of_.push_back(Sums::read(reader));
        return read;
    }

private:
    std::vector<Sums> of_;
};

/// Sums of counts, empty. Throws Error(memory) where genes x batches would take more than 640 MB.
BatchSums<CountSums> batch_counts(std::size_t genes, std::size_t batches);

/// Sums of counts up to a limit, row-major batches x genes, empty. Throws Error(internal) for limits of other batches.
BatchSums<ClippedSums> batch_clipped(std::span<const double> limit, std::size_t genes, std::size_t batches);

}  // namespace phenolens
