#include "train/folds.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

void check_folds(std::size_t folds) {
    if (folds < 2) throw Error(ErrorCode::bad_input, sentence("Held-out scores need at least two folds, not ", folds, "."));
}

std::size_t most_code(std::span<const std::int32_t> codes) {
    std::int32_t most = -1;
    for (const std::int32_t code : codes) most = std::max(most, code);
    return static_cast<std::size_t>(most + 1);
}

std::vector<std::vector<std::int32_t>> cells_by_class(std::span<const std::int32_t> codes) {
    std::vector<std::vector<std::int32_t>> cells(most_code(codes));
    for (std::size_t cell = 0; cell < codes.size(); ++cell) {
        if (codes[cell] >= 0) cells[static_cast<std::size_t>(codes[cell])].push_back(static_cast<std::int32_t>(cell));
    }
    return cells;
}

/// Brings `count` drawn members to the front, in random order.
void draw(std::vector<std::int32_t>& cells, std::size_t count, Random& random) {
    for (std::size_t i = 0; i < count; ++i) std::swap(cells[i], cells[i + random.below(cells.size() - i)]);
}

double spread(const std::vector<double>& values) {
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

}  // namespace

std::vector<std::int32_t> stratified_folds(std::span<const std::int32_t> codes, std::size_t folds, std::uint64_t seed) {
    check_folds(folds);
    Random random(seed);
    std::vector<std::int32_t> out(codes.size(), -1);
    std::size_t next = 0;
    for (auto& cells : cells_by_class(codes)) {
        draw(cells, cells.size(), random);
        // The next class begins where this one ended, so that small classes do not all fall into the first folds.
        for (const std::int32_t cell : cells) out[static_cast<std::size_t>(cell)] = static_cast<std::int32_t>(next++ % folds);
    }
    return out;
}

std::vector<std::int32_t> group_folds(std::span<const std::int32_t> codes, std::span<const std::int32_t> groups, std::size_t folds) {
    check_folds(folds);
    if (groups.size() != codes.size())
        throw Error(ErrorCode::bad_input, sentence("Donors of ", groups.size(), " cells do not fit ", codes.size(), " labels."));
    const std::size_t classes = most_code(codes), count = most_code(groups) + 1;
    const auto group_of = [&](std::size_t cell) { return groups[cell] < 0 ? count - 1 : static_cast<std::size_t>(groups[cell]); };
    std::vector<std::vector<double>> cells(count, std::vector<double>(classes));
    std::vector<double> total(classes);
    for (std::size_t cell = 0; cell < codes.size(); ++cell) {
        if (codes[cell] < 0) continue;
        ++cells[group_of(cell)][static_cast<std::size_t>(codes[cell])];
        ++total[static_cast<std::size_t>(codes[cell])];
    }
    std::vector<std::size_t> order;
    for (std::size_t g = 0; g < count; ++g) {
        if (std::accumulate(cells[g].begin(), cells[g].end(), 0.0) > 0) order.push_back(g);
    }
    if (order.size() < 2)
        throw Error(ErrorCode::bad_input, sentence("Holding out donors needs at least two of them with labelled cells; there ",
                                                   order.size() == 1 ? "is 1." : "are 0."));
    std::vector<double> uneven(count);
    for (const std::size_t g : order) uneven[g] = spread(cells[g]);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return uneven[a] > uneven[b]; });
    const std::size_t used = std::min(folds, order.size());
    std::vector<std::vector<double>> held(classes, std::vector<double>(used));
    std::vector<double> sizes(used);
    std::vector<std::int32_t> fold_of(count, -1);
    std::size_t left = order.size();
    for (const std::size_t g : order) {
        const double size = std::accumulate(cells[g].begin(), cells[g].end(), 0.0);
        // No fold may stay empty: the last groups go to those that are.
        const std::size_t empty = static_cast<std::size_t>(std::count(sizes.begin(), sizes.end(), 0.0));
        std::size_t best = used;
        double least = INFINITY;
        for (std::size_t f = 0; f < used; ++f) {
            if (left <= empty && sizes[f] > 0) continue;
            double score = 0;
            for (std::size_t c = 0; c < classes; ++c) {
                if (total[c] == 0) continue;
                auto shares = held[c];
                shares[f] += cells[g][c];
                for (double& share : shares) share /= total[c];
                score += spread(shares);
            }
            const bool better = best == used || score < least - 1e-12 || (score < least + 1e-12 && sizes[f] < sizes[best]);
            if (better) best = f;
            if (better) least = score;
        }
        for (std::size_t c = 0; c < classes; ++c) held[c][best] += cells[g][c];
        sizes[best] += size;
        fold_of[g] = static_cast<std::int32_t>(best);
        --left;
    }
    std::vector<std::int32_t> out(codes.size(), -1);
    for (std::size_t cell = 0; cell < codes.size(); ++cell) {
        if (codes[cell] >= 0) out[cell] = fold_of[group_of(cell)];
    }
    return out;
}

std::vector<std::int32_t> balanced_sample(std::span<const std::int32_t> codes, std::size_t most, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::int32_t> sample;
    for (auto& cells : cells_by_class(codes)) {
        const std::size_t count = std::min(most, cells.size());
        if (count < cells.size()) draw(cells, count, random);
        sample.insert(sample.end(), cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(count));
    }
    std::sort(sample.begin(), sample.end());
    return sample;
}

}  // namespace phenolens
