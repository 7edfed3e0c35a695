#include "survey/pseudobulk.hpp"

#include <cmath>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

constexpr double kMostPseudobulkBytes = 512e6;

void add_to(std::vector<double>& sums, const std::vector<double>& more) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

}  // namespace

Pseudobulk::Pseudobulk(std::size_t genes, std::size_t samples) : genes_(genes), cells_(samples), totals_(samples) {
    const double bytes = static_cast<double>(genes) * static_cast<double>(samples) * sizeof(double);
    if (bytes > kMostPseudobulkBytes)
        throw Error(ErrorCode::memory, sentence(samples, " samples (groups of donors) of ", genes, " genes would take ",
                                                std::round(bytes / 1e6), " MB; choose a column with fewer groups."));
    sums_.resize(genes * samples);
}

void Pseudobulk::add(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> sample) {
    if (block.genes != genes_ || sample.size() != block.cells)
        throw Error(ErrorCode::internal, "A block over other genes, or samples of other cells, was added to pseudobulk sums.");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (sample[cell] < 0) continue;
        const auto own = static_cast<std::size_t>(sample[cell]);
        if (own >= samples()) throw Error(ErrorCode::internal, "A cell is of a sample that was not counted.");
        ++cells_[own];
        double* const row = sums_.data() + own * genes_;
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double count = kind == ValueKind::log1p ? std::expm1(static_cast<double>(values[i])) : values[i];
            row[genes[i]] += count;
            totals_[own] += count;
        }
    }
}

void Pseudobulk::merge(const Pseudobulk& other) {
    if (other.genes_ != genes_ || other.samples() != samples())
        throw Error(ErrorCode::internal, "Pseudobulk sums of different genes or samples cannot be merged.");
    add_to(cells_, other.cells_);
    add_to(totals_, other.totals_);
    add_to(sums_, other.sums_);
}

void Pseudobulk::add_sums(std::size_t sample, double cells, std::span<const std::int32_t> genes, std::span<const double> counts) {
    if (sample >= samples() || genes.size() != counts.size())
        throw Error(ErrorCode::internal, "Sums of a sample that is none, or not a count per gene, were added to pseudobulk sums.");
    cells_[sample] += cells;
    for (std::size_t i = 0; i < genes.size(); ++i) {
        if (genes[i] < 0 || static_cast<std::size_t>(genes[i]) >= genes_)
            throw Error(ErrorCode::internal, "Sums of a gene that there is not were added to pseudobulk sums.");
        sums_[sample * genes_ + static_cast<std::size_t>(genes[i])] += counts[i];
        totals_[sample] += counts[i];
    }
}

std::vector<double> Pseudobulk::sums_of(std::size_t gene) const {
    if (gene >= genes_) throw Error(ErrorCode::internal, "Sums of a gene that there is not were asked for.");
    std::vector<double> out;
    for (std::size_t sample = 0; sample < samples(); ++sample) out.push_back(sum(gene, sample));
    return out;
}

Pseudobulk::Joined Pseudobulk::joined(std::span<const std::int32_t> codes, std::size_t count) const {
    if (codes.size() != samples()) throw Error(ErrorCode::internal, "Codes of other samples than were summed.");
    Joined out{std::vector<double>(genes_ * count), std::vector<double>(count)};
    for (std::size_t sample = 0; sample < samples(); ++sample) {
        if (codes[sample] < 0) continue;
        const auto code = static_cast<std::size_t>(codes[sample]);
        if (code >= count) throw Error(ErrorCode::internal, "A sample's code is above the others'.");
        out.cells[code] += cells_[sample];
        for (std::size_t gene = 0; gene < genes_; ++gene) out.counts[gene * count + code] += sum(gene, sample);
    }
    return out;
}

void Pseudobulk::write(ByteWriter& writer) const {
    writer.put_count(genes_);
    writer.put_all<double>(cells_);
    writer.put_all<double>(totals_);
    writer.put_all<double>(sums_);
}

Pseudobulk Pseudobulk::read(ByteReader& reader) {
    Pseudobulk read;
    read.genes_ = reader.take_count();
    read.cells_ = reader.take_all<double>();
    read.totals_ = reader.take_all<double>();
    read.sums_ = reader.take_all<double>();
    if (read.totals_.size() != read.samples() || read.sums_.size() != read.genes_ * read.samples()) reader.fail();
    return read;
}

}  // namespace phenolens
