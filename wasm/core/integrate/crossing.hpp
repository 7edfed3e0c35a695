#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// How two groupings of the same cells lie to each other: whether a difference between one's groups can be told from one between the
/// other's.
enum class Relation {
    /// Each group of one is a group of the other: batch and condition are the same thing.
    same,
    /// Each group of the first lies in one of the second (donors in conditions), or the other way round.
    first_in_second,
    second_in_first,
    /// Some groups of both fall apart from the rest: between these parts nothing can be told apart.
    partly,
    crossed
};

struct Crossing {
    double cells = 0;
    /// Row-major firsts x seconds: cells.
    std::vector<double> table;
    /// Of each second the one first that has all its cells; -1 where several have, or it has none.
    std::vector<std::int32_t> only;
    Relation relation = Relation::crossed;
    /// Parts that the table falls into, of groups that no cell joins to the others.
    std::size_t parts = 0;
};

/// Cells with a code below 0 take no part. Throws Error(internal) for codes of different cells, or beyond their number.
Crossing crossing_of(std::span<const std::int32_t> first, std::size_t firsts, std::span<const std::int32_t> second, std::size_t seconds);

}  // namespace phenolens
