#include "train/nearest_centroid.hpp"

#include <vector>

namespace phenolens {

SoftmaxFit nearest_centroid(std::span<const float> features, std::size_t count, std::span<const std::int32_t> codes, std::size_t classes) {
    SoftmaxFit out{count, classes, std::vector<double>(count * classes), std::vector<double>(classes, kAbsentLogit), 0, true};
    std::vector<double> size(classes);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] < 0) continue;
        const auto code = static_cast<std::size_t>(codes[i]);
        ++size[code];
        for (std::size_t k = 0; k < count; ++k) out.coefficients[k * classes + code] += features[i * count + k];
    }
    for (std::size_t c = 0; c < classes; ++c) {
        if (size[c] == 0) continue;
        double length = 0;
        for (std::size_t k = 0; k < count; ++k) {
            double& mean = out.coefficients[k * classes + c];
            mean /= size[c];
            length += mean * mean;
        }
        out.intercept[c] = -length / 2;
    }
    return out;
}

}  // namespace phenolens
