#pragma once

#include <span>
#include <vector>

namespace phenolens {

class ByteReader;
class ByteWriter;

/// Mean and covariance of rows of values, gathered row by row and merged without loss (Chan, Golub and LeVeque 1983).
class Covariance {
public:
    Covariance() = default;
    explicit Covariance(std::size_t dims) : dims_(dims), mean_(dims), products_(dims * dims) {}

    /// Adds a row of `dims` values; one that is not finite is left out.
    void add(std::span<const float> row);

    /// Adds what another one gathered. Throws Error(internal) where dims differ and neither is empty.
    void merge(const Covariance& other);

    std::size_t dims() const { return dims_; }
    double rows() const { return rows_; }
    std::span<const double> mean() const { return mean_; }

    /// Row-major dims x dims sample covariance (rows - 1 below the line); zeros for fewer than two rows.
    std::vector<double> matrix() const;

    void write(ByteWriter& writer) const;
    static Covariance read(ByteReader& reader);

private:
    std::size_t dims_ = 0;
    double rows_ = 0;
    std::vector<double> mean_;
    /// Row-major sums of products of deviations from the mean; the upper triangle is kept.
    std::vector<double> products_;
    std::vector<double> scratch_;
};

}  // namespace phenolens
