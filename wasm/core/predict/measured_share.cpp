#include "predict/measured_share.hpp"

#include <cmath>

namespace phenolens {

template <typename Number>
std::vector<double> measured_share(std::span<const Number> weights, std::span<const Head> heads, const GeneMap& map) {
    const std::size_t columns = columns_of(heads);
    std::vector<double> shares;
    for (const Head& head : heads) {
        double all = 0, measured = 0;
        for (std::size_t gene = 0; gene < map.vocabulary(); ++gene) {
            const auto own = weights.subspan(gene * columns + head.column, head.columns());
            double mean = 0, amount = 0;
            for (const Number weight : own) mean += weight;
            mean /= static_cast<double>(own.size());
            for (const Number weight : own) amount += std::abs(weight - mean);
            all += amount;
            if (map.columns_of[gene] > 0) measured += amount;
        }
        shares.push_back(all > 0 ? measured / all : 0);
    }
    return shares;
}

template std::vector<double> measured_share<float>(std::span<const float>, std::span<const Head>, const GeneMap&);
template std::vector<double> measured_share<double>(std::span<const double>, std::span<const Head>, const GeneMap&);

}  // namespace phenolens
