#include "predict/panel_cells.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

constexpr std::array<std::uint8_t, 8> kMark{'P', 'L', 'P', 'A', 'N', 'E', 'L', '1'};
/// A distance byte that says that another follows.
constexpr std::size_t kMore = 255;

[[noreturn]] void fail() {
    throw Error(ErrorCode::model, "The model's panel cells (panel.bin) are damaged; download the model again, or train it again.");
}

void put(std::vector<std::uint8_t>& bytes, std::size_t number) {
    for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<std::uint8_t>(number >> shift));
}

/// Takes bytes from the front.
class Bytes {
public:
    explicit Bytes(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    std::size_t byte() {
        if (at_ == bytes_.size()) fail();
        return bytes_[at_++];
    }

    std::size_t number() {
        std::size_t number = 0;
        for (int shift = 0; shift < 32; shift += 8) number |= byte() << shift;
        return number;
    }

    std::size_t left() const { return bytes_.size() - at_; }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<std::uint8_t> write_panel_cells(const PanelCells& cells) {
    std::vector<std::uint8_t> bytes(kMark.begin(), kMark.end());
    put(bytes, cells.genes);
    put(bytes, cells.cells.size());
    for (const auto& cell : cells.cells) put(bytes, cell.genes.size());
    for (const auto& cell : cells.cells) {
        std::int32_t next = 0;
        for (std::size_t i = 0; i < cell.genes.size(); ++i) {
            auto distance = static_cast<std::size_t>(cell.genes[i] - next);
            for (; distance >= kMore; distance -= kMore) bytes.push_back(kMore);
            bytes.push_back(static_cast<std::uint8_t>(distance));
            bytes.push_back(cell.amounts[i]);
            next = cell.genes[i] + 1;
        }
    }
    return bytes;
}

PanelCells read_panel_cells(std::span<const std::uint8_t> given, std::size_t genes) {
    Bytes bytes(given);
    for (const std::uint8_t letter : kMark) {
        if (bytes.byte() != letter) fail();
    }
    PanelCells out{bytes.number(), {}};
    if (out.genes != genes)
        throw Error(ErrorCode::model,
                    sentence("The model's panel cells (panel.bin) are of ", out.genes, " genes, its vocabulary of ", genes, "."));
    const std::size_t cells = bytes.number();
    // Before anything is allocated: a cell has four bytes at least, a value two.
    if (cells > bytes.left() / 4) fail();
    std::vector<std::size_t> stored(cells);
    for (std::size_t& values : stored) values = bytes.number();
    for (const std::size_t values : stored) {
        if (values > bytes.left() / 2) fail();
        auto& cell = out.cells.emplace_back();
        std::size_t next = 0;
        for (std::size_t i = 0; i < values; ++i) {
            std::size_t step = bytes.byte();
            for (next += step; step == kMore; next += step) step = bytes.byte();
            const std::size_t amount = bytes.byte();
            if (next >= genes || amount == 0) fail();
            cell.genes.push_back(static_cast<std::int32_t>(next++));
            cell.amounts.push_back(static_cast<std::uint8_t>(amount));
        }
    }
    if (bytes.left() > 0) fail();
    return out;
}

}  // namespace phenolens
