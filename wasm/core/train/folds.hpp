#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

// Folds of cells for held-out scores: a fold per cell, -1 where its code is -1 and it takes no part.

/// Cells of each class dealt to the folds in random order, so that every fold has its share of every class.
std::vector<std::int32_t> stratified_folds(std::span<const std::int32_t> codes, std::size_t folds, std::uint64_t seed);

/// Every group (a donor) whole in one fold, classes as evenly spread as that allows: groups of the most uneven make-up first, each to where
/// the classes' shares then differ least between folds (scikit-learn's StratifiedGroupKFold). `groups` may be -1: such cells make one group
/// together. Folds are fewer where groups are fewer.
std::vector<std::int32_t> group_folds(std::span<const std::int32_t> codes, std::span<const std::int32_t> groups, std::size_t folds);

/// At most `most` cells of each class, drawn at random, as rising cell numbers: all of a class that has no more.
std::vector<std::int32_t> balanced_sample(std::span<const std::int32_t> codes, std::size_t most, std::uint64_t seed);

}  // namespace phenolens
