#include "training_sample.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "bytes.hpp"
#include "error.hpp"
#include "text.hpp"

namespace phenolens {

std::vector<std::uint8_t> sample_part(CellScores& scores, const MatrixBlock& block, std::span<const std::int32_t> cells, std::size_t first_row) {
    std::vector<float> zeros, differences;
    std::vector<std::uint32_t> stored;
    std::vector<std::uint16_t> genes;
    for (const std::int32_t cell : cells) {
        if (cell < 0 || static_cast<std::size_t>(cell) >= block.cells) throw Error(ErrorCode::internal, sentence("Cell ", cell, " is not one of the block's ", block.cells, "."));
        ScoredCell scored;
        const bool has_scores = scores.score(block, static_cast<std::size_t>(cell), scored);
        zeros.push_back(has_scores ? scored.zero : std::numeric_limits<float>::quiet_NaN());
        stored.push_back(has_scores ? static_cast<std::uint32_t>(scored.genes.size()) : 0);
        if (!has_scores) continue;
        genes.insert(genes.end(), scored.genes.begin(), scored.genes.end());
        differences.insert(differences.end(), scored.differences.begin(), scored.differences.end());
    }
    ByteWriter writer;
    writer.put_count(first_row);
    writer.put_all<float>(zeros);
    writer.put_all<std::uint32_t>(stored);
    writer.put_all<std::uint16_t>(genes);
    writer.put_all<float>(differences);
    return writer.take();
}

TrainingSample::TrainingSample(std::size_t genes, std::size_t rows) : genes_(genes), rows_(rows) {
    if (genes > std::numeric_limits<std::uint16_t>::max()) throw Error(ErrorCode::unsupported, sentence("Models are trained on at most 65,535 genes; this matrix has ", genes, "."));
    for (Row& row : rows_) row.zero = std::numeric_limits<float>::quiet_NaN();
}

void TrainingSample::add(std::span<const std::uint8_t> bytes) {
    ByteReader reader(bytes);
    const std::size_t first = reader.take_count();
    const auto zeros = reader.take_all<float>();
    const auto stored = reader.take_all<std::uint32_t>();
    Part part;
    part.genes = reader.take_all<std::uint16_t>();
    part.differences = reader.take_all<float>();
    std::uint64_t all = 0;
    for (const std::uint32_t count : stored) all += count;
    if (!reader.at_end() || stored.size() != zeros.size() || first > rows_.size() || zeros.size() > rows_.size() - first || all != part.genes.size() || all != part.differences.size()) reader.fail();
    for (const std::uint16_t gene : part.genes) {
        if (gene >= genes_) reader.fail();
    }
    parts_.push_back(std::move(part));
    std::size_t at = 0;
    for (std::size_t i = 0; i < zeros.size(); ++i) {
        rows_[first + i] = {parts_.back().genes.data() + at, parts_.back().differences.data() + at, stored[i], zeros[i]};
        at += stored[i];
    }
}

bool TrainingSample::has_scores(std::size_t row) const { return !std::isnan(rows_[row].zero); }

}  // namespace phenolens
