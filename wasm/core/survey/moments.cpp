#include "survey/moments.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "cells/normalize.hpp"

namespace phenolens {
void GeneMoments::add(const MatrixBlock& block, ValueKind kind) {
    if (block.genes != genes()) throw Error(ErrorCode::internal, "A block over other genes was added to the gene moments.");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        const double total = cell_total(values, kind);
        if (!(total > 0)) continue;
        ++cells_;
        logs_.resize(values.size());
        log1p_values(values, total, kTargetSum, kind, logs_);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double log = logs_[i];
            sum_[genes[i]] += log;
            squares_[genes[i]] += log * log;
            detected_[genes[i]] += values[i] > 0;
        }
    }
}

void GeneMoments::merge(const GeneMoments& other) {
    if (other.cells_ == 0) return;
    if (other.genes() != genes()) throw Error(ErrorCode::internal, "Moments of different genes cannot be merged.");
    cells_ += other.cells_;
    for (std::size_t gene = 0; gene < genes(); ++gene) {
        sum_[gene] += other.sum_[gene];
        squares_[gene] += other.squares_[gene];
        detected_[gene] += other.detected_[gene];
    }
}

std::vector<float> GeneMoments::mean() const {
    std::vector<float> mean(genes());
    for (std::size_t gene = 0; gene < genes(); ++gene) mean[gene] = static_cast<float>(cells_ > 0 ? sum_[gene] / cells_ : kNaN);
    return mean;
}

std::vector<float> GeneMoments::variance() const {
    std::vector<float> variance(genes());
    for (std::size_t gene = 0; gene < genes(); ++gene) {
        const double deviations = squares_[gene] - sum_[gene] * sum_[gene] / std::max(cells_, 1.0);
        variance[gene] = static_cast<float>(cells_ > 1 ? std::max(0.0, deviations) / (cells_ - 1) : kNaN);
    }
    return variance;
}

void GeneMoments::write(ByteWriter& writer) const {
    writer.put(cells_);
    writer.put_all<double>(sum_);
    writer.put_all<double>(squares_);
    writer.put_all<double>(detected_);
}

GeneMoments GeneMoments::read(ByteReader& reader) {
    GeneMoments read;
    read.cells_ = reader.take<double>();
    read.sum_ = reader.take_all<double>();
    read.squares_ = reader.take_all<double>();
    read.detected_ = reader.take_all<double>();
    if (read.squares_.size() != read.sum_.size() || read.detected_.size() != read.sum_.size()) reader.fail();
    return read;
}

}  // namespace phenolens
