#include "train/composite_cells.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// Cells that a composite draws from, and the least a class needs.
constexpr std::size_t kPool = 10, kLeastPool = 5;
constexpr std::size_t kMostAmount = 255;

/// A row's amounts, dense over the vocabulary.
void amounts_of(const TrainingSample::Row& row, std::span<const std::int32_t> numbers, Normalization normalization,
                std::vector<std::uint8_t>& amounts) {
    std::fill(amounts.begin(), amounts.end(), std::uint8_t{0});
    if (normalization != Normalization::rank_normal) {
        for (std::uint32_t j = 0; j < row.stored; ++j)
            amounts[static_cast<std::size_t>(numbers[row.genes[j]])] =
                static_cast<std::uint8_t>(std::clamp<long>(std::lround(row.difference(j) * kAmountsPerLog), 1, kMostAmount));
        return;
    }
    std::vector<float> distinct;
    for (std::uint32_t j = 0; j < row.stored; ++j) distinct.push_back(row.difference(j));
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    for (std::uint32_t j = 0; j < row.stored; ++j) {
        const auto at = static_cast<std::size_t>(std::lower_bound(distinct.begin(), distinct.end(), row.difference(j)) - distinct.begin());
        // More places than a byte has are drawn together evenly.
        amounts[static_cast<std::size_t>(numbers[row.genes[j]])] =
            static_cast<std::uint8_t>(distinct.size() <= kMostAmount ? at + 1 : 1 + at * kMostAmount / distinct.size());
    }
}

/// Rows of each class that take part, those that express few genes first.
std::vector<std::vector<std::size_t>> by_class(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes) {
    std::vector<std::vector<std::size_t>> rows(classes);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] < 0 || !sample.has_scores(i)) continue;
        if (static_cast<std::size_t>(codes[i]) >= classes)
            throw Error(ErrorCode::bad_input, sentence("A cell's class is number ", codes[i], ", but there are ", classes, " classes."));
        rows[static_cast<std::size_t>(codes[i])].push_back(i);
    }
    for (auto& own : rows)
        std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) { return sample.row(a).stored < sample.row(b).stored; });
    return rows;
}

}  // namespace

PanelCells composite_cells(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes,
                           std::span<const std::int32_t> numbers, std::size_t vocabulary, Normalization normalization,
                           const CompositeOptions& options) {
    if (codes.size() != sample.rows())
        throw Error(ErrorCode::bad_input, sentence(codes.size(), " labels do not fit a sample of ", sample.rows(), " cells."));
    if (numbers.size() != sample.genes() || std::any_of(numbers.begin(), numbers.end(), [&](std::int32_t number) {
            return number < 0 || static_cast<std::size_t>(number) >= vocabulary;
        }))
        throw Error(ErrorCode::bad_input, "The genes' places do not fit the vocabulary.");
    const auto rows = by_class(sample, codes, classes);
    double roots = 0, stored = 0;
    for (const auto& own : rows) {
        if (own.size() < kLeastPool) continue;
        const double root = std::sqrt(static_cast<double>(own.size()));
        double values = 0;
        for (const std::size_t row : own) values += sample.row(row).stored;
        roots += root;
        stored += root * values / static_cast<double>(own.size());
    }
    PanelCells out{vocabulary, {}};
    if (!(stored > 0)) return out;
    const double cells = std::min(static_cast<double>(options.cells), static_cast<double>(options.values) * roots / stored);
    Random random(options.seed);
    std::vector<std::vector<std::uint8_t>> pool(kPool, std::vector<std::uint8_t>(vocabulary));
    for (const auto& own : rows) {
        if (own.size() < kLeastPool) continue;
        const auto count =
            std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(cells * std::sqrt(static_cast<double>(own.size())) / roots)));
        const std::size_t size = std::min(kPool, own.size());
        for (std::size_t k = 0; k < count; ++k) {
            const auto middle =
                static_cast<std::size_t>((static_cast<double>(k) + 0.5) / static_cast<double>(count) * static_cast<double>(own.size()));
            const std::size_t first = std::min(middle < size / 2 ? 0 : middle - size / 2, own.size() - size);
            for (std::size_t i = 0; i < size; ++i) amounts_of(sample.row(own[first + i]), numbers, normalization, pool[i]);
            auto& cell = out.cells.emplace_back();
            for (std::size_t gene = 0; gene < vocabulary; ++gene) {
                const std::uint8_t amount = pool[random.below(size)][gene];
                if (amount == 0) continue;
                cell.genes.push_back(static_cast<std::int32_t>(gene));
                cell.amounts.push_back(amount);
            }
        }
    }
    return out;
}

}  // namespace phenolens
