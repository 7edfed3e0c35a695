#include "predict/heads.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "predict/scores.hpp"

namespace phenolens {

Link link_of(std::string_view name) {
    if (name == "softmax") return Link::softmax;
    if (name == "logistic") return Link::logistic;
    throw Error(ErrorCode::model, sentence("A head's link is softmax or logistic, not '", std::string(name), "'."));
}

std::size_t Head::cluster_of(std::span<const float> sums) const {
    const auto gates = sums.subspan(column, clusters);
    return static_cast<std::size_t>(std::max_element(gates.begin(), gates.end()) - gates.begin());
}

std::vector<Head> make_heads(std::span<const double> classes, std::span<const double> temperatures, std::span<const double> clusters,
                             std::span<const std::string> links) {
    if (classes.size() != temperatures.size()) {
        throw Error(ErrorCode::model, sentence("The model has ", classes.size(), " heads but ", temperatures.size(), " temperatures."));
    }
    if (!clusters.empty() && clusters.size() != classes.size())
        throw Error(ErrorCode::model, sentence("The model has ", classes.size(), " heads but clusters for ", clusters.size(), "."));
    if (!links.empty() && links.size() != classes.size())
        throw Error(ErrorCode::model, sentence("The model has ", classes.size(), " heads but links for ", links.size(), "."));
    std::vector<Head> heads;
    std::size_t first = 0, column = 0;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (!(classes[i] >= 1 && classes[i] < kNoClass && classes[i] == std::floor(classes[i]))) {
            throw Error(ErrorCode::model,
                        sentence("Head ", i, " of the model has ", classes[i], " classes; it needs between 1 and 65,534."));
        }
        if (!(temperatures[i] > 0) || !std::isfinite(temperatures[i])) {
            throw Error(ErrorCode::model,
                        sentence("Head ", i, " of the model has temperature ", temperatures[i], ", which is not a number above zero."));
        }
        const double parts = clusters.empty() ? 0 : clusters[i];
        if (!(parts == 0 || (parts >= 2 && parts <= 1000 && parts == std::floor(parts))))
            throw Error(ErrorCode::model, sentence("Head ", i, " of the model has ", parts, " clusters; it needs 2 to 1,000, or none."));
        heads.push_back({first, static_cast<std::size_t>(classes[i]), temperatures[i], static_cast<std::size_t>(parts), column});
        if (!links.empty()) heads.back().link = link_of(links[i]);
        first += heads.back().classes;
        column += heads.back().columns();
    }
    return heads;
}

std::size_t classes_of(std::span<const Head> heads) { return heads.empty() ? 0 : heads.back().first + heads.back().classes; }

std::size_t columns_of(std::span<const Head> heads) { return heads.empty() ? 0 : heads.back().column + heads.back().columns(); }

}  // namespace phenolens
