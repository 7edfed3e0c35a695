#include "trust/profiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {

std::vector<float> profile_distances(std::span<const float> values, std::span<const std::uint16_t> code, std::size_t dims,
                                     std::size_t classes, std::size_t least) {
    const std::size_t rows = code.size();
    if (dims == 0 || values.size() != rows * dims)
        throw Error(ErrorCode::bad_input, sentence(values.size(), " values are not ", rows, " rows of ", dims, " dimensions."));
    const auto row_of = [&](std::size_t row) { return values.subspan(row * dims, dims); };
    const auto is_whole = [](std::span<const float> row) {
        return std::none_of(row.begin(), row.end(), [](float one) { return std::isnan(one); });
    };
    std::vector<double> sums(classes * dims);
    std::vector<std::size_t> counts(classes);
    for (std::size_t row = 0; row < rows; ++row) {
        if (code[row] >= classes || !is_whole(row_of(row))) continue;
        ++counts[code[row]];
        for (std::size_t d = 0; d < dims; ++d) sums[code[row] * dims + d] += row_of(row)[d];
    }
    std::vector<float> profiles;
    for (std::size_t c = 0; c < classes; ++c) {
        if (counts[c] < std::max<std::size_t>(least, 1)) continue;
        for (std::size_t d = 0; d < dims; ++d) profiles.push_back(static_cast<float>(sums[c * dims + d] / static_cast<double>(counts[c])));
    }
    std::vector<float> out(rows, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t row = 0; row < rows; ++row) {
        const auto cell = row_of(row);
        if (profiles.empty() || !is_whole(cell)) continue;
        float nearest = std::numeric_limits<float>::infinity();
        for (std::size_t at = 0; at < profiles.size(); at += dims) {
            float distance = 0;
            for (std::size_t d = 0; d < dims; ++d) distance += (cell[d] - profiles[at + d]) * (cell[d] - profiles[at + d]);
            nearest = std::min(nearest, distance);
        }
        out[row] = std::sqrt(nearest);
    }
    return out;
}

}  // namespace phenolens
