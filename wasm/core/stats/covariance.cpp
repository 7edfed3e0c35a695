#include "stats/covariance.hpp"

#include <algorithm>
#include <cmath>

#include "base/bytes.hpp"
#include "base/error.hpp"

namespace phenolens {
namespace {

/// Welford's and Chan's step alike: upper triangle += weight * d d'.
void add_product(std::vector<double>& products, const std::vector<double>& d, double weight) {
    const std::size_t dims = d.size();
    for (std::size_t i = 0; i < dims; ++i) {
        const double left = weight * d[i];
        double* row = products.data() + i * dims;
        for (std::size_t j = i; j < dims; ++j) row[j] += left * d[j];
    }
}

}  // namespace

void Covariance::add(std::span<const float> row) {
    if (row.size() != dims_) throw Error(ErrorCode::internal, "A row of another width was added to a covariance.");
    if (!std::all_of(row.begin(), row.end(), [](float value) { return std::isfinite(value); })) return;
    scratch_.resize(dims_);
    for (std::size_t i = 0; i < dims_; ++i) scratch_[i] = row[i] - mean_[i];
    add_product(products_, scratch_, rows_ / (rows_ + 1));
    rows_ += 1;
    for (std::size_t i = 0; i < dims_; ++i) mean_[i] += scratch_[i] / rows_;
}

void Covariance::merge(const Covariance& other) {
    if (other.rows_ == 0) return;
    if (rows_ == 0) {
        *this = other;
        return;
    }
    if (other.dims_ != dims_) throw Error(ErrorCode::internal, "Covariances of different widths cannot be merged.");
    const double rows = rows_ + other.rows_;
    scratch_.resize(dims_);
    for (std::size_t i = 0; i < dims_; ++i) scratch_[i] = other.mean_[i] - mean_[i];
    for (std::size_t i = 0; i < products_.size(); ++i) products_[i] += other.products_[i];
    add_product(products_, scratch_, rows_ * other.rows_ / rows);
    for (std::size_t i = 0; i < dims_; ++i) mean_[i] += scratch_[i] * (other.rows_ / rows);
    rows_ = rows;
}

std::vector<double> Covariance::matrix() const {
    std::vector<double> matrix(dims_ * dims_);
    if (rows_ < 2) return matrix;
    for (std::size_t i = 0; i < dims_; ++i) {
        for (std::size_t j = i; j < dims_; ++j) matrix[i * dims_ + j] = matrix[j * dims_ + i] = products_[i * dims_ + j] / (rows_ - 1);
    }
    return matrix;
}

void Covariance::write(ByteWriter& writer) const {
    writer.put_count(dims_);
    writer.put(rows_);
    writer.put_all<double>(mean_);
    writer.put_all<double>(products_);
}

Covariance Covariance::read(ByteReader& reader) {
    Covariance read;
    read.dims_ = reader.take_count();
    read.rows_ = reader.take<double>();
    read.mean_ = reader.take_all<double>();
    read.products_ = reader.take_all<double>();
    if (read.mean_.size() != read.dims_ || read.products_.size() != read.dims_ * read.dims_) reader.fail();
    return read;
}

}  // namespace phenolens
