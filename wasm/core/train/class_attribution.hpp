#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "train/linear_training.hpp"

namespace phenolens {

/// Mean attributions of a model trained on the rows of code 0 and above that have scores, made of the same rows: of class c and gene j,
/// weight[j][c] (mean of j over the rows of c - mean of j over all the rows), which is exact for a linear model compared with the mean of
/// its cells. Row-major classes x genes of the sample, in logits; 0 for genes that the model does not read and classes without cells.
/// Throws Error(bad_input) as train_linear does, and for clusterwise and projection, which have no one weight per gene and class.
std::vector<float> class_attributions(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes,
                                      const LinearRecipe& recipe);

}  // namespace phenolens
