#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "train/training_sample.hpp"

namespace phenolens {

/// How genes are ranked for telling classes apart.
enum class Ranking { anova, variance, rank_sum, mutual_information, weights, attribution, random };

/// The ranking of a request's word. Throws Error(bad_input) listing the words.
Ranking ranking_of(std::string_view name);

/// What each gene of a sample tells of the classes, from the rows of code 0 and above that have scores; larger is more, NaN where a gene
/// does not vary. anova: one-way F. variance: of the scores. rank_sum: the largest |z| of a class against the rest (Wilcoxon's, corrected
/// for ties, as scanpy's). mutual_information: of being expressed with the class, in nats. weights: the largest absolute weight among
/// classes of a softmax regression on 50 components, times the gene's deviation. attribution: the largest absolute mean attribution among
/// the classes of that regression (class_attribution.hpp). random: as good as drawn, by the seed. Throws
/// Error(bad_input) for fewer than two classes with cells.
std::vector<double> rank_genes(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes, Ranking ranking,
                               std::uint64_t seed);

}  // namespace phenolens
