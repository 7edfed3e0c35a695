#include "support.hpp"

#include "predict/panel_cells.hpp"

using namespace phenolens;

namespace {

PanelCells some() {
    PanelCells cells{2000, {}};
    cells.cells.push_back({{0, 1, 254, 255, 511, 1999}, {1, 255, 3, 4, 5, 6}});
    cells.cells.push_back({});
    cells.cells.push_back({{1999}, {7}});
    return cells;
}

}  // namespace

TEST_CASE("panel cells are read as they were written") {
    const auto cells = some();
    const auto read = read_panel_cells(write_panel_cells(cells), 2000);
    REQUIRE(read.cells.size() == 3);
    CHECK(read.genes == 2000);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(read.cells[i].genes == cells.cells[i].genes);
        CHECK(read.cells[i].amounts == cells.cells[i].amounts);
    }
}

TEST_CASE("panel cells cut short, of another vocabulary or with any byte changed are refused or read as others") {
    const auto bytes = write_panel_cells(some());
    for (std::size_t length = 0; length < bytes.size(); ++length)
        check_error(ErrorCode::model, "panel.bin", [&] { read_panel_cells(std::span(bytes).first(length), 2000); });
    check_error(ErrorCode::model, "of 2,000 genes, its vocabulary of 1,999", [&] { read_panel_cells(bytes, 1999); });
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const std::uint8_t value : {std::uint8_t{0}, std::uint8_t{200}, std::uint8_t{255}}) {
            auto damaged = bytes;
            damaged[at] = value;
            try {
                for (const auto& cell : read_panel_cells(damaged, 2000).cells) {
                    CHECK(std::is_sorted(cell.genes.begin(), cell.genes.end()));
                    CHECK((cell.genes.empty() || cell.genes.back() < 2000));
                }
            } catch (const Error& error) { CHECK(error.code() == ErrorCode::model); }
        }
    }
}
