#include "integrate/crossing.hpp"

#include <algorithm>
#include <numeric>

#include "base/error.hpp"

namespace phenolens {

Crossing crossing_of(std::span<const std::int32_t> first, std::size_t firsts, std::span<const std::int32_t> second, std::size_t seconds) {
    if (first.size() != second.size()) throw Error(ErrorCode::internal, "Groups of different cells cannot be crossed.");
    Crossing out;
    out.table.resize(firsts * seconds);
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] < 0 || second[i] < 0) continue;
        const auto row = static_cast<std::size_t>(first[i]), column = static_cast<std::size_t>(second[i]);
        if (row >= firsts || column >= seconds) throw Error(ErrorCode::internal, "A cell's group is beyond those there are.");
        ++out.table[row * seconds + column];
        ++out.cells;
    }
    // Groups joined by cells, those of the second after those of the first.
    std::vector<std::size_t> part(firsts + seconds), partners(firsts + seconds);
    std::iota(part.begin(), part.end(), 0);
    const auto root = [&](std::size_t group) {
        while (part[group] != group) group = part[group] = part[part[group]];
        return group;
    };
    out.only.assign(seconds, -1);
    for (std::size_t row = 0; row < firsts; ++row) {
        for (std::size_t column = 0; column < seconds; ++column) {
            if (!(out.table[row * seconds + column] > 0)) continue;
            ++partners[row];
            out.only[column] = ++partners[firsts + column] == 1 ? static_cast<std::int32_t>(row) : -1;
            part[root(row)] = root(firsts + column);
        }
    }
    for (std::size_t group = 0; group < part.size(); ++group) out.parts += partners[group] > 0 && root(group) == group;
    const auto begin = partners.begin(), middle = begin + static_cast<std::ptrdiff_t>(firsts);
    const auto single = [](std::size_t count) { return count <= 1; };
    const bool first_in_second = std::all_of(begin, middle, single), second_in_first = std::all_of(middle, partners.end(), single);
    const auto several = [](auto from, auto to) { return std::count_if(from, to, [](std::size_t count) { return count > 0; }) > 1; };
    // One group alone holds all of the other grouping's, which says nothing.
    if (!several(begin, middle) || !several(middle, partners.end()))
        out.relation = Relation::crossed;
    else if (first_in_second && second_in_first)
        out.relation = Relation::same;
    else if (first_in_second)
        out.relation = Relation::first_in_second;
    else if (second_in_first)
        out.relation = Relation::second_in_first;
    else
        out.relation = out.parts > 1 ? Relation::partly : Relation::crossed;
    return out;
}

}  // namespace phenolens
