#include "integrate/mixing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "stats/median.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

/// Tries of the search for a cell's scale, and how near the entropy must come (scib-metrics).
constexpr int kScaleTries = 50;
constexpr double kEntropyNear = 1e-5;

void check(const Neighbors& neighbors, std::span<const std::int32_t> codes) {
    if (neighbors.index.size() != codes.size() * static_cast<std::size_t>(neighbors.k) ||
        neighbors.distance.size() != neighbors.index.size())
        throw Error(ErrorCode::internal, "Categories and neighbours are of different cells.");
}

std::vector<double> counts_of(std::span<const std::int32_t> codes) {
    std::vector<double> counts;
    for (const std::int32_t code : codes) {
        if (code < 0) continue;
        if (static_cast<std::size_t>(code) >= counts.size()) counts.resize(static_cast<std::size_t>(code) + 1);
        ++counts[static_cast<std::size_t>(code)];
    }
    return counts;
}

/// Weights of e to minus scale x distance that sum to 1; returns their entropy, 0 where all vanish.
double weigh(std::span<const double> distance, double scale, std::vector<double>& weight) {
    double sum = 0, moment = 0;
    for (std::size_t i = 0; i < distance.size(); ++i) {
        weight[i] = std::exp(-distance[i] * scale);
        sum += weight[i];
        moment += distance[i] * weight[i];
    }
    if (sum == 0) return 0;
    for (double& value : weight) value /= sum;
    return std::log(sum) + scale * moment / sum;
}

/// Weights whose entropy is ln(perplexity), by bisection; returns the entropy reached.
double weigh_to(double perplexity, std::span<const double> distance, std::vector<double>& weight) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    weight.resize(distance.size());
    double scale = 1, low = -kInfinity, high = kInfinity, entropy = weigh(distance, scale, weight);
    for (int tries = 0; tries < kScaleTries && std::abs(entropy - std::log(perplexity)) >= kEntropyNear; ++tries) {
        const bool wide = entropy > std::log(perplexity);
        (wide ? low : high) = scale;
        scale = wide ? (std::isinf(high) ? scale * 2 : (scale + high) / 2) : (std::isinf(low) ? scale / 2 : (scale + low) / 2);
        entropy = weigh(distance, scale, weight);
    }
    return entropy;
}

}  // namespace

Lisi lisi_of(const Neighbors& neighbors, std::span<const std::int32_t> codes, double perplexity) {
    check(neighbors, codes);
    const auto k = static_cast<std::size_t>(neighbors.k);
    if (perplexity <= 0) perplexity = std::floor(static_cast<double>(k + 1) / 3);
    const auto counts = counts_of(codes);
    Lisi out;
    out.categories = static_cast<std::size_t>(std::count_if(counts.begin(), counts.end(), [](double n) { return n > 0; }));
    out.values.assign(codes.size(), std::numeric_limits<float>::quiet_NaN());
    std::vector<double> distance, weight, shares(counts.size()), found;
    std::vector<std::size_t> near;
    for (std::size_t cell = 0; cell < codes.size(); ++cell) {
        if (codes[cell] < 0) continue;
        distance.clear();
        near.clear();
        for (std::size_t i = cell * k; i < (cell + 1) * k; ++i) {
            const std::int32_t code = codes[static_cast<std::size_t>(neighbors.index[i])];
            if (code < 0) continue;
            near.push_back(static_cast<std::size_t>(code));
            distance.push_back(neighbors.distance[i]);
        }
        if (near.empty() || weigh_to(perplexity, distance, weight) == 0) continue;
        std::fill(shares.begin(), shares.end(), 0);
        for (std::size_t i = 0; i < near.size(); ++i) shares[near[i]] += weight[i];
        double simpson = 0;
        for (const double share : shares) simpson += share * share;
        out.values[cell] = static_cast<float>(1 / simpson);
        found.push_back(1 / simpson);
    }
    out.median = median_of(found);
    out.mixing = out.categories > 1 ? (out.median - 1) / static_cast<double>(out.categories - 1) : kNaN;
    return out;
}

Kbet kbet_of(const Neighbors& neighbors, std::span<const std::int32_t> codes, double alpha) {
    check(neighbors, codes);
    const auto k = static_cast<std::size_t>(neighbors.k);
    const auto counts = counts_of(codes);
    double all = 0, present = 0;
    for (const double count : counts) {
        all += count;
        present += count > 0;
    }
    if (present < 2) return {kNaN, kNaN, kNaN};
    Kbet out;
    std::vector<double> near(counts.size());
    for (std::size_t cell = 0; cell < codes.size(); ++cell) {
        if (codes[cell] < 0) continue;
        std::fill(near.begin(), near.end(), 0);
        ++near[static_cast<std::size_t>(codes[cell])];
        double size = 1, statistic = 0;
        for (std::size_t i = cell * k; i < (cell + 1) * k; ++i) {
            const std::int32_t code = codes[static_cast<std::size_t>(neighbors.index[i])];
            if (code < 0) continue;
            ++near[static_cast<std::size_t>(code)];
            ++size;
        }
        for (std::size_t c = 0; c < counts.size(); ++c) {
            if (counts[c] == 0) continue;
            const double expected = counts[c] / all * size;
            statistic += (near[c] - expected) * (near[c] - expected) / expected;
        }
        const double p = chi2_sf(statistic, present - 1);
        out.statistic += statistic / all;
        out.p += p / all;
        out.acceptance += (p >= alpha) / all;
    }
    return out;
}

OwnTypeShares own_type_shares(const Neighbors& neighbors, std::span<const std::int32_t> types, std::span<const std::int32_t> samples,
                              std::size_t sample_count) {
    check(neighbors, types);
    check(neighbors, samples);
    const auto k = static_cast<std::size_t>(neighbors.k);
    const auto takes_part = [&](std::size_t cell) { return types[cell] >= 0 && samples[cell] >= 0; };
    std::vector<std::int32_t> own(types.begin(), types.end());
    for (std::size_t cell = 0; cell < own.size(); ++cell) {
        if (!takes_part(cell)) own[cell] = -1;
        if (samples[cell] >= 0 && static_cast<std::size_t>(samples[cell]) >= sample_count)
            throw Error(ErrorCode::internal, "A cell's sample is beyond those there are.");
    }
    const auto counts = counts_of(own);
    double all = 0;
    for (const double count : counts) all += count;
    OwnTypeShares out{std::vector<double>(sample_count), std::vector<double>(sample_count), std::vector<double>(sample_count)};
    for (std::size_t cell = 0; cell < own.size(); ++cell) {
        if (own[cell] < 0) continue;
        double same = 0, size = 0;
        for (std::size_t i = cell * k; i < (cell + 1) * k; ++i) {
            const std::int32_t type = own[static_cast<std::size_t>(neighbors.index[i])];
            size += type >= 0;
            same += type == own[cell];
        }
        if (size == 0) continue;
        const auto sample = static_cast<std::size_t>(samples[cell]);
        ++out.cells[sample];
        out.share[sample] += same / size;
        out.expected[sample] += (counts[static_cast<std::size_t>(own[cell])] - 1) / (all - 1);
    }
    for (std::size_t sample = 0; sample < sample_count; ++sample) {
        out.share[sample] = out.cells[sample] > 0 ? out.share[sample] / out.cells[sample] : kNaN;
        out.expected[sample] = out.cells[sample] > 0 ? out.expected[sample] / out.cells[sample] : kNaN;
    }
    return out;
}

}  // namespace phenolens
