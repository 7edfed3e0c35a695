#include "graph/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"

namespace phenolens {
namespace {

double pairs(double cells) { return cells * (cells - 1) / 2; }

double information(double cells, double all) { return cells > 0 ? -cells / all * std::log(cells / all) : 0; }

}  // namespace

Agreement agreement_of(std::span<const std::int32_t> first, std::span<const std::int32_t> second) {
    if (first.size() != second.size()) throw Error(ErrorCode::internal, "Groups of different cells cannot be compared.");
    Agreement out;
    for (const std::int32_t code : first) out.firsts = std::max(out.firsts, static_cast<std::size_t>(code + 1));
    for (const std::int32_t code : second) out.seconds = std::max(out.seconds, static_cast<std::size_t>(code + 1));
    out.table.resize(out.firsts * out.seconds);
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] < 0 || second[i] < 0) continue;
        ++out.cells;
        ++out.table[static_cast<std::size_t>(first[i]) * out.seconds + static_cast<std::size_t>(second[i])];
    }
    if (out.cells == 0) {
        out.adjusted_rand = out.normalized_information = std::numeric_limits<double>::quiet_NaN();
        return out;
    }
    std::vector<double> columns(out.seconds);
    double together = 0, in_first = 0, in_second = 0, joint = 0, of_first = 0, of_second = 0;
    for (std::size_t r = 0; r < out.firsts; ++r) {
        double row = 0;
        for (std::size_t c = 0; c < out.seconds; ++c) {
            const double cells = out.table[r * out.seconds + c];
            row += cells;
            columns[c] += cells;
            together += pairs(cells);
            joint += information(cells, out.cells);
        }
        in_first += pairs(row);
        of_first += information(row, out.cells);
    }
    for (const double column : columns) {
        in_second += pairs(column);
        of_second += information(column, out.cells);
    }
    const double all = pairs(out.cells), expected = all > 0 ? in_first * in_second / all : 0, most = (in_first + in_second) / 2;
    out.adjusted_rand = most == expected ? 1 : (together - expected) / (most - expected);
    out.normalized_information = of_first + of_second > 0 ? std::max(0.0, of_first + of_second - joint) / ((of_first + of_second) / 2) : 1;
    return out;
}

}  // namespace phenolens
