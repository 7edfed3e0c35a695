#include "train/gene_ranking.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "train/class_attribution.hpp"
#include "train/linear_training.hpp"
#include "train/sample_moments.hpp"

namespace phenolens {
namespace {

/// Genes turned from rows into columns at a time: 64 columns of ten thousand cells are 5 MB.
constexpr std::size_t kGenesTogether = 64;

struct Taken {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> code_of;
    std::vector<double> cells;
};

Taken taken_rows(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes) {
    Taken out{{}, {}, std::vector<double>(classes, 0)};
    for (std::size_t row = 0; row < sample.rows(); ++row) {
        if (codes[row] < 0 || !sample.has_scores(row)) continue;
        if (static_cast<std::size_t>(codes[row]) >= classes) throw Error(ErrorCode::internal, "A class is not one of those counted.");
        out.rows.push_back(row);
        out.code_of.push_back(static_cast<std::size_t>(codes[row]));
        ++out.cells[static_cast<std::size_t>(codes[row])];
    }
    if (std::count_if(out.cells.begin(), out.cells.end(), [](double cells) { return cells > 0; }) < 2)
        throw Error(ErrorCode::bad_input, "Genes can be ranked for two classes or more with cells; there are fewer.");
    return out;
}

/// The largest |z| of a class against the rest, of one gene's values.
double rank_sum(const Taken& taken, std::vector<std::pair<float, std::uint32_t>>& values, std::vector<double>& sums) {
    std::sort(values.begin(), values.end());
    std::fill(sums.begin(), sums.end(), 0);
    const double n = static_cast<double>(values.size());
    double ties = 0;
    for (std::size_t first = 0; first < values.size();) {
        std::size_t last = first;
        while (last + 1 < values.size() && values[last + 1].first == values[first].first) ++last;
        const double rank = static_cast<double>(first + last) / 2 + 1, count = static_cast<double>(last - first + 1);
        ties += count * count * count - count;
        for (std::size_t i = first; i <= last; ++i) sums[values[i].second] += rank;
        first = last + 1;
    }
    const double correction = 1 - ties / (n * n * n - n);
    if (!(correction > 1e-12)) return kNaN;
    double best = 0;
    for (std::size_t c = 0; c < sums.size(); ++c) {
        const double cells = taken.cells[c];
        if (cells == 0 || cells == n) continue;
        const double z = (sums[c] - cells * (n + 1) / 2) / std::sqrt(cells * (n - cells) * (n + 1) / 12 * correction);
        best = std::max(best, std::abs(z));
    }
    return best;
}

std::vector<double> rank_sums(const TrainingSample& sample, const Taken& taken, std::size_t classes) {
    std::vector<double> out(sample.genes(), kNaN), sums(classes);
    std::vector<std::pair<float, std::uint32_t>> columns(kGenesTogether * taken.rows.size());
    for (std::size_t from = 0; from < sample.genes(); from += kGenesTogether) {
        const std::size_t to = std::min(from + kGenesTogether, sample.genes());
        for (std::size_t i = 0; i < taken.rows.size(); ++i) {
            const auto& row = sample.row(taken.rows[i]);
            const auto code = static_cast<std::uint32_t>(taken.code_of[i]);
            for (std::size_t gene = from; gene < to; ++gene) columns[(gene - from) * taken.rows.size() + i] = {row.zero, code};
            // A row's genes may stand in any order.
            for (std::uint32_t k = 0; k < row.stored; ++k) {
                const std::size_t gene = row.genes[k];
                if (gene >= from && gene < to) columns[(gene - from) * taken.rows.size() + i].first += row.difference(k);
            }
        }
        std::vector<std::pair<float, std::uint32_t>> column(taken.rows.size());
        for (std::size_t gene = from; gene < to; ++gene) {
            std::copy_n(columns.begin() + static_cast<std::ptrdiff_t>((gene - from) * taken.rows.size()), taken.rows.size(),
                        column.begin());
            out[gene] = rank_sum(taken, column, sums);
        }
    }
    return out;
}

std::vector<double> mutual_information(const TrainingSample& sample, const Taken& taken, std::size_t classes) {
    std::vector<double> expressing(sample.genes() * classes, 0);
    for (std::size_t i = 0; i < taken.rows.size(); ++i) {
        const auto& row = sample.row(taken.rows[i]);
        for (std::uint32_t k = 0; k < row.stored; ++k) ++expressing[row.genes[k] * classes + taken.code_of[i]];
    }
    const double n = static_cast<double>(taken.rows.size());
    const auto term = [&](double both, double first, double second) {
        return both > 0 ? both / n * std::log(both * n / (first * second)) : 0;
    };
    std::vector<double> out(sample.genes());
    for (std::size_t gene = 0; gene < out.size(); ++gene) {
        const double* of_class = expressing.data() + gene * classes;
        const double on = std::accumulate(of_class, of_class + classes, 0.0);
        for (std::size_t c = 0; c < classes; ++c)
            out[gene] += term(of_class[c], on, taken.cells[c]) + term(taken.cells[c] - of_class[c], n - on, taken.cells[c]);
    }
    return out;
}

/// What rankings by a model train: a softmax regression on 50 components of all genes.
LinearRecipe ranking_recipe(std::uint64_t seed) {
    LinearRecipe recipe;
    recipe.choice = GeneChoice::all;
    recipe.components = 50;
    recipe.seed = seed;
    return recipe;
}

std::vector<double> largest_attributions(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes,
                                         std::uint64_t seed) {
    const auto of_classes = class_attributions(sample, codes, classes, ranking_recipe(seed));
    std::vector<double> out(sample.genes(), 0);
    for (std::size_t i = 0; i < of_classes.size(); ++i) {
        double& most = out[i % sample.genes()];
        most = std::max(most, std::abs(static_cast<double>(of_classes[i])));
    }
    return out;
}

std::vector<double> linear_weights(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes,
                                   std::uint64_t seed) {
    const TrainedMap map = train_linear(sample, codes, classes, ranking_recipe(seed));
    const auto deviation = sample_moments(sample, codes, classes).deviation();
    std::vector<double> out(sample.genes(), kNaN);
    for (std::size_t j = 0; j < map.genes.size(); ++j) {
        const auto gene = static_cast<std::size_t>(map.genes[j]);
        double most = 0;
        for (std::size_t c = 0; c < map.classes; ++c)
            most = std::max(most, std::abs(static_cast<double>(map.weights[j * map.classes + c])));
        out[gene] = most * deviation[gene];
    }
    return out;
}

}  // namespace

Ranking ranking_of(std::string_view name) {
    if (name == "anova") return Ranking::anova;
    if (name == "variance") return Ranking::variance;
    if (name == "rank-sum") return Ranking::rank_sum;
    if (name == "mutual-information") return Ranking::mutual_information;
    if (name == "weights") return Ranking::weights;
    if (name == "attribution") return Ranking::attribution;
    if (name == "random") return Ranking::random;
    throw Error(ErrorCode::bad_input,
                "Genes are ranked by anova, variance, rank-sum, mutual-information, weights, attribution or random, not by '" +
                    std::string(name) + "'.");
}

std::vector<double> rank_genes(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes, Ranking ranking,
                               std::uint64_t seed) {
    if (codes.size() != sample.rows()) throw Error(ErrorCode::internal, "There is not one class for every cell of the sample.");
    const Taken taken = taken_rows(sample, codes, classes);
    if (ranking == Ranking::rank_sum) return rank_sums(sample, taken, classes);
    if (ranking == Ranking::mutual_information) return mutual_information(sample, taken, classes);
    if (ranking == Ranking::weights) return linear_weights(sample, codes, classes, seed);
    if (ranking == Ranking::attribution) return largest_attributions(sample, codes, classes, seed);
    if (ranking == Ranking::random) {
        std::mt19937_64 random(seed);
        std::vector<double> out(sample.genes());
        for (double& score : out) score = static_cast<double>(random() >> 11) / 9007199254740992.0;
        return out;
    }
    const auto moments = sample_moments(sample, codes, classes);
    if (ranking == Ranking::anova) return moments.anova_f();
    const auto mean = moments.mean();
    std::vector<double> variance(moments.genes);
    for (std::size_t j = 0; j < variance.size(); ++j) variance[j] = moments.squares[j] / moments.all_cells() - mean[j] * mean[j];
    return variance;
}

}  // namespace phenolens
