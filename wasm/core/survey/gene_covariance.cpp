#include "survey/gene_covariance.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// 10,000 genes' products take 400 MB.
constexpr std::size_t kMostGenes = 10000;

std::size_t row_start(std::size_t row, std::size_t width) { return row * width - row * (row - 1) / 2; }

}  // namespace

GeneCovariance::GeneCovariance(ChosenScores scores) : GeneCovariance(std::move(scores), 0) {}

GeneCovariance::GeneCovariance(ChosenScores scores, std::size_t kept_bytes) : scores_(std::move(scores)), kept_(kept_bytes) {
    const std::size_t width = scores_.chosen().size();
    if (width < 1 || width > kMostGenes)
        throw Error(ErrorCode::bad_input, sentence("Components are made of 1 to ", kMostGenes, " genes, not ", width, "."));
    sum_.resize(width);
    with_zero_.resize(width);
    products_.resize(width * (width + 1) / 2);
}

void GeneCovariance::add(const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask) {
    ScoredCells scored = score_cells(scores_, block, kind, mask);
    const auto& places = scored.places;
    const auto& differences = scored.differences;
    std::vector<std::size_t> counts(width() + 1);
    for (std::size_t cell = 0; cell < scored.cells(); ++cell) {
        if (scored.has_scores[cell] == 0) continue;
        const double zero = scored.zero[cell];
        ++cells_;
        zeros_ += zero;
        zero_squares_ += zero * zero;
        for (std::size_t i = scored.starts[cell]; i < scored.starts[cell + 1]; ++i) {
            sum_[places[i]] += differences[i];
            with_zero_[places[i]] += zero * differences[i];
            ++counts[places[i] + 1u];
        }
    }
    // Gene by gene, so that a row of products stays in the cache while the cells that have the gene are added to it.
    for (std::size_t place = 0; place < width(); ++place) counts[place + 1] += counts[place];
    std::vector<std::uint32_t> from(places.size()), to(places.size());
    std::vector<std::size_t> next(counts.begin(), counts.end() - 1);
    for (std::size_t cell = 0; cell < scored.cells(); ++cell) {
        for (std::uint32_t i = scored.starts[cell]; i < scored.starts[cell + 1]; ++i) {
            const std::size_t at = next[places[i]]++;
            from[at] = i;
            to[at] = scored.starts[cell + 1];
        }
    }
    for (std::size_t place = 0; place < width(); ++place) {
        double* row = products_.data() + row_start(place, width()) - place;
        for (std::size_t at = counts[place]; at < counts[place + 1]; ++at) {
            const double value = differences[from[at]];
            for (std::size_t i = from[at]; i < to[at]; ++i) row[places[i]] += value * differences[i];
        }
    }
    kept_.add(std::move(scored));
}

void GeneCovariance::merge(const GeneCovariance& other) {
    if (other.width() != width()) throw Error(ErrorCode::internal, "Covariances of different genes cannot be merged.");
    cells_ += other.cells_;
    zeros_ += other.zeros_;
    zero_squares_ += other.zero_squares_;
    for (std::size_t i = 0; i < width(); ++i) {
        sum_[i] += other.sum_[i];
        with_zero_[i] += other.with_zero_[i];
    }
    for (std::size_t i = 0; i < products_.size(); ++i) products_[i] += other.products_[i];
}

void GeneCovariance::restart() {
    cells_ = zeros_ = zero_squares_ = 0;
    for (auto* sums : {&sum_, &with_zero_, &products_}) std::fill(sums->begin(), sums->end(), 0.0);
}

std::vector<double> GeneCovariance::mean() const {
    std::vector<double> mean(width());
    for (std::size_t i = 0; i < width(); ++i) mean[i] = cells_ > 0 ? (sum_[i] + zeros_) / cells_ : 0;
    return mean;
}

std::vector<double> GeneCovariance::covariance(std::span<const double> mean) const {
    const std::size_t dims = width();
    std::vector<double> matrix(dims * dims);
    if (cells_ > 1) {
        for (std::size_t i = 0; i < dims; ++i) {
            const double* row = products_.data() + row_start(i, dims) - i;
            for (std::size_t j = i; j < dims; ++j) {
                const double product = row[j] + with_zero_[i] + with_zero_[j] + zero_squares_;
                matrix[i * dims + j] = matrix[j * dims + i] = (product - cells_ * mean[i] * mean[j]) / (cells_ - 1);
            }
        }
    }
    return matrix;
}

Components GeneCovariance::components(std::size_t count) const {
    const auto middle = mean();
    return components_of(covariance(middle), middle, cells_, count);
}

Components GeneCovariance::standardized_components(std::size_t count) const {
    const std::size_t dims = width();
    const auto middle = mean();
    auto matrix = covariance(middle);
    std::vector<double> scale(dims);
    for (std::size_t i = 0; i < dims; ++i) {
        const double variance = matrix[i * dims + i];
        // Below it, what is left of a sum of squares is rounding.
        scale[i] = variance > 1e-12 * middle[i] * middle[i] ? 1 / std::sqrt(variance) : 0;
    }
    for (std::size_t i = 0; i < dims; ++i) {
        for (std::size_t j = 0; j < dims; ++j) matrix[i * dims + j] *= scale[i] * scale[j];
    }
    Components found = components_of(std::move(matrix), middle, cells_, count);
    for (std::size_t i = 0; i < found.rotation.size(); ++i)
        found.rotation[i] = static_cast<float>(static_cast<double>(found.rotation[i]) * scale[i % dims]);
    return found;
}

void GeneCovariance::write(ByteWriter& writer) const {
    for (const double value : {cells_, zeros_, zero_squares_}) writer.put(value);
    writer.put_all<double>(sum_);
    writer.put_all<double>(with_zero_);
    writer.put_all<double>(products_);
}

GeneCovariance GeneCovariance::read(ByteReader& reader) {
    GeneCovariance read;
    read.cells_ = reader.take<double>();
    read.zeros_ = reader.take<double>();
    read.zero_squares_ = reader.take<double>();
    read.sum_ = reader.take_all<double>();
    read.with_zero_ = reader.take_all<double>();
    read.products_ = reader.take_all<double>();
    if (read.with_zero_.size() != read.sum_.size() || read.products_.size() != read.sum_.size() * (read.sum_.size() + 1) / 2) reader.fail();
    return read;
}

}  // namespace phenolens
