#include "gene_covariance.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "bytes.hpp"
#include "count_sums.hpp"
#include "error.hpp"
#include "normalize.hpp"
#include "text.hpp"

namespace phenolens {
namespace {

/// 10,000 genes' products take 400 MB.
constexpr std::size_t kMostGenes = 10000;

std::size_t row_start(std::size_t row, std::size_t width) { return row * width - row * (row - 1) / 2; }

/// The block's cells as sparse rows over the chosen genes.
struct Rows {
    std::vector<std::size_t> starts = {0};
    std::vector<std::int32_t> places;
    std::vector<float> values;
};

/// Notes a cell of a block that is kept; `end` is where its scores end.
void note(KeptScores::Block& block, bool has_scores, float zero, std::size_t end) {
    block.has_scores.push_back(has_scores);
    block.zero.push_back(zero);
    block.starts.push_back(static_cast<std::uint32_t>(end));
}

/// Components of cells from their sparse scores, gene by gene, so that a value meets all components side by side.
class Projector {
public:
    Projector(std::span<const float> mean, std::span<const float> rotation) {
        const std::size_t dims = mean.size();
        if (dims == 0 || rotation.size() % dims != 0) throw Error(ErrorCode::internal, "Components do not fit the genes that cells are to be put on them by.");
        components_ = rotation.size() / dims;
        stride_ = (components_ + 3) / 4 * 4;
        turned_.resize(dims * stride_);
        sums_.resize(stride_);
        offset_.resize(components_);
        slope_.resize(components_);
        for (std::size_t c = 0; c < components_; ++c) {
            for (std::size_t d = 0; d < dims; ++d) {
                const float weight = rotation[c * dims + d];
                turned_[d * stride_ + c] = weight;
                offset_[c] += static_cast<double>(weight) * mean[d];
                slope_[c] += weight;
            }
        }
    }

    std::size_t components() const { return components_; }

    template <typename Place>
    void project(std::span<const Place> places, std::span<const float> differences, float zero, float* out) {
        std::fill(sums_.begin(), sums_.end(), 0.0f);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const float* row = turned_.data() + static_cast<std::size_t>(places[i]) * stride_;
            const float value = differences[i];
            for (std::size_t c = 0; c < stride_; ++c) sums_[c] += value * row[c];
        }
        for (std::size_t c = 0; c < components_; ++c) out[c] = static_cast<float>(sums_[c] + zero * slope_[c] - offset_[c]);
    }

private:
    std::size_t components_ = 0, stride_ = 0;
    std::vector<float> turned_, sums_;
    std::vector<double> offset_, slope_;
};

}  // namespace

ChosenScores::ChosenScores(std::size_t genes, std::vector<std::int32_t> chosen, Normalization scale) : chosen_(std::move(chosen)), place_(genes, -1) {
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
        const bool rises = chosen_[i] >= 0 && static_cast<std::size_t>(chosen_[i]) < genes && (i == 0 || chosen_[i] > chosen_[i - 1]);
        if (!rises) throw Error(ErrorCode::bad_input, sentence("Chosen genes are places among the file's ", genes, " genes, each once; ", chosen_[i], " is not."));
        place_[static_cast<std::size_t>(chosen_[i])] = static_cast<std::int32_t>(i);
    }
    if (scale == Normalization::rank_normal) rank_.emplace(genes);
}

bool ChosenScores::score(const MatrixBlock& block, ValueKind kind, std::size_t cell) {
    const auto genes = block.genes_of(cell);
    const auto values = block.values_of(cell);
    places_.clear();
    differences_.clear();
    if (rank_) {
        positive_.clear();
        kept_.clear();
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!(values[i] > 0)) continue;
            positive_.push_back(values[i]);
            kept_.push_back(genes[i]);
        }
        if (!rank_->transform(positive_, ranked_)) return false;
        zero_ = ranked_.zero;
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            const std::int32_t place = place_[static_cast<std::size_t>(kept_[i])];
            if (place < 0) continue;
            places_.push_back(place);
            differences_.push_back(ranked_.difference[i]);
        }
        return true;
    }
    zero_ = 0;
    const double total = cell_total(values, kind);
    // Only the chosen genes' logarithms are taken.
    positive_.clear();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::int32_t place = place_[static_cast<std::size_t>(genes[i])];
        if (place < 0 || !(values[i] > 0)) continue;
        places_.push_back(place);
        positive_.push_back(values[i]);
    }
    differences_.resize(positive_.size());
    log1p_values(positive_, total, kTargetSum, kind, differences_);
    return true;
}

GeneCovariance::GeneCovariance(ChosenScores scores) : GeneCovariance(std::move(scores), 0) {}

GeneCovariance::GeneCovariance(ChosenScores scores, std::size_t kept_bytes) : scores_(std::move(scores)), kept_(kept_bytes) {
    const std::size_t width = scores_.chosen().size();
    if (width < 1 || width > kMostGenes) throw Error(ErrorCode::bad_input, sentence("Components are made of 1 to ", kMostGenes, " genes, not ", width, "."));
    sum_.resize(width);
    with_zero_.resize(width);
    products_.resize(width * (width + 1) / 2);
}

void GeneCovariance::add(const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask) {
    if (block.genes != scores_.genes() || (!mask.empty() && mask.size() != block.cells)) throw Error(ErrorCode::internal, "A block over other genes, or a mask of other cells, was added to a covariance.");
    Rows rows;
    std::vector<std::size_t> counts(width() + 1);
    KeptScores::Block kept;
    kept.first = block.first;
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (!lets_through(mask, cell) || !scores_.score(block, kind, cell)) {
            if (kept_.is_whole()) note(kept, false, 0, rows.places.size());
            continue;
        }
        const auto places = scores_.places();
        const auto differences = scores_.differences();
        const double zero = scores_.zero();
        ++cells_;
        zeros_ += zero;
        zero_squares_ += zero * zero;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto place = static_cast<std::size_t>(places[i]);
            sum_[place] += differences[i];
            with_zero_[place] += zero * differences[i];
            ++counts[place + 1];
        }
        rows.places.insert(rows.places.end(), places.begin(), places.end());
        rows.values.insert(rows.values.end(), differences.begin(), differences.end());
        rows.starts.push_back(rows.places.size());
        if (kept_.is_whole()) note(kept, true, scores_.zero(), rows.places.size());
    }
    if (kept_.is_whole()) {
        kept.places.assign(rows.places.begin(), rows.places.end());
        kept.differences.assign(rows.values.begin(), rows.values.end());
        kept_.add(std::move(kept));
    }
    // Gene by gene, so that a row of products stays in the cache while the cells that have the gene are added to it.
    for (std::size_t place = 0; place < width(); ++place) counts[place + 1] += counts[place];
    std::vector<std::uint32_t> from(rows.places.size()), to(rows.places.size());
    std::vector<std::size_t> next(counts.begin(), counts.end() - 1);
    for (std::size_t row = 0; row + 1 < rows.starts.size(); ++row) {
        for (std::size_t i = rows.starts[row]; i < rows.starts[row + 1]; ++i) {
            const std::size_t at = next[static_cast<std::size_t>(rows.places[i])]++;
            from[at] = static_cast<std::uint32_t>(i);
            to[at] = static_cast<std::uint32_t>(rows.starts[row + 1]);
        }
    }
    for (std::size_t place = 0; place < width(); ++place) {
        double* row = products_.data() + row_start(place, width()) - place;
        for (std::size_t at = counts[place]; at < counts[place + 1]; ++at) {
            const double value = rows.values[from[at]];
            for (std::size_t i = from[at]; i < to[at]; ++i) row[rows.places[i]] += value * rows.values[i];
        }
    }
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

Components GeneCovariance::components(std::size_t count) const {
    const std::size_t dims = width();
    std::vector<double> mean(dims), matrix(dims * dims);
    for (std::size_t i = 0; i < dims; ++i) mean[i] = cells_ > 0 ? (sum_[i] + zeros_) / cells_ : 0;
    if (cells_ > 1) {
        for (std::size_t i = 0; i < dims; ++i) {
            const double* row = products_.data() + row_start(i, dims) - i;
            for (std::size_t j = i; j < dims; ++j) {
                const double product = row[j] + with_zero_[i] + with_zero_[j] + zero_squares_;
                matrix[i * dims + j] = matrix[j * dims + i] = (product - cells_ * mean[i] * mean[j]) / (cells_ - 1);
            }
        }
    }
    return components_of(std::move(matrix), mean, cells_, count);
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

std::vector<float> project_cells(ChosenScores& scores, const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask, std::span<const float> mean, std::span<const float> rotation) {
    if (block.genes != scores.genes() || mean.size() != scores.chosen().size()) throw Error(ErrorCode::internal, "Components do not fit the genes that cells are to be put on them by.");
    Projector projector(mean, rotation);
    std::vector<float> out(block.cells * projector.components(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (!lets_through(mask, cell) || !scores.score(block, kind, cell)) continue;
        projector.project(scores.places(), scores.differences(), scores.zero(), out.data() + cell * projector.components());
    }
    return out;
}

std::vector<float> project_kept(const KeptScores::Block& block, std::span<const float> mean, std::span<const float> rotation) {
    Projector projector(mean, rotation);
    std::vector<float> out(block.zero.size() * projector.components(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t cell = 0; cell < block.zero.size(); ++cell) {
        if (block.has_scores[cell] == 0) continue;
        const std::size_t from = block.starts[cell], count = block.starts[cell + 1] - from;
        projector.project(std::span(block.places).subspan(from, count), std::span(block.differences).subspan(from, count), block.zero[cell], out.data() + cell * projector.components());
    }
    return out;
}

}  // namespace phenolens
