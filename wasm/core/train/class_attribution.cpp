#include "train/class_attribution.hpp"

#include "base/error.hpp"
#include "train/sample_moments.hpp"

namespace phenolens {

std::vector<float> class_attributions(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes,
                                      const LinearRecipe& recipe) {
    if (recipe.classifier != Classifier::softmax && recipe.classifier != Classifier::centroid)
        throw Error(ErrorCode::bad_input, "Attributions of training cells need one regression or centroids: choose another recipe.");
    const TrainedMap map = train_linear(sample, codes, classes, recipe);
    const SampleMoments moments = sample_moments(sample, codes, classes);
    const auto mean = moments.mean();
    std::vector<float> out(classes * sample.genes(), 0.0f);
    for (std::size_t c = 0; c < classes; ++c) {
        if (moments.cells[c] == 0) continue;
        for (std::size_t j = 0; j < map.genes.size(); ++j) {
            const auto gene = static_cast<std::size_t>(map.genes[j]);
            const double difference = moments.sum[c * sample.genes() + gene] / moments.cells[c] - mean[gene];
            out[c * sample.genes() + gene] = static_cast<float>(static_cast<double>(map.weights[j * map.classes + c]) * difference);
        }
    }
    return out;
}

}  // namespace phenolens
