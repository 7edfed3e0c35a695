#include "train/training_sample.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/float_bits.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// The distinct values of a row in the order they come, and the place of each among them.
class Palette {
public:
    static constexpr std::size_t kMost = 256;

    /// False where there are more than can be placed.
    bool set(std::span<const float> row) {
        values_.clear();
        places_.clear();
        slots_.fill(kFree);
        for (const float value : row) {
            std::size_t slot = (bits_of(value) * 2654435761u) >> 23;
            while (slots_[slot] != kFree && bits_of(values_[slots_[slot]]) != bits_of(value)) slot = (slot + 1) % slots_.size();
            if (slots_[slot] == kFree) {
                if (values_.size() == kMost) return false;
                slots_[slot] = static_cast<std::uint16_t>(values_.size());
                values_.push_back(value);
            }
            places_.push_back(static_cast<std::uint8_t>(slots_[slot]));
        }
        return true;
    }

    const std::vector<float>& values() const { return values_; }
    const std::vector<std::uint8_t>& places() const { return places_; }

private:
    static constexpr std::uint16_t kFree = 0xFFFF;

    std::vector<float> values_;
    std::vector<std::uint8_t> places_;
    /// Hashed by their bits; half of them stay free.
    std::array<std::uint16_t, 512> slots_{};
};

template <typename T> void append(std::vector<T>& to, std::span<const T> more) { to.insert(to.end(), more.begin(), more.end()); }

}  // namespace

std::vector<std::uint8_t> sample_part(CellScores& scores, const MatrixBlock& block, std::span<const std::int32_t> cells,
                                      std::size_t first_row) {
    std::vector<float> zeros, values;
    // How many values a row lists; none where each stands for itself.
    std::vector<std::uint32_t> stored, listed;
    std::vector<std::uint16_t> genes;
    std::vector<std::uint8_t> places;
    Palette palette;
    for (const std::int32_t cell : cells) {
        if (cell < 0 || static_cast<std::size_t>(cell) >= block.cells)
            throw Error(ErrorCode::internal, sentence("Cell ", cell, " is not one of the block's ", block.cells, "."));
        ScoredCell scored;
        const bool has_scores = scores.score(block, static_cast<std::size_t>(cell), scored);
        zeros.push_back(has_scores ? scored.zero : std::numeric_limits<float>::quiet_NaN());
        stored.push_back(has_scores ? static_cast<std::uint32_t>(scored.genes.size()) : 0);
        listed.push_back(0);
        if (!has_scores) continue;
        genes.insert(genes.end(), scored.genes.begin(), scored.genes.end());
        // A list of nearly every value would take more than it spares.
        if (palette.set(scored.differences) && 4 * palette.values().size() < 3 * scored.differences.size()) {
            listed.back() = static_cast<std::uint32_t>(palette.values().size());
            append<float>(values, palette.values());
            append<std::uint8_t>(places, palette.places());
        } else
            append<float>(values, scored.differences);
    }
    ByteWriter writer;
    writer.put_count(first_row);
    writer.put_all<float>(zeros);
    writer.put_all<std::uint32_t>(stored);
    writer.put_all<std::uint32_t>(listed);
    writer.put_all<std::uint16_t>(genes);
    writer.put_all<std::uint8_t>(places);
    writer.put_all<float>(values);
    return writer.take();
}

TrainingSample::TrainingSample(std::size_t genes, std::size_t rows) : genes_(genes), rows_(rows) {
    if (genes > std::numeric_limits<std::uint16_t>::max())
        throw Error(ErrorCode::unsupported, sentence("Models are trained on at most 65,535 genes; this matrix has ", genes, "."));
    for (Row& row : rows_) row.zero = std::numeric_limits<float>::quiet_NaN();
}

void TrainingSample::add(std::span<const std::uint8_t> bytes) {
    ByteReader reader(bytes);
    const std::size_t first = reader.take_count();
    const auto zeros = reader.take_all<float>();
    const auto stored = reader.take_all<std::uint32_t>();
    const auto listed = reader.take_all<std::uint32_t>();
    Part part;
    part.genes = reader.take_all<std::uint16_t>();
    part.places = reader.take_all<std::uint8_t>();
    part.values = reader.take_all<float>();
    if (!reader.at_end() || stored.size() != zeros.size() || listed.size() != zeros.size() || first > rows_.size() ||
        zeros.size() > rows_.size() - first)
        reader.fail();
    std::uint64_t all = 0, placed = 0, values = 0;
    for (std::size_t i = 0; i < stored.size(); ++i) {
        if (listed[i] > Palette::kMost) reader.fail();
        all += stored[i];
        placed += listed[i] > 0 ? stored[i] : 0;
        values += listed[i] > 0 ? listed[i] : stored[i];
    }
    if (all != part.genes.size() || placed != part.places.size() || values != part.values.size()) reader.fail();
    if (std::any_of(part.genes.begin(), part.genes.end(), [&](std::uint16_t gene) { return gene >= genes_; })) reader.fail();
    for (std::size_t i = 0, place = 0; i < stored.size(); ++i) {
        if (listed[i] == 0) continue;
        for (const std::size_t end = place + stored[i]; place < end; ++place) {
            if (part.places[place] >= listed[i]) reader.fail();
        }
    }
    parts_.push_back(std::move(part));
    const Part& kept = parts_.back();
    std::size_t gene = 0, place = 0, value = 0;
    for (std::size_t i = 0; i < zeros.size(); ++i) {
        const bool is_placed = listed[i] > 0;
        rows_[first + i] = {kept.genes.data() + gene, is_placed ? kept.places.data() + place : nullptr, kept.values.data() + value,
                            stored[i], zeros[i]};
        gene += stored[i];
        place += is_placed ? stored[i] : 0;
        value += is_placed ? listed[i] : stored[i];
    }
}

bool TrainingSample::has_scores(std::size_t row) const { return !std::isnan(rows_[row].zero); }

}  // namespace phenolens
