#include "heads.hpp"

#include <cmath>

#include "error.hpp"
#include "scores.hpp"
#include "text.hpp"

namespace phenolens {

std::vector<Head> make_heads(std::span<const double> classes, std::span<const double> temperatures) {
    if (classes.size() != temperatures.size()) {
        throw Error(ErrorCode::model, sentence("The model has ", classes.size(), " heads but ", temperatures.size(), " temperatures."));
    }
    std::vector<Head> heads;
    std::size_t first = 0;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (!(classes[i] >= 1 && classes[i] < kNoClass && classes[i] == std::floor(classes[i]))) {
            throw Error(ErrorCode::model, sentence("Head ", i, " of the model has ", classes[i], " classes; it needs between 1 and 65,534."));
        }
        if (!(temperatures[i] > 0) || !std::isfinite(temperatures[i])) {
            throw Error(ErrorCode::model, sentence("Head ", i, " of the model has temperature ", temperatures[i], ", which is not a number above zero."));
        }
        heads.push_back({first, static_cast<std::size_t>(classes[i]), temperatures[i]});
        first += heads.back().classes;
    }
    return heads;
}

std::size_t classes_of(std::span<const Head> heads) { return heads.empty() ? 0 : heads.back().first + heads.back().classes; }

}  // namespace phenolens
